import { byPeriod, periodFor, type Period } from '../../app/calendar-periods.ts';
import type { Span } from '../../app/chart-span.ts';
import { firstFrom } from '../../app/moments.ts';
import type { Series, TestProgress } from '../../app/progress-view.ts';
import type { BodySide } from '../../core/body/pose.ts';
import type { ComparedPoint } from '../../core/session/timeline.ts';
import { isComparable } from '../../core/session/usual-occasion.ts';

/** A mark of a series: one number with its bar, or those of a period taken together; degrees. */
export interface DrawnMark {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether its set-up cannot be compared. */
  readonly isApart: boolean;
}

/** The line of a side. */
export interface DrawnLine {
  readonly side: BodySide | null;
  /** Oldest first. */
  readonly marks: readonly DrawnMark[];
}

/** The least room for a mark, in pixels; below, marks would hide each other. */
const markRoom = 7;

/** The parts of some things in order of time that lie within a span. */
export function within<Thing extends { readonly at: number }>(
  things: readonly Thing[],
  [from, to]: Span,
): readonly Thing[] {
  return things.slice(firstFrom(from, things), firstFrom(to + 1, things));
}

/**
 * By which period numbers have to be taken together so that they have room on so many pixels; null where each can be
 * drawn.
 */
export function groupingFor({ series }: TestProgress, span: Span, pixels: number): Period | null {
  const most = Math.floor(pixels / markRoom);
  const counts = series.map(
    ({ points }) => firstFrom(span[1] + 1, points) - firstFrom(span[0], points),
  );
  return Math.max(0, ...counts) <= most ? null : periodFor(span[1] - span[0], most);
}

/** The lines of some series, as `drawnMarks` gives their marks. */
export function drawnLines(
  series: readonly Pick<Series, 'side' | 'points'>[],
  period: Period | null,
): readonly DrawnLine[] {
  return series.map(({ side, points }) => ({ side, marks: drawnMarks(points, period) }));
}

/** The marks of numbers in order of time: each, or those of a period together but never comparable with others. */
export function drawnMarks(
  points: readonly ComparedPoint[],
  period: Period | null,
): readonly DrawnMark[] {
  if (period === null) return points.map(single);
  return [points.filter(isCounted), points.filter((point) => !isCounted(point))].flatMap((some) =>
    byPeriod(some, period).map(({ from, things }) => together(from, things)),
  );
}

function single({ sessionId, at, estimate, comparison }: ComparedPoint): DrawnMark {
  return {
    key: sessionId,
    at,
    value: estimate.value,
    low: estimate.value - estimate.halfWidth95,
    high: estimate.value + estimate.halfWidth95,
    isApart: !isComparable(comparison),
  };
}

/** The mean of some numbers at the mean of their times, with a bar from the lowest to the highest number. */
function together(from: number, points: readonly [ComparedPoint, ...ComparedPoint[]]): DrawnMark {
  const isApart = !isCounted(points[0]);
  let [times, values, low, high] = [0, 0, Infinity, -Infinity];
  for (const { at, estimate } of points) {
    times += at - from;
    values += estimate.value;
    low = Math.min(low, estimate.value);
    high = Math.max(high, estimate.value);
  }
  return {
    key: `${from} ${isApart ? 'apart' : 'counted'}`,
    at: from + times / points.length,
    value: values / points.length,
    low,
    high,
    isApart,
  };
}

function isCounted({ comparison }: ComparedPoint): boolean {
  return isComparable(comparison);
}
