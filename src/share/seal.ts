import type { Reply } from '../core/advice/reply.ts';
import { Failure } from '../core/errors.ts';
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
import { jsonIn } from './json.ts';
import { contentIn, headerIn, jweOf } from './jwe.ts';
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
  const key = await neededKey(secret, told);
  return jweOf(headerOf(told), key, await deflated(bytesOf(json)));
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
  return headerTold(neededHeader(text)).lock.by;
}

/**
 * What was sealed, all of it or nothing. Throws Failure share-foreign, share-too-new, share-too-large; share-locked
 * for a wrong code as for a changed or cut file, which cannot be told apart; share-damaged for a content that was not
 * written by Limber.
 */
export async function unsealed(text: string, secret: Secret): Promise<Opened> {
  const header = neededHeader(text);
  const told = headerTold(header);
  const key = await neededKey(secret, told);
  const plain = await inflated(await contentIn(text.trim(), header, key), mostText);
  const content = await jsonIn(plain);
  return told.kind === 'reply'
    ? { kind: 'reply', reply: replyIn(content) }
    : { kind: 'share', shared: sharedIn(content) };
}

function neededHeader(text: string): string {
  if (text.length > mostSealed) throw new Failure('share-too-large');
  const header = headerIn(text.trim());
  // Cut off within its header it is nobody's.
  if (header === null) throw new Failure('share-foreign');
  return header;
}

async function neededKey(secret: Secret, header: Header): Promise<CryptoKey> {
  const key = await keyFor(secret, header);
  if (key === null) throw new Failure('share-locked');
  return key;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
