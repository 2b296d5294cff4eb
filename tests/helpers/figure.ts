import type { Facing } from '../../src/core/body/facing.ts';
import {
  landmarks,
  type BodySide,
  type KeypointName,
  type Landmark,
  type SpacePoint,
} from '../../src/core/body/pose.ts';
import { toRadians } from '../../src/core/geometry/angle.ts';
import type { Vector } from '../../src/core/geometry/vector.ts';

/*
 * A stick figure of known joint angles. Its own sagittal plane has two axes: `x` forward (lying: to the
 * feet) and `y` up, in metres, origin half way between the hips. In space x is the picture's right for a
 * camera that looks at it square, y down and z away from that camera.
 */

/** One leg's joint angles in degrees, 0 in the anatomical position, growing with flexion. */
export interface LegAngles {
  readonly hip: number;
  readonly knee: number;
}

/** A person: trunk inclination in degrees (0 upright, 90 bent level, -90 on the back) and both legs. */
export interface Figure {
  readonly facing: Facing;
  readonly trunk: number;
  readonly left: LegAngles;
  readonly right: LegAngles;
  /** Metres. */
  readonly stature: number;
}

const straight: LegAngles = { hip: 0, knee: 0 };

/** On the back with straight legs, head to the picture's left (right side near). */
export const lying: Figure = {
  facing: 1,
  trunk: -90,
  left: straight,
  right: straight,
  stature: 1.7,
};

/** Upright, looking to the picture's right (right side near). */
export const standing: Figure = { ...lying, trunk: 0 };

/** Upright on a chair, the right leg stretched out with its heel on the floor. */
export const seated: Figure = {
  ...standing,
  left: { hip: 90, knee: 90 },
  right: { hip: 65, knee: 0 },
};

/** The figure with its other side near the camera and left and right exchanged: its mirror image. */
export function mirrored(figure: Figure): Figure {
  const facing = figure.facing === 1 ? -1 : 1;
  return { ...figure, facing, left: figure.right, right: figure.left };
}

/** Lengths as shares of the stature (Drillis and Contini 1966); head and foot: chosen, roughly human. */
const share = {
  trunk: 0.288,
  thigh: 0.245,
  shank: 0.246,
  shoulders: 0.22,
  hips: 0.11,
  neck: 0.13,
  face: 0.06,
  upperArm: 0.186,
  forearm: 0.146,
  hand: 0.1,
  heel: 0.035,
  foot: 0.11,
};

/** Hip to ankle of a straight leg, in metres. */
export function legLength(figure: Figure): number {
  return (share.thigh + share.shank) * figure.stature;
}

/** All points of the figure in space, in metres, origin half way between the hips. */
export function pointsOf(figure: Figure): Readonly<Record<KeypointName, SpacePoint>> {
  const left = sideOf(figure, 'left');
  const right = sideOf(figure, 'right');
  const nose = plus(left.ear, figure.trunk + 90, share.face, figure);
  const named: [KeypointName, SpacePoint][] = [['nose', inSpace(nose, 0, figure)]];
  for (const landmark of landmarks) {
    const across = landmark === 'ear' ? share.face : widthAt(landmark);
    const depth = (across / 2) * figure.stature;
    named.push([`left-${landmark}`, inSpace(left[landmark], depth, figure)]);
    named.push([`right-${landmark}`, inSpace(right[landmark], -depth, figure)]);
  }
  return Object.fromEntries(named) as Record<KeypointName, SpacePoint>;
}

function widthAt(landmark: Landmark): number {
  const isArm = ['shoulder', 'elbow', 'wrist', 'index'].includes(landmark);
  return isArm ? share.shoulders : share.hips;
}

function inSpace(point: Vector, toTheLeft: number, { facing }: Figure): SpacePoint {
  return { x: facing * point.x, y: -point.y, z: facing * toTheLeft };
}

/** The point so far (in statures) from another in the direction `inclined` from up to forward. */
function plus(from: Vector, inclined: number, shareOfStature: number, { stature }: Figure): Vector {
  const angle = toRadians(inclined);
  const far = shareOfStature * stature;
  return { x: from.x + far * Math.sin(angle), y: from.y + far * Math.cos(angle) };
}

function sideOf(figure: Figure, side: BodySide): Record<Landmark, Vector> {
  const { trunk } = figure;
  const { hip: flexion, knee: bend } = figure[side];
  const go = (from: Vector, inclined: number, far: number): Vector =>
    plus(from, inclined, far, figure);
  const hip = { x: 0, y: 0 };
  const shoulder = go(hip, trunk, share.trunk);
  const thigh = trunk + 180 - flexion;
  const shank = thigh + bend;
  const knee = go(hip, thigh, share.thigh);
  const ankle = go(knee, shank, share.shank);
  const elbow = go(shoulder, trunk + 180, share.upperArm);
  const wrist = go(elbow, trunk + 180, share.forearm);
  return {
    ear: go(shoulder, trunk, share.neck),
    shoulder,
    elbow,
    wrist,
    index: go(wrist, trunk + 180, share.hand),
    hip,
    knee,
    ankle,
    heel: go(ankle, shank, share.heel),
    toe: go(go(ankle, shank, share.heel), shank - 90, share.foot),
  };
}
