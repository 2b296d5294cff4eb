/** One number at one time; `x` and `y` in any units. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A straight line by least squares through spots, and what is needed to say how sure it is. */
export interface StraightLine {
  readonly count: number;
  /** The line goes through the spots' common middle. */
  readonly middle: Spot;
  /** Change of y for each unit of x. */
  readonly slope: number;
  /** The sum of the squared distances in x from the middle; never 0. */
  readonly squaresX: number;
  /** The sum of the squared distances in y from the line. */
  readonly squaresLeft: number;
}

/** The line through the spots; null where they do not lie at two different x at least. */
export function straightLine(spots: readonly Spot[]): StraightLine | null {
  const count = spots.length;
  let [sumX, sumY] = [0, 0];
  for (const { x, y } of spots) {
    sumX += x;
    sumY += y;
  }
  const middle = { x: sumX / count, y: sumY / count };
  let [xx, xy] = [0, 0];
  for (const { x, y } of spots) {
    xx += (x - middle.x) ** 2;
    xy += (x - middle.x) * (y - middle.y);
  }
  // No spot at all makes it NaN, one time only makes it 0.
  if (!(xx > 0)) return null;
  const slope = xy / xx;
  let squaresLeft = 0;
  for (const { x, y } of spots) squaresLeft += (y - middle.y - slope * (x - middle.x)) ** 2;
  return { count, middle, slope, squaresX: xx, squaresLeft };
}
