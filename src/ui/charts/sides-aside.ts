import type { BodySide } from '../../core/body/pose.ts';

/**
 * How far a side's marks stand from their time, in pixels, so that two sides' bars do not hide each other: the left
 * one on the left. `lines` is how many lines the chart has.
 */
export function asideOf(side: BodySide | null, lines: number): number {
  if (side === null || lines < 2) return 0;
  return side === 'left' ? -3 : 3;
}
