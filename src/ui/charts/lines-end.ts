import type { Series } from '../../app/progress-view.ts';
import type { ChartFrame } from './chart-frame.ts';

/**
 * Where all that is drawn of some lines ends, in pixels: their last points in sight, and their trends, which may go on
 * beyond those. The beginning of the time where there is nothing.
 */
export function linesEnd(
  series: readonly Pick<Series, 'points' | 'trend'>[],
  { x }: Pick<ChartFrame, 'x'>,
): number {
  const [begin = 0, until = 0] = x.domain().map(Number);
  const ends = series.flatMap(({ points, trend }) => [
    points.at(-1)?.at ?? begin,
    trend !== null && trend.from < until ? Math.min(trend.to, until) : begin,
  ]);
  return x(Math.max(begin, ...ends));
}
