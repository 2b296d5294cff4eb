import type { BodySide } from '../../core/body/pose.ts';
import type { ChartFrame } from './chart-frame.ts';

/** How a chart's marks are drawn, in pixels. */
export interface MarkLook {
  /** A circle's radius; a diamond has the same area. */
  readonly size: number;
  /** The same of what is being read. */
  readonly readSize: number;
  /** How far the marks of two sides stand from their time. */
  readonly aside: number;
}

/** Chosen: smaller marks have no shape that can be told, larger ones hide their bars. */
const [least, most] = [3, 6];

/**
 * How marks are drawn where each line has so many. Those of two sides at one time stand beside each other, a quarter of
 * a radius between them (a diamond reaches 1.25 radii), or evenly where there is no room for that. Marks shrink where
 * they would hide those of the next time.
 */
export function markLook(
  counts: readonly number[],
  { left, right }: Pick<ChartFrame, 'left' | 'right'>,
): MarkLook {
  const distance = (right - left) / Math.max(1, ...counts);
  const isPair = counts.length > 1;
  const size = Math.min(most, Math.max(least, distance / (isPair ? 5 : 3)));
  if (!isPair) return { size, readSize: 8, aside: 0 };
  return { size, readSize: size + 2, aside: Math.min(1.25 * size, distance / 4) };
}

/** How far a side's marks stand to the right of their time, in pixels: the left ones to the left. */
export function asideOf(side: BodySide | null, { aside }: MarkLook): number {
  if (side === null) return 0;
  return side === 'left' ? -aside : aside;
}
