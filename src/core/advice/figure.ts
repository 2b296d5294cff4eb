import { toRadians } from '../geometry/angle.ts';
import type { Vector } from '../geometry/vector.ts';

/**
 * [Note: Angles of a figure] Degrees as in the tests: 0 in the anatomical position, growing with
 * flexion. `trunk` is the inclination: 0 upright, 90 bent level, -90 lying on the back. The figure
 * faces right; x grows to the right and y upwards from the floor, in the drawing's units.
 */
export interface LegAngles {
  readonly hip: number;
  readonly knee: number;
  /** Positive with the toes pointed. */
  readonly ankle: number;
}

export interface ArmAngles {
  readonly shoulder: number;
  readonly elbow: number;
}

/** How a body is held; see [Note: Angles of a figure]. */
export interface Posture {
  /** Where the hip is. */
  readonly at: Vector;
  readonly trunk: number;
  readonly neck: number;
  readonly near: LegAngles;
  readonly far: LegAngles;
  readonly arm: ArmAngles;
  /** The far arm, where it is not hidden behind the near one. */
  readonly farArm: ArmAngles | null;
}

export const figureLengths = {
  trunk: 150,
  neck: 38,
  thigh: 118,
  shank: 110,
  foot: 34,
  upperArm: 76,
  forearm: 78,
} as const;

/** Half a limb's thickness and the head's radius, in the same units as the lengths. */
export const limbRadius = 10;
export const headRadius = 30;

export interface LegPoints {
  readonly knee: Vector;
  readonly ankle: Vector;
  readonly toe: Vector;
}

export interface ArmPoints {
  readonly elbow: Vector;
  readonly hand: Vector;
}

/** The joints of a posture, y upwards. */
export interface FigurePoints {
  readonly hip: Vector;
  readonly shoulder: Vector;
  readonly head: Vector;
  readonly near: LegPoints;
  readonly far: LegPoints;
  readonly arm: ArmPoints;
  readonly farArm: ArmPoints | null;
}

/** Where the joints of a posture are; see [Note: Angles of a figure]. */
export function pointsOf(posture: Posture): FigurePoints {
  const up = 90 - posture.trunk;
  const hip = posture.at;
  const shoulder = reach(hip, up, figureLengths.trunk);
  return {
    hip,
    shoulder,
    head: reach(shoulder, up - posture.neck, figureLengths.neck),
    near: leg(hip, up - 180, posture.near),
    far: leg(hip, up - 180, posture.far),
    arm: arm(shoulder, up - 180, posture.arm),
    farArm: posture.farArm && arm(shoulder, up - 180, posture.farArm),
  };
}

function leg(hip: Vector, down: number, angles: LegAngles): LegPoints {
  const thigh = down + angles.hip;
  const shank = thigh - angles.knee;
  const knee = reach(hip, thigh, figureLengths.thigh);
  const ankle = reach(knee, shank, figureLengths.shank);
  return { knee, ankle, toe: reach(ankle, shank + 90 - angles.ankle, figureLengths.foot) };
}

function arm(shoulder: Vector, down: number, angles: ArmAngles): ArmPoints {
  const upper = down + angles.shoulder;
  const elbow = reach(shoulder, upper, figureLengths.upperArm);
  return { elbow, hand: reach(elbow, upper + angles.elbow, figureLengths.forearm) };
}

/** The point at a distance from another; 0 degrees is to the right, 90 up. */
function reach(from: Vector, direction: number, distance: number): Vector {
  const angle = toRadians(direction);
  return { x: from.x + distance * Math.cos(angle), y: from.y + distance * Math.sin(angle) };
}

/** The least upright box that holds the joints and the head, `margin` wider on every side; y upwards. */
export function boundsOf(
  drawn: readonly FigurePoints[],
  others: readonly Vector[],
  margin: number,
): {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
} {
  const all = [...others, ...drawn.flatMap(corners)];
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  return {
    left: Math.min(...xs) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.min(0, ...ys) - margin,
    top: Math.max(...ys) + margin,
  };
}

function corners({ hip, shoulder, head, near, far, arm, farArm }: FigurePoints): readonly Vector[] {
  const arms = farArm ? [arm, farArm] : [arm];
  return [
    hip,
    shoulder,
    ...[near, far].flatMap(({ knee, ankle, toe }) => [knee, ankle, toe]),
    ...arms.flatMap(({ elbow, hand }) => [elbow, hand]),
    { x: head.x - headRadius, y: head.y - headRadius },
    { x: head.x + headRadius, y: head.y + headRadius },
  ];
}

/** One joint that turns about another. */
export type Turn =
  | 'leg-about-hip'
  | 'thigh-about-hip'
  | 'shank-about-knee'
  | 'trunk-about-hip'
  | 'hip-about-shoulder'
  | 'hip-about-knee'
  | 'hip-about-ankle';

/** Beside which limb the mark of what is felt runs; the leg is the near one. */
export type FeltAt =
  | 'back-of-thigh'
  | 'front-of-hip'
  | 'back-of-hip'
  | 'calf'
  | 'buttock'
  | 'back'
  | 'underside'
  | 'belly';

/** A thing beside the body, in the figure's own units, y upwards from the floor. */
export interface Thing {
  /** Two opposite corners of a block. */
  readonly from: Vector;
  readonly to: Vector;
}

/** How an exercise is drawn: numbers only, so that a new one needs no drawing. */
export interface Figure {
  /** How it begins, drawn pale; null where it is not held but goes on. */
  readonly start: Posture | null;
  readonly end: Posture;
  /** Which movement the arc shows: one joint about another; null for none. */
  readonly arc: Turn | null;
  /** Where the stretch or the work is felt. */
  readonly felt: FeltAt | null;
  /** Whether a strap runs from the hand to the foot. */
  readonly strap: boolean;
  readonly things: readonly Thing[];
}
