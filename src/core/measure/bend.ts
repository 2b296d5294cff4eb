import { kneeFlexion, legLean, thighLean, trunkInclination } from '../body/joint-angle.ts';
import type { BodySide, Pose } from '../body/pose.ts';
import type { Facing } from '../body/facing.ts';
import type { Estimate } from '../session/trial.ts';
import { median } from '../signal/robust.ts';
import { correct, type CurveKey } from './calibration.ts';
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
  const knee = middle(frames.hold, kneeFlexion);
  const isSeated = frames.step.test === 'chair-reach';
  const unrest = frames.unrest / 2;
  if (isSeated) {
    const seated = trunk - middle(frames.hold, legLean);
    return {
      camera: null,
      quantities: {
        'hip-flexion': calibrated('hip-flexion-seated', seated, unrest),
        'knee-flexion': calibrated('knee-seated', knee),
      },
    };
  }
  const lean = standingLean + middle(frames.hold, thighLean) - middle(frames.rest, thighLean);
  return {
    camera: null,
    quantities: {
      'hip-flexion': calibrated('hip-flexion', trunk - lean, unrest),
      'trunk-inclination': estimate(trunk, [curves['trunk-inclination'].sd, unrest]),
      'knee-flexion': calibrated('knee-standing', knee - middle(frames.rest, kneeFlexion)),
    },
  };
}

function calibrated(key: CurveKey, measured: number, unrest = 0): Estimate {
  return estimate(correct(curves[key], measured), [curves[key].sd, unrest]);
}
