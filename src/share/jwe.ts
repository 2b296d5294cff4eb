import { Failure } from '../core/errors.ts';
import { bytesIn, textOf } from './base64.ts';

const ivBytes = 12;
const tagBytes = 16;

/** Bytes that fit into a JWE of so many letters with a header of that length. */
export function roomIn(letters: number, header: string): number {
  const lettersOf = (bytes: number): number => Math.ceil((bytes * 4) / 3);
  const others = header.length + '....'.length + lettersOf(ivBytes) + lettersOf(tagBytes);
  return Math.floor(((letters - others) * 3) / 4);
}

/** Bytes sealed with a key: a JWE in compact form (RFC 7516), `dir`, whose encoded header is given. */
export async function jweOf(
  header: string,
  key: CryptoKey,
  content: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const way = { name: 'AES-GCM', iv, additionalData: asciiOf(header) };
  const both = new Uint8Array(await crypto.subtle.encrypt(way, key, content));
  const [cipher, tag] = [both.subarray(0, -tagBytes), both.subarray(-tagBytes)];
  return `${header}..${textOf(iv)}.${textOf(cipher)}.${textOf(tag)}`;
}

/** The encoded header of a JWE; null for a text without any. */
export function headerIn(text: string): string | null {
  const end = text.indexOf('.');
  return end === -1 ? null : text.slice(0, end);
}

/** What a JWE holds. Throws Failure share-locked for another key as for a changed or cut text. */
export async function contentIn(
  text: string,
  header: string,
  key: CryptoKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const { iv, cipher } = partsIn(text.slice(header.length));
  const way = { name: 'AES-GCM', iv, additionalData: asciiOf(header) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(way, key, cipher));
  } catch {
    // The cause would say nothing, and must not: see the contract.
    throw new Failure('share-locked');
  }
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

function asciiOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
