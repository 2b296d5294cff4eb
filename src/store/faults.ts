import { Failure, type FailureCode } from '../core/errors.ts';

/**
 * What an error of IndexedDB or Dexie means for the person, by the error's name. In the order in
 * which they decide: a full disk is often wrapped in an error that says less.
 */
const meanings: readonly (readonly [FailureCode, readonly string[]])[] = [
  ['storage-full', ['QuotaExceededError']],
  // A value whose bytes are lost: Chromium gives DataError or NotReadableError for the whole read.
  ['storage-damaged', ['DataError', 'NotReadableError']],
  [
    'storage-blocked',
    [
      'MissingAPIError',
      'SecurityError',
      'NotAllowedError',
      // Firefox in private windows, before version 115.
      'InvalidStateError',
      // Chromium where the profile's folder cannot be read or written.
      'UnknownError',
      'OpenFailedError',
    ],
  ],
];

/** What the surroundings did to a read or write, or null: then the error is a bug of ours. */
export function failureOf(error: unknown): Failure | null {
  const chain = chainOf(error);
  const known = chain.find((link) => link instanceof Failure);
  if (known) return known;
  for (const [code, names] of meanings) {
    if (chain.some((link) => names.includes(link.name))) return new Failure(code, { cause: error });
  }
  return null;
}

/** The error and what caused it. Dexie keeps the cause in `inner`, the language in `cause`. */
function chainOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  let link = error;
  while (link instanceof Error && !chain.includes(link)) {
    chain.push(link);
    link = 'inner' in link && link.inner instanceof Error ? link.inner : link.cause;
  }
  return chain;
}
