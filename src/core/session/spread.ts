import { degrees, type Degrees } from '../geometry/angle.ts';
import type { TestId } from '../protocol/protocol.ts';
import { smallestRealChange, type MeasuredPoint } from './progress.ts';
import { spotsOf, straightLine } from './straight-line.ts';
import { student95 } from './student.ts';

/** From so many numbers on a person's own spread is known at all (clinical rule: "first 3 or more sessions"). */
const leastCount = 3;

/**
 * How many sessions the published limit counts for beside the person's own; chosen: three, as then a person whose
 * numbers scatter 1.7 times as much as usual is told of a change that is not there in at most 5 of 100 checks from
 * the fourth on (tests/unit/session-spread.test.ts; with none, three numbers would ask for 36 degrees; with six, 7
 * of 100 are false).
 */
const publishedSessions = 3;

/** The published limit is 2.77 standard deviations: 1.96 times root 2, as for the difference of two numbers. */
const limitInDeviations = 1.96 * Math.SQRT2;

/** How much a person's numbers differ from session to session, as a standard deviation in degrees. */
interface Spread {
  readonly variance: number;
  readonly freedom: number;
}

/**
 * The smallest change that is real for this person, in degrees: as far as two of their numbers may lie apart while
 * nothing changes (95 %). `earlier` are the comparable numbers before the one to be judged, oldest first: a number
 * that is part of its own yardstick could never be beyond it. Never below the test's own; null for fewer than three.
 */
export function personalSmallestChange(
  earlier: readonly MeasuredPoint[],
  test: TestId,
): Degrees | null {
  const own = ownSpread(earlier);
  if (own === null) return null;
  const published = (smallestRealChange(test) / limitInDeviations) ** 2;
  const freedom = publishedSessions + own.freedom;
  const variance = (publishedSessions * published + own.freedom * own.variance) / freedom;
  // Few numbers know their own spread badly, so Student's factor stands in for 1.96.
  const limit = student95(freedom) * Math.SQRT2 * Math.sqrt(variance);
  return degrees(Math.max(smallestRealChange(test), limit));
}

/**
 * From the differences of neighbours, after their mean pace has been taken out: someone who improves, evenly or not,
 * is not taken for someone who scatters.
 */
function ownSpread(points: readonly MeasuredPoint[]): Spread | null {
  if (points.length < leastCount) return null;
  const spots = spotsOf(points);
  const pace = straightLine(spots);
  if (pace === null) return null;
  let squares = 0;
  let gaps = 0;
  const count = points.length;
  for (let index = 1; index < count; index += 1) {
    const gap = stepAt(index, spots.x);
    const left = stepAt(index, spots.y) - pace.slope * gap;
    squares += left * left;
    gaps += gap * gap;
  }
  // The expected sum of squares for a variance of 1; each difference has two numbers' share, less what the pace took.
  const expected = 2 * (count - 1) - gaps / pace.squaresX;
  // After Satterthwaite, for neighbours' differences of one number fewer: the pace has used one up.
  const freedom = (2 * (count - 2) ** 2) / (3 * count - 7);
  return { variance: squares / expected, freedom };
}

/** By how much a number differs from the one before. */
function stepAt(index: number, numbers: Float64Array): number {
  return (numbers[index] as number) - (numbers[index - 1] as number);
}
