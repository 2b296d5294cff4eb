import type { Reply } from '../core/advice/reply.ts';
import { Failure } from '../core/errors.ts';
import { bytesIn, textOf } from './base64.ts';
import type { Shared } from './content.ts';
import { deflated, inflated } from './deflate.ts';
import {
  headerOf,
  headerTold,
  newLock,
  type Header,
  type Lock,
  type SealedKind,
} from './header.ts';
import { keyFor, type Secret } from './keys.ts';
import { sharedIn } from './read-content.ts';
import { replyIn, sealableReply } from './reply.ts';

/*
 * [Note: Sealed]
 * A JWE in compact form (RFC 7516): `dir`, `A256GCM`, `DEF`. Its header says which lock it has, and is sealed with
 * the rest. docs/sharing.md has the form, decision 18 the reasons.
 */

/** Chosen: 20,000 sessions are 9 MB of text, a tenth of that packed; a bomb is stopped here. */
const mostText = 12 * 2 ** 20;

/** Letters of a sealed file: what that text takes where it can hardly be packed. */
const mostSealed = 12 * 2 ** 20;

const ivBytes = 12;
const tagBytes = 16;

/** What was opened. */
export type Opened =
  | { readonly kind: 'share'; readonly shared: Shared }
  | { readonly kind: 'reply'; readonly reply: Reply };

/** What is shared, sealed with a secret: ASCII letters, fit for a file and for an address. */
export function sealed(shared: Shared, secret: Secret): Promise<string> {
  return sealedAs('share', JSON.stringify(shared), secret);
}

/** The same of a reply. */
export async function sealedReply(reply: Reply, secret: Secret): Promise<string> {
  return sealedAs('reply', JSON.stringify(sealableReply(reply)), secret);
}

async function sealedAs(kind: SealedKind, json: string, secret: Secret): Promise<string> {
  const told: Header = { kind, lock: newLock(secret.kind) };
  const header = headerOf(told);
  const key = await neededKey(secret, told);
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const text = await deflated(bytesOf(json));
  const way = { name: 'AES-GCM', iv, additionalData: bytesOf(header) };
  const both = new Uint8Array(await crypto.subtle.encrypt(way, key, text));
  const [cipher, tag] = [both.subarray(0, -tagBytes), both.subarray(-tagBytes)];
  return `${header}..${textOf(iv)}.${textOf(cipher)}.${textOf(tag)}`;
}

/** The text of a sealed file. Throws Failure share-too-large before it reads one, and share-unreadable. */
export async function sealedFile(file: Blob): Promise<string> {
  if (file.size > mostSealed) throw new Failure('share-too-large');
  try {
    return await file.text();
  } catch (cause) {
    throw new Failure('share-unreadable', { cause });
  }
}

/** How something sealed is locked, to ask for what opens it. Throws Failure share-foreign, share-too-new, share-locked. */
export function lockOf(text: string): Lock['by'] {
  return headerTold(headerIn(text)).lock.by;
}

/**
 * What was sealed, all of it or nothing. Throws Failure share-foreign, share-too-new, share-too-large; share-locked
 * for a wrong code as for a changed or cut file, which cannot be told apart; share-damaged for a content that was not
 * written by Limber.
 */
export async function unsealed(text: string, secret: Secret): Promise<Opened> {
  const header = headerIn(text);
  const told = headerTold(header);
  const { iv, cipher } = partsIn(text.trim().slice(header.length));
  const key = await neededKey(secret, told);
  const plain = await inflated(await decrypted(key, header, iv, cipher), mostText);
  const content = await contentOf(plain);
  return told.kind === 'reply'
    ? { kind: 'reply', reply: replyIn(content) }
    : { kind: 'share', shared: sharedIn(content) };
}

/** The part before the first dot. */
function headerIn(text: string): string {
  if (text.length > mostSealed) throw new Failure('share-too-large');
  const trimmed = text.trim();
  const end = trimmed.indexOf('.');
  // Cut off within its header it is nobody's.
  if (end === -1) throw new Failure('share-foreign');
  return trimmed.slice(0, end);
}

interface Parts {
  readonly iv: Uint8Array<ArrayBuffer>;
  /** With its tag at the end, as WebCrypto wants it. */
  readonly cipher: Uint8Array<ArrayBuffer>;
}

/** What follows the header. `dir` has no encrypted key, so that part is empty. */
function partsIn(rest: string): Parts {
  const [before, encryptedKey, iv, cipher, tag, ...more] = rest.split('.');
  const [ivIs, cipherIs, tagIs] = [iv, cipher, tag].map((part) => bytesIn(part ?? ''));
  const isWhole = before === '' && encryptedKey === '' && more.length === 0;
  if (!isWhole || ivIs?.length !== ivBytes || !cipherIs || tagIs?.length !== tagBytes) {
    throw new Failure('share-locked');
  }
  const both = new Uint8Array(cipherIs.length + tagBytes);
  both.set(cipherIs);
  both.set(tagIs, cipherIs.length);
  return { iv: ivIs, cipher: both };
}

async function neededKey(secret: Secret, header: Header): Promise<CryptoKey> {
  const key = await keyFor(secret, header);
  if (key === null) throw new Failure('share-locked');
  return key;
}

async function decrypted(
  key: CryptoKey,
  header: string,
  iv: Uint8Array<ArrayBuffer>,
  cipher: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const way = { name: 'AES-GCM', iv, additionalData: bytesOf(header) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(way, key, cipher));
  } catch {
    // The cause would say nothing, and must not: see the contract.
    throw new Failure('share-locked');
  }
}

async function contentOf(plain: Blob): Promise<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await plain.arrayBuffer());
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Failure('share-damaged', { cause });
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
