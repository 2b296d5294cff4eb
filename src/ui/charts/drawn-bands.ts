import type { Series } from '../../app/progress-view.ts';
import type { BodySide } from '../../core/body/pose.ts';
import type { ChartFrame } from './chart-frame.ts';

/** A noise band as drawn, in pixels from the top. */
export interface DrawnBand {
  readonly side: BodySide | null;
  readonly top: number;
  readonly bottom: number;
}

/** The height of a sentence in a band, in pixels. */
const sentenceHeight = 24;

/** The noise bands of a test's sides, in their order. */
export function drawnBands(series: readonly Series[], frame: ChartFrame): readonly DrawnBand[] {
  return series.flatMap(({ side, band }) =>
    band === null ? [] : [{ side, top: frame.y(band.high), bottom: frame.y(band.low) }],
  );
}

/** Whether two bands are so far from each other that each needs its own sentence and edges. */
export function areApart([a, b]: readonly DrawnBand[]): boolean {
  return a !== undefined && b !== undefined && Math.abs(a.bottom - b.bottom) > sentenceHeight;
}
