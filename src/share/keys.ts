import { bytesIn } from './base64.ts';
import type { Header, Lock, SealedKind } from './header.ts';

/** What opens something sealed: a code that Limber made, or words that a person chose. */
export type Secret =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

/** What keeps a key apart from any other that a code might be used for. */
const purposes: Readonly<Record<SealedKind, string>> = {
  share: 'limber-share 1 A256GCM',
  reply: 'limber-reply 1 A256GCM',
};

/**
 * The key for something sealed; null where the secret is of another kind. A code has 130 random bits, so that no salt and no
 * slowness is needed; words that a person chose are made slow to guess (decision 18).
 */
export async function keyFor(secret: Secret, { kind, lock }: Header): Promise<CryptoKey | null> {
  if (secret.kind === 'code') return lock.by === 'code' ? codeKey(secret.code, kind) : null;
  return lock.by === 'passphrase' ? passphraseKey(secret.passphrase, lock) : null;
}

const use = ['encrypt', 'decrypt'] as const;
const cipher = { name: 'AES-GCM', length: 256 } as const;

async function codeKey(code: string, kind: SealedKind): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', bytesOf(code), 'HKDF', false, ['deriveKey']);
  const way = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: bytesOf(purposes[kind]),
  };
  return crypto.subtle.deriveKey(way, base, cipher, false, use);
}

async function passphraseKey(
  passphrase: string,
  { salt, rounds }: Extract<Lock, { readonly by: 'passphrase' }>,
): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey(
    'raw',
    bytesOf(passphrase.normalize('NFKC')),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  const way = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: bytesIn(salt) ?? new Uint8Array(),
    iterations: rounds,
  };
  return crypto.subtle.deriveKey(way, base, cipher, false, use);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
