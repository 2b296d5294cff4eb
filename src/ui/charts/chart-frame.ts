import { scaleLinear, scaleTime, type ScaleLinear, type ScaleTime } from 'd3-scale';
import type { TestProgress } from '../../app/progress-view.ts';

/** Where things are drawn, in pixels from the top left of the chart. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  /** The edges of the plot itself, without axes and labels. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How large the person's letters are, 1 for the browser's usual size. */
  readonly letters: number;
  /** From milliseconds since 1970; ticks fall on calendar days of the local time zone. */
  readonly x: ScaleTime<number, number>;
  /** From degrees. */
  readonly y: ScaleLinear<number, number>;
}

const day = 24 * 60 * 60 * 1000;

/** The least time shown, so that a few near checks do not stand at opposite ends; chosen: two weeks. */
const leastSpan = 14 * day;

/** The least range of angles shown: what is noise should not fill the picture; chosen: thrice a real change. */
const leastDegrees = 30;

/** About how many angles are written beside the axis. */
export const angleTicks = 4;

/** Room for the axes' words and for the labels at the lines' ends, in pixels at the usual letter size. */
const room = { top: 16, bottom: 48, start: 44, end: 104, endNarrow: 84 };

/** Room within the plot before the first and after the last mark. */
const inset = 14;

/** Below this width, in pixels, labels get less room and the sentence in the band its short form. */
export const narrowWidth = 560;

/**
 * The scales for a test's visits in a chart of this width and letter size. Time runs over `span` (ms since 1970), or
 * from the first to the last visit where that is null; angles over all bars and bands.
 */
export function chartFrame(
  progress: TestProgress,
  span: readonly [number, number] | null,
  { width, letters }: Pick<ChartFrame, 'width' | 'letters'>,
): ChartFrame {
  const isNarrow = width < narrowWidth;
  const height = isNarrow ? 340 : 400;
  const left = room.start * letters;
  const end = (isNarrow ? room.endNarrow : room.end) * letters;
  const right = Math.max(left + 2 * inset, width - end);
  const top = room.top;
  const bottom = height - room.bottom * letters;
  return {
    width,
    height,
    letters,
    left,
    right,
    top,
    bottom,
    x: scaleTime(times(progress, span), [left + inset, right - inset]),
    y: scaleLinear(angles(progress), [bottom - inset, top]).nice(2 * angleTicks),
  };
}

function times(
  { visits }: TestProgress,
  span: readonly [number, number] | null,
): readonly [number, number] {
  if (span !== null) return span;
  const first = visits[0]?.at ?? 0;
  const last = visits.at(-1)?.at ?? first;
  return [Math.min(first, last - leastSpan), last];
}

function angles({ series }: TestProgress): readonly [number, number] {
  const bars = series.flatMap(({ points }) =>
    points.flatMap(({ estimate: { value, halfWidth95 } }) => [
      value - halfWidth95,
      value + halfWidth95,
    ]),
  );
  const bands = series.flatMap(({ band }) => (band === null ? [] : [band.low, band.high]));
  const all = [...bars, ...bands];
  if (all.length === 0) return [0, leastDegrees];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const missing = Math.max(0, leastDegrees - (high - low)) / 2;
  return [low - missing, high + missing];
}
