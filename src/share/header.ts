import * as v from 'valibot';
import { Failure } from '../core/errors.ts';
import { bytesIn, textOf } from './base64.ts';

/** What is sealed: what a person shares, or what a therapist answers. */
export type SealedKind = 'share' | 'reply';

/** How each says in its header what it is. */
const types = { share: 'limber', reply: 'limber-reply' } as const;

/** How something sealed is locked: by a code, or by words made slow to guess. */
export type Lock =
  | { readonly by: 'code' }
  | { readonly by: 'passphrase'; readonly salt: string; readonly rounds: number };

/** How often a passphrase is hashed: OWASP's least for PBKDF2-HMAC-SHA-256 (2023). A second on a slow device. */
const rounds = 600_000;

/** Chosen: what a reader puts up with; more would only hold up the page. */
const mostRounds = 4 * rounds;

const saltBytes = 16;

/** The newest form of a sealed thing that this code reads and writes. */
const sealVersion = 1;

const common = {
  alg: v.literal('dir'),
  enc: v.literal('A256GCM'),
  zip: v.literal('DEF'),
  typ: v.picklist(Object.values(types)),
  v: v.literal(sealVersion),
};

const header = v.union([
  v.strictObject(common),
  v.strictObject({
    ...common,
    p2s: v.pipe(v.string(), v.length(Math.ceil((saltBytes * 4) / 3))),
    p2c: v.pipe(v.number(), v.integer(), v.minValue(rounds), v.maxValue(mostRounds)),
  }),
]);

const anyHeader = v.looseObject({
  typ: v.picklist(Object.values(types)),
  v: v.pipe(v.number(), v.integer()),
});

/** A new lock of a kind. */
export function newLock(by: Lock['by']): Lock {
  if (by === 'code') return { by };
  const salt = textOf(crypto.getRandomValues(new Uint8Array(saltBytes)));
  return { by, salt, rounds };
}

/** What an encoded header tells. */
export interface Header {
  readonly kind: SealedKind;
  readonly lock: Lock;
}

/** A JOSE header, encoded: the first part of a JWE. */
export function headerOf({ kind, lock }: Header): string {
  const { alg, enc, zip } = { alg: 'dir', enc: 'A256GCM', zip: 'DEF' };
  const plain = { alg, enc, zip, typ: types[kind], v: sealVersion };
  const whole = lock.by === 'code' ? plain : { ...plain, p2s: lock.salt, p2c: lock.rounds };
  return textOf(new TextEncoder().encode(JSON.stringify(whole)));
}

/** What an encoded header tells. Throws Failure share-foreign, share-too-new, share-locked. */
export function headerTold(encoded: string): Header {
  const told = jsonIn(encoded);
  const head = v.safeParse(anyHeader, told);
  if (!head.success) throw new Failure('share-foreign');
  if (head.output.v > sealVersion) throw new Failure('share-too-new');
  const parsed = v.safeParse(header, told);
  if (!parsed.success) throw new Failure('share-locked');
  const { output } = parsed;
  const kind = output.typ === types.reply ? 'reply' : 'share';
  if (!('p2s' in output)) return { kind, lock: { by: 'code' } };
  return { kind, lock: { by: 'passphrase', salt: output.p2s, rounds: output.p2c } };
}

function jsonIn(encoded: string): unknown {
  // A header of ours has 70 to 130 letters.
  const bytes = encoded.length > 1000 ? null : bytesIn(encoded);
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return null;
  }
}
