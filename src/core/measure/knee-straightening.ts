import { median } from '../signal/robust.ts';
import { calibrated } from './calibrated.ts';
import { kneeInPlane, lyingView } from './in-plane.ts';
import type { Measured, TrialFrames } from './trial-frames.ts';

/** The knee flexion that is left at the end of a knee straightening, in the plane of the movement. */
export function measureKneeStraightening(frames: TrialFrames): Measured {
  const { rest, hold, side, facing } = frames;
  const view = lyingView(rest, facing);
  const knee = median(hold.map((pose) => kneeInPlane(pose, side, facing, view)));
  return {
    camera: null,
    quantities: { 'knee-flexion': calibrated('knee-straightening', knee, frames) },
  };
}
