import type { Vector } from './vector.ts';

/** An angle in degrees. */
export type Degrees = number & { readonly __unit: 'degrees' };

/** Says that a plain number is an angle in degrees. */
export function degrees(value: number): Degrees {
  return value as Degrees;
}

/** Radians to degrees. */
export function toDegrees(radians: number): Degrees {
  return degrees((radians * 180) / Math.PI);
}

/** Degrees to radians. */
export function toRadians(angle: number): number {
  return (angle * Math.PI) / 180;
}

/** The same direction, in (-180, 180]. */
export function wrap(angle: number): Degrees {
  const turned = ((angle % 360) + 360) % 360;
  return degrees(turned > 180 ? turned - 360 : turned);
}

/**
 * The turn from `from` to `to`, in (-180, 180]. Positive turns x towards y: clockwise as seen on an
 * image, whose y grows downwards.
 */
export function turn(from: Vector, to: Vector): Degrees {
  return toDegrees(Math.atan2(from.x * to.y - from.y * to.x, from.x * to.x + from.y * to.y));
}
