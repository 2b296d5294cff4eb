import { turnOf } from '../body/facing.ts';
import { kneeFlexion, legElevation, segment, thighElevation } from '../body/joint-angle.ts';
import { keypoint, opposite, type Pose } from '../body/pose.ts';
import { length } from '../geometry/vector.ts';
import {
  kneeLimitLying,
  kneeLimitSeated,
  kneeLimitStanding,
  otherLegLimit,
  pelvisLimit,
  thighDriftLimit,
  turnLimit,
  unsureShare,
} from '../protocol/validity.ts';
import { refusal, type RefusedTrial } from '../session/trial.ts';
import { median } from '../signal/robust.ts';
import { correct } from './calibration.ts';
import { curves } from './calibration-table.ts';
import { kneeInPlane, lyingView } from './in-plane.ts';
import type { TrialFrames } from './trial-frames.ts';

const kneeLimits = {
  slr: kneeLimitLying,
  'forward-bend': kneeLimitStanding,
  'chair-reach': kneeLimitSeated,
} as const;

/** The first way in which a held trial was not the test, or null. */
export function findCheat(frames: TrialFrames): RefusedTrial | null {
  if (frames.unsure > unsureShare) return refusal('low-confidence');
  const turned = middle(frames.rest, turnOf);
  if (turned > turnLimit) return refusal('not-side-on', turned);
  const { test } = frames.step;
  if (test === 'ake') {
    const drift = Math.abs(middle(frames.hold, (pose) => thigh(pose, frames)) - 90);
    return drift > thighDriftLimit ? refusal('thigh-drift', drift) : null;
  }
  const knee = kneeBend(frames);
  if (knee > kneeLimits[test]) return refusal('knee-bent', knee);
  if (test !== 'slr') return null;
  const lift = rise(frames, (pose) => legElevation(pose, opposite(frames.side), frames.facing));
  if (lift > otherLegLimit) return refusal('other-leg-lifted', lift);
  const pelvis = pelvisRise(frames);
  return pelvis > pelvisLimit ? refusal('pelvis-lifted') : null;
}

function kneeBend(frames: TrialFrames): number {
  const { hold, rest, side, facing, step } = frames;
  const knee = (pose: Pose): number => kneeFlexion(pose, side, facing);
  if (step.test === 'forward-bend') return correct(curves['knee-standing'], rise(frames, knee));
  if (step.test === 'chair-reach') return correct(curves['knee-lying'], middle(hold, knee));
  const view = lyingView(rest, facing);
  const inPlane = middle(hold, (pose) => kneeInPlane(pose, side, facing, view));
  return correct(curves['knee-lying'], inPlane);
}

function pelvisRise(frames: TrialFrames): number {
  const height = (pose: Pose): number => -keypoint(pose, frames.side, 'hip').y;
  const thighLength = middle(frames.rest, (pose) =>
    length(segment(pose, frames.side, 'hip', 'knee')),
  );
  return rise(frames, height) / thighLength;
}

function thigh(pose: Pose, frames: TrialFrames): number {
  return thighElevation(pose, frames.side, frames.facing);
}

/** The change of a reading from rest to hold. */
function rise(frames: TrialFrames, reading: (pose: Pose) => number): number {
  return middle(frames.hold, reading) - middle(frames.rest, reading);
}

function middle(poses: readonly Pose[], reading: (pose: Pose) => number): number {
  return median(poses.map(reading));
}
