import type { FrameSize } from '../body/pose.ts';
import { toDegrees, toRadians, type Degrees } from './angle.ts';
import { turnedTo, type Vector3 } from './pinhole.ts';
import type { Vector } from './vector.ts';

/**
 * How a camera stands to the vertical. Pitch: degrees by which it looks below the horizontal. Roll: degrees by
 * which what is upright appears turned clockwise in its picture, as in `View`.
 */
export interface Gravity {
  readonly pitch: Degrees;
  readonly roll: Degrees;
}

/** Which way a device's camera looks: to the person before its screen, or away from them. */
export type CameraDirection = 'user' | 'environment';

/**
 * The camera's stand from a device's orientation (W3C Device Orientation: `beta` about the axis to the
 * right of the screen, `gamma` about the one to its top), its screen turned by `screenAngle`; degrees. The
 * picture is upright as the screen is, and not mirrored.
 */
export function gravityOf(
  { beta, gamma }: { readonly beta: number; readonly gamma: number },
  screenAngle: number,
  direction: CameraDirection,
): Gravity {
  const [b, g, turned] = [toRadians(beta), toRadians(gamma), toRadians(screenAngle)];
  // The vertical in the device's own axes: right, top, out of the screen.
  const [right, top, out] = [-Math.cos(b) * Math.sin(g), Math.sin(b), Math.cos(b) * Math.cos(g)];
  const across = Math.cos(turned) * right - Math.sin(turned) * top;
  const upwards = Math.sin(turned) * right + Math.cos(turned) * top;
  // Seen through the back camera right is right; the front one looks at the person, whose left is its right.
  const seen = direction === 'environment' ? 1 : -1;
  return standOf({ x: seen * across, y: -upwards, z: -seen * out });
}

/** The stand that a camera would have if it were turned to look straight at a pixel of its picture. */
export function turnedGravity(gravity: Gravity, target: Vector, frame: FrameSize): Gravity {
  return standOf(turnedTo(target, frame)(verticalOf(gravity)));
}

/** Upwards, in the frame of a camera that stands so. */
function verticalOf({ pitch, roll }: Gravity): Vector3 {
  const [p, r] = [toRadians(pitch), toRadians(roll)];
  return { x: Math.cos(p) * Math.sin(r), y: -Math.cos(p) * Math.cos(r), z: -Math.sin(p) };
}

/** How a camera stands in whose frame the vertical is `up`, of length 1. */
function standOf(up: Vector3): Gravity {
  return {
    pitch: toDegrees(Math.asin(Math.min(1, Math.max(-1, -up.z)))),
    roll: toDegrees(Math.atan2(up.x, -up.y)),
  };
}
