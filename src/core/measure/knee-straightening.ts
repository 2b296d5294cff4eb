import { kneeFlexion } from '../body/joint-angle.ts';
import { median } from '../signal/robust.ts';
import { correct } from './calibration.ts';
import { curves } from './calibration-table.ts';
import type { Measured, TrialFrames } from './trial-frames.ts';
import { estimate } from './uncertainty.ts';

/** The knee flexion that is left at the end of a knee straightening. */
export function measureKneeStraightening(frames: TrialFrames): Measured {
  const knee = median(frames.hold.map((pose) => kneeFlexion(pose, frames.side, frames.facing)));
  return {
    camera: null,
    quantities: {
      'knee-flexion': estimate(correct(curves['knee-straightening'], knee), [
        curves['knee-straightening'].sd,
        frames.unrest / 2,
      ]),
    },
  };
}
