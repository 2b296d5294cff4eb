import type { BodySide } from '../../core/body/pose.ts';

/** A place in the chart, in pixels from its top left. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Marks of one side as one path, so that hundreds of them are drawn as fast as one: diamonds for the right side,
 * circles else. `size` is the circle's radius; a diamond of the same area looks as large.
 */
export function marksPath(side: BodySide | null, places: readonly Place[], size: number): string {
  const half = size * Math.sqrt(Math.PI / 2);
  return places
    .map(({ x, y }) =>
      side === 'right'
        ? `M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}Z`
        : `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`,
    )
    .join('');
}

/** Upright lines as one path, each from one height to another. */
export function uprightsPath(
  lines: readonly { readonly x: number; readonly from: number; readonly to: number }[],
): string {
  return lines.map(({ x, from, to }) => `M${x} ${from}V${to}`).join('');
}

/** Boxes that stand on a ground, as one path. */
export function boxesPath(
  boxes: readonly { readonly from: number; readonly to: number; readonly top: number }[],
  ground: number,
): string {
  return boxes.map(({ from, to, top }) => `M${from} ${ground}V${top}H${to}V${ground}Z`).join('');
}
