import { kneeFlexion, thighLean, trunkInclination } from '../body/joint-angle.ts';
import type { BodySide, Pose } from '../body/pose.ts';
import type { Facing } from '../body/facing.ts';
import { median } from '../signal/robust.ts';
import { correct } from './calibration.ts';
import { curves, standingLean } from './calibration-table.ts';
import type { Measured, TrialFrames } from './trial-frames.ts';
import { estimate } from './uncertainty.ts';

/**
 * A bend of the trunk over straight legs, standing or seated. The trunk is read as it is held. Thigh and
 * knee are read as changes from the start position: where the model puts the hip in the body's clothes is
 * off by several degrees, but by the same ones all through a trial.
 */
export function measureBend(frames: TrialFrames): Measured {
  const middle = (
    poses: readonly Pose[],
    angle: (pose: Pose, side: BodySide, facing: Facing) => number,
  ): number => median(poses.map((pose) => angle(pose, frames.side, frames.facing)));
  const trunk = correct(curves['trunk-inclination'], middle(frames.hold, trunkInclination));
  const leanChange = middle(frames.hold, thighLean) - middle(frames.rest, thighLean);
  const kneeChange = middle(frames.hold, kneeFlexion) - middle(frames.rest, kneeFlexion);
  const isSeated = frames.step.test === 'chair-reach';
  const lean = isSeated ? middle(frames.hold, thighLean) : standingLean + leanChange;
  const knee = isSeated
    ? correct(curves['knee-lying'], middle(frames.hold, kneeFlexion))
    : correct(curves['knee-standing'], kneeChange);
  return {
    camera: null,
    quantities: {
      'hip-flexion': estimate(correct(curves['hip-flexion'], trunk - lean), [
        curves['hip-flexion'].sd,
        frames.unrest / 2,
      ]),
      'trunk-inclination': estimate(trunk, [curves['trunk-inclination'].sd, frames.unrest / 2]),
      'knee-flexion': estimate(knee, [curves['knee-standing'].sd]),
    },
  };
}
