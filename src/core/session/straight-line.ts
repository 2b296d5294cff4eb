import { daysBetween } from './time.ts';
import type { MeasuredPoint } from './progress.ts';

/** Spots on a plane, in any units, x and y apart: ten thousand of them are gone through several times. */
export interface Spots {
  readonly x: Float64Array;
  /** As many as there are x. */
  readonly y: Float64Array;
}

/** A straight line by least squares through spots, and what is needed to say how sure it is. */
export interface StraightLine {
  readonly count: number;
  /** The line goes through the spots' common middle. */
  readonly middle: { readonly x: number; readonly y: number };
  /** Change of y for each unit of x. */
  readonly slope: number;
  /** The sum of the squared distances in x from the middle; never 0. */
  readonly squaresX: number;
  /** The sum of the squared distances in y from the line. */
  readonly squaresLeft: number;
}

/** Numbers over time: x in days since the first of them, y in degrees. */
export function spotsOf(points: readonly MeasuredPoint[]): Spots {
  const [x, y] = [new Float64Array(points.length), new Float64Array(points.length)];
  const first = points[0]?.at ?? 0;
  for (let index = 0; index < points.length; index += 1) {
    const { at, estimate } = points[index] as MeasuredPoint;
    x[index] = daysBetween(first, at);
    y[index] = estimate.value;
  }
  return { x, y };
}

/** The line through the spots; null where they do not lie at two different x at least. */
export function straightLine({ x, y }: Spots): StraightLine | null {
  const count = x.length;
  const middle = { x: meanOf(x), y: meanOf(y) };
  let xx = 0;
  let xy = 0;
  // No pairs in here: each would be a list of its own, ten thousand times.
  for (let index = 0; index < count; index += 1) {
    const right = (x[index] as number) - middle.x;
    xx += right * right;
    xy += right * ((y[index] as number) - middle.y);
  }
  // No spot at all makes it NaN, one time only makes it 0.
  if (!(xx > 0)) return null;
  const slope = xy / xx;
  let squaresLeft = 0;
  for (let index = 0; index < count; index += 1) {
    const away = (y[index] as number) - middle.y - slope * ((x[index] as number) - middle.x);
    squaresLeft += away * away;
  }
  return { count, middle, slope, squaresX: xx, squaresLeft };
}

function meanOf(numbers: Float64Array): number {
  let sum = 0;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- ten thousand of them, before the code is fast: 5 ms
  for (let index = 0; index < numbers.length; index += 1) sum += numbers[index] as number;
  return sum / numbers.length;
}
