import type { Failure } from '../core/errors.ts';

/** What asking somebody over the network needs of the outside world. */
export interface LineParts {
  readonly fetch: typeof fetch;
  /** Lets so many milliseconds pass; rejects when the signal says to stop. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds after which an answer counts as lost. */
  readonly timeout: number;
}

/** Chosen: half a minute, as large records take seconds for a transaction. */
export const usualTimeout = 30_000;

/** How often a lost or put-off answer is asked for again. */
const mostRetries = 5;

/** Chosen: doubled each time, so that five are over in 16 s. */
const firstPause = 500;

/** Chosen: who is told to come back later than this is better told so than left waiting. */
const longestPause = 60_000;

/** What may be otherwise in a moment: too busy, not well, or two who wrote at the same time (409). */
const passing = new Set([408, 409, 425, 429, 500, 502, 503, 504]);

/** Whether an answer with this status is worth asking again. */
export function isPassing(status: number): boolean {
  return passing.has(status);
}

/** One try that came to nothing. */
export class Missed {
  readonly failure: Failure;
  readonly isPassing: boolean;
  /** Milliseconds after which it may be tried again; null where nobody said. */
  readonly again: number | null;

  constructor(failure: Failure, isPassing: boolean, again: number | null = null) {
    this.failure = failure;
    this.isPassing = isPassing;
    this.again = again;
  }
}

/** Tries until something has come of it, five times more at the most. Throws the last try's failure. */
export async function tried<Done>(
  once: () => Promise<Done | Missed>,
  wait: LineParts['wait'],
  signal: AbortSignal,
): Promise<Done> {
  for (let retry = 0; ; retry += 1) {
    const done = await once();
    if (!(done instanceof Missed)) return done;
    const pause = Math.max(done.again ?? 0, firstPause * 2 ** retry);
    if (!done.isPassing || retry === mostRetries || pause > longestPause) throw done.failure;
    await wait(pause, signal);
  }
}
