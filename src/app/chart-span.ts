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

/** A time that keeps its place while a chart moves under it. */
export interface Held {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How far along what is looked at: 0 at its beginning, 1 at its end. */
  readonly share: number;
}

/**
 * A span so wide (ms) that a held time keeps its place. It is two weeks at least and never outside of what there is;
 * where that leaves no room, the time comes as near its place as it can. In whole milliseconds.
 */
export function spanHolding({ at, share }: Held, wanted: number, [first, last]: Span): Span {
  const width = Math.round(Math.min(Math.max(wanted, leastSpan), last - first));
  const from = Math.min(Math.max(Math.round(at - share * width), first), last - width);
  return [from, from + width];
}
