import { mean, median, spread } from './robust.ts';

/** One value of a trace, at its frame's time in milliseconds. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/** Chosen: a body out of sight for longer may have moved meanwhile; shorter losses are bridged. */
const longestGapMs = 500;

/** A held stretch: indices into the trace (both included), its middle value and its spread. */
export interface Plateau {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly spread: number;
}

export interface PlateauRule {
  /** +1: the highest held stretch; -1: the lowest. */
  readonly direction: 1 | -1;
  /** Shortest time in milliseconds that counts as held. */
  readonly minMs: number;
  /** Largest standard deviation while held, in the units of the trace. */
  readonly maxSpread: number;
  /** Largest speed of the trend while held, in units per second. */
  readonly maxSpeed: number;
}

/**
 * The outermost stretch of the raw trace that is held: at least `minMs` long, spread and trend within the
 * rule. It is then grown to both sides over all neighbours within twice `maxSpread` of its middle, so that
 * a slow sway counts as a whole. Null where nothing was held.
 */
export function findPlateau(trace: readonly Point[], rule: PlateauRule): Plateau | null {
  let best: Plateau | null = null;
  for (let first = 0, last = 0; first < trace.length; first++) {
    const start = trace[first] as Point;
    while (last < trace.length && (trace[last] as Point).at - start.at < rule.minMs) last++;
    if (last === trace.length) break;
    const plateau = heldWithin(trace, first, last, rule);
    if (plateau && (!best || (plateau.value - best.value) * rule.direction > 0)) best = plateau;
  }
  return best && grown(trace, best, rule);
}

function heldWithin(
  trace: readonly Point[],
  first: number,
  last: number,
  rule: PlateauRule,
): Plateau | null {
  const stretch = trace.slice(first, last + 1);
  if (stretch.some((point, i) => isAfterGap(point, stretch[i - 1]))) return null;
  const values = stretch.map((point) => point.value);
  const sd = spread(values);
  if (sd > rule.maxSpread || Math.abs(trend(stretch)) > rule.maxSpeed) return null;
  return { first, last, value: median(values), spread: sd };
}

function isAfterGap(point: Point, before: Point | undefined): boolean {
  return before !== undefined && point.at - before.at > longestGapMs;
}

/** Least-squares slope in units per second. */
export function trend(points: readonly Point[]): number {
  const time = mean(points.map((point) => point.at));
  const level = mean(points.map((point) => point.value));
  let rise = 0;
  let run = 0;
  for (const { at, value } of points) {
    rise += (at - time) * (value - level);
    run += (at - time) ** 2;
  }
  return (1000 * rise) / run;
}

function grown(trace: readonly Point[], held: Plateau, rule: PlateauRule): Plateau {
  const belongs = (point: Point | undefined): boolean =>
    point !== undefined && Math.abs(point.value - held.value) <= 2 * rule.maxSpread;
  const at = (index: number): Point => trace[index] as Point;
  let { first, last } = held;
  while (belongs(trace[first - 1]) && !isAfterGap(at(first), at(first - 1))) first--;
  while (belongs(trace[last + 1]) && !isAfterGap(at(last + 1), at(last))) last++;
  const values = trace.slice(first, last + 1).map((point) => point.value);
  return { first, last, value: median(values), spread: spread(values) };
}
