import { degrees, type Degrees } from '../geometry/angle.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import type { TestId } from '../protocol/protocol.ts';
import type { MeasuredPoint } from './progress.ts';
import { spotsOf, straightLine, type StraightLine } from './straight-line.ts';
import { student95 } from './student.ts';
import { daysBetween, weeksBetween } from './time.ts';

/**
 * Where a trend goes: 'further' or 'less-far' when it is sure and amounts to more than the smallest real change;
 * 'unclear' otherwise.
 */
export type Direction = 'further' | 'less-far' | 'unclear';

/** The straight line through a person's numbers of one test and side over real time. */
export interface Trend {
  /** How many numbers it goes through. */
  readonly count: number;
  /** Its first and last number, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** In degrees a week, with its 95 % half-width. */
  readonly slope: number;
  readonly slopeHalfWidth95: number;
  readonly direction: Direction;
  /** Needed by `trendAt`: days count from `from`. */
  readonly line: StraightLine;
}

/** The line at one time, in degrees, with the 95 % half-width of the line itself, not of single numbers. */
export interface TrendPoint {
  readonly value: Degrees;
  readonly halfWidth95: Degrees;
}

/** Chosen, as is the rest of the rule: fewer numbers, or fewer weeks, make a line of what may be one odd day. */
const leastCount = 4;
const leastWeeks = 3;

/**
 * The trend of numbers that can be compared, oldest first; null for fewer than four or under three weeks. It goes
 * somewhere when the change along it exceeds `limit` (degrees: the smallest real change) and the 95 % interval of
 * its slope excludes 0. Linear in the number of points.
 */
export function trendOf(
  points: readonly MeasuredPoint[],
  limit: Degrees,
  test: TestId,
): Trend | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const weeks = weeksBetween(first.at, last.at);
  const line = straightLine(spotsOf(points));
  if (line === null || line.count < leastCount || weeks < leastWeeks) return null;
  const halfWidth = spreadAbout(line) / Math.sqrt(line.squaresX);
  const isSure = Math.abs(line.slope) > halfWidth;
  const isEnough = Math.abs(line.slope) * 7 * weeks > limit;
  const isFurther = Math.sign(line.slope) === protocolOf(test).direction;
  return {
    count: line.count,
    from: first.at,
    to: last.at,
    slope: 7 * line.slope,
    slopeHalfWidth95: 7 * halfWidth,
    direction: !isSure || !isEnough ? 'unclear' : isFurther ? 'further' : 'less-far',
    line,
  };
}

/** The trend's value and how sure it is at a time, in milliseconds since 1970. */
export function trendAt({ line, from }: Trend, at: number): TrendPoint {
  const away = daysBetween(from, at) - line.middle.x;
  const share = Math.sqrt(1 / line.count + away ** 2 / line.squaresX);
  return {
    value: degrees(line.middle.y + line.slope * away),
    halfWidth95: degrees(spreadAbout(line) * share),
  };
}

/** Student's factor times the standard deviation of the numbers about their line, in degrees. */
function spreadAbout({ count, squaresLeft }: StraightLine): number {
  return student95(count - 2) * Math.sqrt(squaresLeft / (count - 2));
}
