/** A place in a figure's own units, y downwards. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * The spot at a distance from a centre. The angle is in degrees, 0 to the right and growing
 * counter-clockwise, as angles are drawn.
 */
export function spotAt(centre: Spot, radius: number, angle: number): Spot {
  const radians = (angle * Math.PI) / 180;
  return {
    x: centre.x + radius * Math.cos(radians),
    y: centre.y - radius * Math.sin(radians),
  };
}

/** The path of an arc about a centre between two angles, both as in `spotAt` and less than 180 apart. */
export function arcPath(centre: Spot, radius: number, from: number, to: number): string {
  const start = spotAt(centre, radius, from);
  const end = spotAt(centre, radius, to);
  const sweep = to > from ? 0 : 1;
  const round = (value: number): string => value.toFixed(1);
  return `M${round(start.x)} ${round(start.y)} A${String(radius)} ${String(radius)} 0 0 ${String(sweep)} ${round(end.x)} ${round(end.y)}`;
}
