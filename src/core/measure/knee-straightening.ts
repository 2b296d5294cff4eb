import { kneeFlexion } from '../body/joint-angle.ts';
import { median } from '../signal/robust.ts';
import { calibrated } from './calibrated.ts';
import type { Measured, TrialFrames } from './trial-frames.ts';

/** The knee flexion that is left at the end of a knee straightening. */
export function measureKneeStraightening(frames: TrialFrames): Measured {
  const knee = median(frames.hold.map((pose) => kneeFlexion(pose, frames.side, frames.facing)));
  return {
    camera: null,
    quantities: { 'knee-flexion': calibrated('knee-straightening', knee, frames) },
  };
}
