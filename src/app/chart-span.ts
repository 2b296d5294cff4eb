import { dayMs } from '../core/session/time.ts';

/** From when to when, in milliseconds since 1970. */
export type Span = readonly [from: number, to: number];

/** The least time shown, so that a few near checks do not stand at opposite ends; chosen: two weeks. */
export const leastSpan = 14 * dayMs;

/** From the first to the last of some things in order of time, two weeks at least: earlier ones than the first. */
export function spanOf(things: readonly { readonly at: number }[]): Span {
  const first = things[0]?.at ?? 0;
  const last = things.at(-1)?.at ?? first;
  return [Math.min(first, last - leastSpan), last];
}
