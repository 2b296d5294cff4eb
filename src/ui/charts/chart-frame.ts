import { scaleLinear, scaleTime, type ScaleLinear, type ScaleTime } from 'd3-scale';
import type { Span } from '../../app/chart-span.ts';
import type { TestProgress } from '../../app/progress-view.ts';
import { typicalRange } from '../../core/norms/norms.ts';
import type { LaneKind } from './lanes.ts';

/** A strip below the time axis, in pixels from the top. */
export interface Lane {
  readonly kind: LaneKind;
  readonly top: number;
  readonly bottom: number;
}

/** Where things are drawn, in pixels from the top left of the chart. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  /** The edges of the plot itself, without axes and labels. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the time begins and ends. */
  readonly edges: readonly [number, number];
  /** How large the person's letters are, 1 for the browser's usual size. */
  readonly letters: number;
  /** From milliseconds since 1970; ticks fall on calendar days of the local time zone. */
  readonly x: ScaleTime<number, number>;
  /** From degrees. */
  readonly y: ScaleLinear<number, number>;
  /** What else is on the time axis, from top to bottom. */
  readonly lanes: readonly Lane[];
}

/** The least range of angles shown: what is noise should not fill the picture; chosen: thrice a real change. */
const leastDegrees = 30;

/** About how many angles are written beside the axis. */
export const angleTicks = 4;

/** Room for the words above and on the axes and for the labels at the lines' ends, in pixels at the usual letter size. */
const room = { top: 20, bottom: 48, start: 44, end: 104, endNarrow: 84 };

/** The height of a lane and the gap above it, in pixels at the usual letter size. */
const lane = { height: 30, gap: 14 };

/** Room within the plot before the first and after the last mark. */
const inset = 14;

/** Below this width, in pixels, labels get less room and the sentence in the band its short form. */
export const narrowWidth = 560;

/** What a chart is drawn on: its width in pixels, its letters, and its lanes from top to bottom. */
export interface Sheet extends Pick<ChartFrame, 'width' | 'letters'> {
  readonly lanes: readonly LaneKind[];
}

/** The scales for a test: time runs over `span` (ms since 1970), angles over all `angles` (degrees). */
export function chartFrame(
  angles: readonly [number, number],
  span: Span,
  { width, letters, lanes }: Sheet,
): ChartFrame {
  const isNarrow = width < narrowWidth;
  const plotHeight = isNarrow ? 340 : 400;
  const left = room.start * letters;
  const end = (isNarrow ? room.endNarrow : room.end) * letters;
  const right = Math.max(left + 2 * inset, width - end);
  const top = room.top * letters;
  const bottom = plotHeight - room.bottom * letters;
  const edges = [left + inset, right - inset] as const;
  const laneRoom = (lane.height + lane.gap) * letters;
  return {
    width,
    height: plotHeight + lanes.length * laneRoom,
    letters,
    left,
    right,
    top,
    bottom,
    edges,
    x: scaleTime(span, edges),
    y: scaleLinear(angles, [bottom - inset, top]).nice(2 * angleTicks),
    lanes: lanes.map((kind, index) => {
      const laneTop = plotHeight + index * laneRoom + lane.gap * letters;
      return { kind, top: laneTop, bottom: laneTop + lane.height * letters };
    }),
  };
}

/** From which to which angle a test's chart goes, in degrees: over all bars, bands, typical ranges and targets. */
export function anglesOf({
  series,
  targets,
}: Pick<TestProgress, 'series' | 'targets'>): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  const take = (from: number, to: number): void => {
    low = Math.min(low, from);
    high = Math.max(high, to);
  };
  for (const { points, band, norm } of series) {
    for (const { estimate } of points) {
      take(estimate.value - estimate.halfWidth95, estimate.value + estimate.halfWidth95);
    }
    if (band !== null) take(band.low, band.high);
    if (norm !== null && points.length > 0) {
      const range = typicalRange(norm);
      take(range.low, range.high);
    }
  }
  if (low <= high) for (const { value } of targets) take(value, value);
  if (low > high) return [0, leastDegrees];
  const missing = Math.max(0, leastDegrees - (high - low)) / 2;
  return [low - missing, high + missing];
}
