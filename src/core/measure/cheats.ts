import { kneeFlexion, legElevation, segment, thighElevation } from '../body/joint-angle.ts';
import { keypoint, opposite, type Pose, type Sighting } from '../body/pose.ts';
import { length } from '../geometry/vector.ts';
import type { RefusalReason } from '../protocol/protocol.ts';
import {
  kneeLimitLying,
  kneeLimitStanding,
  otherLegLimit,
  pelvisLimit,
  thighDriftLimit,
  unsureShare,
} from '../protocol/validity.ts';
import { refusal, type RefusedTrial } from '../session/trial.ts';
import { findPlateau, type Point } from '../signal/plateau.ts';
import { median } from '../signal/robust.ts';
import { correct } from './calibration.ts';
import { curves } from './calibration-table.ts';
import type { TrialFrames } from './trial-frames.ts';

/** A stretch that was meant as a hold but wavered. Chosen: two and a half times a hold's limits. */
const waveringRule = { direction: 1, minMs: 1000, maxSpread: 5, maxSpeed: 8 } as const;

/** A bounce: so far down and up again, and so often (clinical protocol table). Degrees. */
const bounceDepth = 3;
const bounces = 2;

/** The first way in which a held trial was not the test, or null. */
export function findCheat(
  frames: TrialFrames,
  sightings: readonly Sighting[],
): RefusedTrial | null {
  const unseen = shareUnseen(frames, sightings);
  if (unseen > unsureShare) return refusal('low-confidence');
  const { test } = frames.step;
  if (test === 'ake') {
    const drift = Math.abs(middle(frames.hold, (pose) => thigh(pose, frames)) - 90);
    return drift > thighDriftLimit ? refusal('thigh-drift', drift) : null;
  }
  const knee = kneeBend(frames);
  if (knee > (test === 'slr' ? kneeLimitLying : kneeLimitStanding)) {
    return refusal('knee-bent', knee);
  }
  if (test !== 'slr') return null;
  const lift = rise(frames, (pose) => legElevation(pose, opposite(frames.side), frames.facing));
  if (lift > otherLegLimit) return refusal('other-leg-lifted', lift);
  const pelvis = pelvisRise(frames);
  return pelvis > pelvisLimit ? refusal('pelvis-lifted') : null;
}

/** Why a trace without a hold has none. `trace` starts at rest and grows with the movement. */
export function whyNotHeld(
  trace: readonly Point[],
  rest: number,
  smallestMovement: number,
): RefusalReason {
  const peak = Math.max(...trace.map(({ value }) => value));
  if (peak - rest < smallestMovement) return 'no-movement';
  const wavering = findPlateau(trace, waveringRule);
  if (!wavering || wavering.value - rest < smallestMovement) return 'not-held';
  const top = trace.slice(wavering.first, wavering.last + 1).map(({ value }) => value);
  return reversals(top) >= bounces ? 'bounced' : 'unstable';
}

/** How often values turn from falling by `bounceDepth` to rising by it. */
function reversals(values: readonly number[]): number {
  let count = 0;
  let high = values[0] as number;
  let low: number | null = null;
  for (const value of values) {
    if (low === null) {
      high = Math.max(high, value);
      if (high - value > bounceDepth) low = value;
    } else {
      low = Math.min(low, value);
      if (value - low > bounceDepth) {
        count++;
        high = value;
        low = null;
      }
    }
  }
  return count;
}

function shareUnseen(frames: TrialFrames, sightings: readonly Sighting[]): number {
  const from = (frames.hold[0] as Pose).capturedAt;
  const to = (frames.hold.at(-1) as Pose).capturedAt;
  const during = sightings.filter(({ capturedAt: at }) => at >= from && at <= to);
  return 1 - frames.hold.length / during.length;
}

function kneeBend(frames: TrialFrames): number {
  const knee = (pose: Pose): number => kneeFlexion(pose, frames.side, frames.facing);
  if (frames.step.test === 'forward-bend') {
    return correct(curves['knee-standing'], rise(frames, knee));
  }
  return correct(curves['knee-lying'], middle(frames.hold, knee));
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
