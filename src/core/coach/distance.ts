import { nearSide, type Facing } from '../body/facing.ts';
import { segment } from '../body/joint-angle.ts';
import { keypoint, type Pose } from '../body/pose.ts';
import { length } from '../geometry/vector.ts';
import type { Posture } from '../protocol/protocol.ts';
import { bodyLength } from './silhouette.ts';

/** Chosen: a body that fills more of the picture leaves its edges no room. The dev subjects fill 0.78 at most. */
const mostFilled = 0.9;

/**
 * Least length of trunk and leg together, as a share of the picture's longer side. Chosen: somewhat above where the
 * model loses dev stills that are scaled down (`node tests/accuracy/run.mjs coach-main`), so that it is told before.
 * Lying bodies are found down to 0.23, and lost or taken for something else at 0.19; upright ones are lost, or their
 * knees off by a tenth of them, from 0.14 on.
 */
const leastLength: Readonly<Record<Posture, number>> = {
  lying: 0.25,
  standing: 0.2,
  seated: 0.2,
};

/** Chosen: the foot reaches this much farther than the ankle, in leg lengths (Drillis and Contini 1966: 0.08). */
const footBeyond = 0.1;

/** Chosen: the head's top is this much farther from the hip than the shoulder, in trunk lengths (as above: 1.6). */
const headBeyond = 1.5;

/**
 * Whether the camera is too near or too far for the body, whole in the picture, and for the movement to come: a leg
 * that is raised, a trunk that bends forward. Null when it is neither.
 */
export function distanceProblem(
  pose: Pose,
  posture: Posture,
  facing: Facing,
): 'too-near' | 'too-far' | null {
  const { width, height } = pose.frame;
  if (bodyLength(pose, facing) < leastLength[posture] * Math.max(width, height)) return 'too-far';
  const points = Object.values(pose.keypoints);
  const across = extent(points.map(({ x }) => x)) / width;
  const down = extent(points.map(({ y }) => y)) / height;
  if (Math.max(across, down) > mostFilled) return 'too-near';
  return hasRoom(pose, posture, facing) ? null : 'too-near';
}

function hasRoom(pose: Pose, posture: Posture, facing: Facing): boolean {
  const near = nearSide(facing);
  const hip = keypoint(pose, near, 'hip');
  if (posture === 'lying') {
    const leg =
      length(segment(pose, near, 'hip', 'knee')) + length(segment(pose, near, 'knee', 'ankle'));
    return hip.y - leg * (1 + footBeyond) > 0;
  }
  const reach = headBeyond * length(segment(pose, near, 'hip', 'shoulder'));
  const head = hip.x + facing * reach;
  return head > 0 && head < pose.frame.width;
}

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
