import type { Posture, ViewProblem } from '../protocol/protocol.ts';
import { centre, type Facing } from './facing.ts';
import { trunkInclination } from './joint-angle.ts';
import { keypoint, type BodySide, type Keypoint, type Landmark, type Pose } from './pose.ts';

/**
 * The least score of a keypoint that may be measured with. Chosen at 0.5, the middle of BlazePose's visibility
 * (a sigmoid); hip, knee and ankle of the near leg score above 0.9 in all dev clips, those cut by the
 * picture's edge below 0.3.
 */
export const leastScore = 0.5;

/** Chosen: the model's points jitter across the picture's edge by this share of its size. */
const edge = 0.02;

/** Chosen: a trunk within this of the wanted line counts as lying, or as upright. In degrees. */
const postureBand = 40;

/** The near side's points that every angle needs. */
const limb: readonly Landmark[] = ['shoulder', 'hip', 'knee', 'ankle'];

/** Whether a keypoint is inside the picture. */
export function isInside(point: Keypoint, pose: Pose): boolean {
  const { width, height } = pose.frame;
  return (
    point.x > -edge * width &&
    point.x < (1 + edge) * width &&
    point.y > -edge * height &&
    point.y < (1 + edge) * height
  );
}

/** Whether hip, knee, ankle and shoulder of a side are seen well enough to be measured. */
export function isMeasurable(pose: Pose, side: BodySide): boolean {
  return limb.every((landmark) => {
    const point = keypoint(pose, side, landmark);
    return point.score >= leastScore && isInside(point, pose);
  });
}

/** What is missing of the whole body in the picture, or null. */
export function framingProblem(
  pose: Pose,
  side: BodySide,
): Extract<ViewProblem, 'head-out' | 'feet-out' | 'body-out' | 'unsure'> | null {
  const outside = (landmark: Landmark): boolean => !isInside(keypoint(pose, side, landmark), pose);
  if (outside('ankle') || outside('heel') || outside('toe')) return 'feet-out';
  if (outside('ear') || !isInside(pose.keypoints.nose, pose)) return 'head-out';
  if (outside('shoulder') || outside('hip') || outside('knee')) return 'body-out';
  return isMeasurable(pose, side) ? null : 'unsure';
}

/** Whether the body lies, stands or sits as the test wants it at its start; null when it does. */
export function postureProblem(
  pose: Pose,
  posture: Posture,
  side: BodySide,
  facing: Facing,
): Extract<ViewProblem, 'not-lying' | 'not-standing' | 'not-seated'> | null {
  const lean = Math.abs(trunkInclination(pose, side, facing));
  const isUpright = lean < postureBand;
  if (posture === 'lying') {
    const isLevel = Math.abs(Math.min(lean, 360 - lean) - 90) < postureBand;
    return isLevel ? null : 'not-lying';
  }
  const thigh = thighBelow(pose);
  if (posture === 'standing') return isUpright && thigh ? null : 'not-standing';
  return isUpright && !thigh ? null : 'not-seated';
}

/** Whether the thighs hang down rather than point forward. */
function thighBelow(pose: Pose): boolean {
  const hip = centre(pose, 'hip');
  const knee = centre(pose, 'knee');
  return knee.y - hip.y > Math.abs(knee.x - hip.x);
}
