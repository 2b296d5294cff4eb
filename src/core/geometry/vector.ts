/** A point or displacement in a plane. On an image: pixels, x to the right, y downwards. */
export interface Vector {
  readonly x: number;
  readonly y: number;
}

/** The displacement from `from` to `to`. */
export function between(from: Vector, to: Vector): Vector {
  return { x: to.x - from.x, y: to.y - from.y };
}

/** Half way between two points. */
export function middle(a: Vector, b: Vector): Vector {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** The length of a displacement. */
export function length(v: Vector): number {
  return Math.hypot(v.x, v.y);
}
