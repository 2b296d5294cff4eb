import { Failure, type FailureCode } from '../../core/errors.ts';
import { againIn, statusOf, textOfAnswer } from '../http-answer.ts';
import { isPassing, Missed, tried, type LineParts } from '../tries.ts';
import { StoreFailure } from './store-failure.ts';

/*
 * [Note: Once]
 * An object is written on the condition that there is none of its name (`If-None-Match: *`), and its name is drawn at
 * random. So a lost answer is met by asking again: where the store then says that there is one (412), and that one is
 * ours to the letter, it was written the first time.
 */

/** Who may write into a store, and into which. */
export interface StorePass {
  /** As `storeAddress` gives it: nowhere else the rest is sent. */
  readonly base: string;
  /** What stands in the header `Authorization`; null for a store that wants nothing. */
  readonly authorization: string | null;
}

/** `Authorization` of a name and a password (RFC 7617, in UTF-8). */
export function basicAuthorization(name: string, password: string): string {
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** `Authorization` of a token (RFC 6750). */
export function bearerAuthorization(token: string): string {
  return `Bearer ${token}`;
}

/** Chosen: as for sealed files; other apps may store longer objects than ours. */
const mostText = 12 * 2 ** 20;

const codes = new Map<number, FailureCode>([
  [401, 'store-denied'],
  [403, 'store-forbidden'],
  [404, 'store-missing'],
  [405, 'store-missing'],
  [408, 'store-failing'],
  [409, 'store-taken'],
  [410, 'store-missing'],
  [412, 'store-taken'],
  [413, 'store-too-large'],
  [429, 'store-busy'],
  [503, 'store-busy'],
  [507, 'store-full'],
]);

/** For who only reads, these mean something else. */
const codesOfReading = new Map<FailureCode, FailureCode>([
  ['store-missing', 'link-gone'],
  ['store-denied', 'link-closed'],
  ['store-forbidden', 'link-closed'],
]);

interface Answer {
  readonly status: number;
  readonly text: string;
  /** Milliseconds; null where the store did not say. */
  readonly again: number | null;
}

/**
 * The way to objects in a store that speaks HTTP: WebDAV, or S3's way of it. Every method throws StoreFailure store-*,
 * and AbortError when its signal says to stop.
 */
export class StoreLine {
  readonly #pass: StorePass | null;
  readonly #parts: LineParts;

  /** `pass`: null for who only reads. */
  constructor(pass: StorePass | null, parts: LineParts) {
    this.#pass = pass;
    this.#parts = parts;
  }

  /** Stores an object under an address that nothing has: [Note: Once]. */
  async put(url: string, text: string, signal: AbortSignal): Promise<void> {
    const headers = { 'if-none-match': '*', 'content-type': 'application/jose' };
    const init = { method: 'PUT', body: text, headers };
    const { status } = await this.#persistently(url, init, signal, [412]);
    const isTaken = status === 412 && (await this.#persistently(url, {}, signal)).text !== text;
    if (isTaken) throw new StoreFailure('store-taken');
  }

  /** Deletes an object; one that is not there is deleted. */
  async remove(url: string, signal: AbortSignal): Promise<void> {
    await this.#persistently(url, { method: 'DELETE' }, signal, [404, 410]);
  }

  /** Whether there is an object. */
  async has(url: string, signal: AbortSignal): Promise<boolean> {
    const { status } = await this.#persistently(url, { method: 'HEAD' }, signal, [404, 410]);
    return status !== 404 && status !== 410;
  }

  /**
   * The text of the object that a link leads to. Throws also Failure link-gone where there is none, link-closed where
   * the store does not let it be read, share-too-large.
   */
  async read(url: string, signal: AbortSignal): Promise<string> {
    const asked = new URL(url);
    // The standard wants it; a constant, as it is nobody's business who reads.
    asked.searchParams.set('recipient', 'Limber');
    try {
      return (await this.#persistently(asked.href, {}, signal)).text;
    } catch (cause) {
      const code = cause instanceof StoreFailure ? codesOfReading.get(cause.code) : undefined;
      throw code === undefined ? cause : new StoreFailure(code, {}, { cause });
    }
  }

  /** `also`: what counts as an answer beside success. */
  #persistently(
    url: string,
    init: RequestInit,
    signal: AbortSignal,
    also: readonly number[] = [],
  ): Promise<Answer> {
    return tried(() => this.#attempt(url, init, signal, also), this.#parts.wait, signal);
  }

  async #attempt(
    url: string,
    init: RequestInit,
    signal: AbortSignal,
    also: readonly number[],
  ): Promise<Answer | Missed> {
    try {
      const answer = await this.#once(url, init, signal);
      const { status, again } = answer;
      if ((status >= 200 && status < 300) || also.includes(status)) return answer;
      const group =
        status >= 500 ? 'store-failing' : status < 400 ? 'store-missing' : 'store-refused';
      const failure = new StoreFailure(codes.get(status) ?? group, { again });
      return new Missed(failure, isPassing(status), again);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Failure) throw error;
      return new Missed(new StoreFailure('store-unreachable', {}, { cause: error }), true);
    }
  }

  async #once(url: string, init: RequestInit, signal: AbortSignal): Promise<Answer> {
    const { fetch, now, timeout } = this.#parts;
    const headers = new Headers(init.headers);
    const { base, authorization } = this.#pass ?? { base: '', authorization: null };
    if (authorization !== null && url.startsWith(`${base}/`)) {
      headers.set('authorization', authorization);
    }
    const response = await fetch(url, {
      ...init,
      headers,
      cache: 'no-store',
      // Else the browser would ask for a name and a password by itself, and send cookies.
      credentials: 'omit',
      // Wherever else it leads, nobody has named that place.
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    const text = await textOfAnswer(response, mostText, () => new Failure('share-too-large'));
    return { status: statusOf(response), text, again: againIn(response, now()) };
  }
}
