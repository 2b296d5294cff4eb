import { between, length, type Vector } from '../geometry/vector.ts';
import {
  pointsOf,
  type ArmAngles,
  type FigurePoints,
  type LegAngles,
  type Posture,
} from './figure.ts';

/** What a body may rest on while it moves, the first before others that move as little. */
const supports: readonly ((points: FigurePoints) => Vector)[] = [
  ({ far }) => far.ankle,
  ({ near }) => near.ankle,
  ({ near }) => near.knee,
  ({ hip }) => hip,
  ({ shoulder }) => shoulder,
  ({ arm }) => arm.elbow,
  ({ arm }) => arm.hand,
];

/**
 * The posture at a share (0 to 1) of the way from one to another. Angles turn evenly, and whatever the body rests on,
 * the joint that moves least, stays or moves evenly too: so feet do not slide.
 */
export function postureBetween(start: Posture, end: Posture, share: number): Posture {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  const leg = (a: LegAngles, b: LegAngles): LegAngles => ({
    hip: mix(a.hip, b.hip),
    knee: mix(a.knee, b.knee),
    ankle: mix(a.ankle, b.ankle),
  });
  const arm = (a: ArmAngles, b: ArmAngles): ArmAngles => ({
    shoulder: mix(a.shoulder, b.shoulder),
    elbow: mix(a.elbow, b.elbow),
  });
  const turned: Posture = {
    at: start.at,
    trunk: mix(start.trunk, end.trunk),
    neck: mix(start.neck, end.neck),
    near: leg(start.near, end.near),
    far: leg(start.far, end.far),
    arm: arm(start.arm, end.arm),
    // A far arm that comes out from behind the near one begins there.
    farArm: end.farArm && arm(start.farArm ?? start.arm, end.farArm),
  };
  const [before, after, now] = [pointsOf(start), pointsOf(end), pointsOf(turned)];
  const moved = (support: (points: FigurePoints) => Vector): number =>
    length(between(support(before), support(after)));
  const support = supports.reduce((least, one) => (moved(one) < moved(least) ? one : least));
  const [from, until, here] = [support(before), support(after), support(now)];
  return {
    ...turned,
    at: {
      x: start.at.x + mix(from.x, until.x) - here.x,
      y: start.at.y + mix(from.y, until.y) - here.y,
    },
  };
}
