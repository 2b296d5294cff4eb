import { kneeFlexion, legLean, thighLean, trunkInclination } from '../body/joint-angle.ts';
import type { BodySide, Pose } from '../body/pose.ts';
import type { Facing } from '../body/facing.ts';
import { median } from '../signal/robust.ts';
import { calibrated } from './calibrated.ts';
import { correct } from './calibration.ts';
import { curves, standingLean } from './calibration-table.ts';
import type { Measured, TrialFrames } from './trial-frames.ts';

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
  const inclination = middle(frames.hold, trunkInclination);
  const trunk = correct(curves['trunk-inclination'], inclination);
  const knee = middle(frames.hold, kneeFlexion);
  if (frames.step.test === 'chair-reach') {
    const hip = trunk - middle(frames.hold, legLean);
    return {
      camera: null,
      quantities: {
        'hip-flexion': calibrated('hip-flexion-seated', hip, frames),
        'knee-flexion': calibrated('knee-seated', knee, frames),
      },
    };
  }
  const lean = standingLean + middle(frames.hold, thighLean) - middle(frames.rest, thighLean);
  return {
    camera: null,
    quantities: {
      'hip-flexion': calibrated('hip-flexion', trunk - lean, frames),
      'trunk-inclination': calibrated('trunk-inclination', inclination, frames),
      'knee-flexion': calibrated('knee-standing', knee - middle(frames.rest, kneeFlexion), frames),
    },
  };
}
