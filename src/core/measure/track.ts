import { commonFacing, nearSide, sided, type Facing } from '../body/facing.ts';
import { framingProblem, isMeasurable } from '../body/framing.ts';
import { segment } from '../body/joint-angle.ts';
import type { BodySide, Pose, Sighting } from '../body/pose.ts';
import { length } from '../geometry/vector.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import { reasonOf } from '../protocol/machine.ts';
import type { RefusalReason, Step } from '../protocol/protocol.ts';
import { median } from '../signal/robust.ts';
import { lockSides } from '../signal/side-lock.ts';

/**
 * Chosen: a thigh and shank that together differ by more than this share from the trial's own middle are
 * no leg but a wrong guess. Perspective alone changes them by up to 25 % in the dev clips.
 */
const lengthBand = 0.4;

/** A trial's usable frames: facing and side locked, labels repaired, wrong guesses left out. */
export interface Track {
  readonly facing: Facing;
  readonly side: BodySide;
  readonly poses: readonly Pose[];
  /** Share of frames in which the measured leg was seen well. */
  readonly seen: number;
  /** Share of frames whose legs the model had exchanged. */
  readonly repaired: number;
}

/** The track of a trial, or the reason why there is nothing to be measured. */
export function trackOf(sightings: readonly Sighting[], step: Step): Track | RefusalReason {
  const found = sightings.flatMap(({ pose }) => (pose ? [pose] : []));
  if (found.length === 0) return 'nobody';
  const facing = commonFacing(found, protocolOf(step.test).posture);
  const near = nearSide(facing);
  const side = step.side ?? near;
  if (side !== near) return 'far-leg';
  const { poses, repaired } = lockSides(found.map((pose) => sided(pose, facing)));
  const usable = withSteadyBones(
    poses.filter((pose) => isMeasurable(pose, side)),
    side,
  );
  if (usable.length === 0) return reasonOf(framingProblem(poses[0] as Pose, side) ?? 'unsure');
  return { facing, side, poses: usable, seen: usable.length / sightings.length, repaired };
}

/** Leaves out the frames in which the measured leg has changed its length. */
function withSteadyBones(poses: readonly Pose[], side: BodySide): Pose[] {
  const legLength = (pose: Pose): number =>
    length(segment(pose, side, 'hip', 'knee')) + length(segment(pose, side, 'knee', 'ankle'));
  const usual = median(poses.map(legLength));
  return poses.filter((pose) => Math.abs(legLength(pose) - usual) <= lengthBand * usual);
}
