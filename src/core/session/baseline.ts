import { degrees } from '../geometry/angle.ts';
import type { MeasuredPoint } from './progress.ts';
import type { Estimate } from './trial.ts';

/** How many first visits make the baseline; chosen: two, so that one odd first day weighs half. */
export const baselineVisits = 2;

/**
 * What is typical of a person at the start: the mean of the first two visits of one test and side that
 * gave a number, oldest first; with a single visit, that one. Null without any. The half-width is that
 * of the mean of independent numbers.
 */
export function baselineOf(points: readonly MeasuredPoint[]): Estimate | null {
  const first = points.slice(0, baselineVisits).map(({ estimate }) => estimate);
  if (first.length === 0) return null;
  const sum = first.reduce((total, { value }) => total + value, 0);
  const width = Math.hypot(...first.map(({ halfWidth95 }) => halfWidth95));
  return { value: degrees(sum / first.length), halfWidth95: degrees(width / first.length) };
}
