import { swapped } from '../body/facing.ts';
import { keypoint, opposite, type BodySide, type Landmark, type Pose } from '../body/pose.ts';

/** The leg's points that pose models exchange between left and right. */
const leg: readonly Landmark[] = ['knee', 'ankle', 'heel', 'toe'];

/**
 * Chosen: a frame's legs are exchanged only where that brings them more than twice as near to where they
 * were, so that legs lying beside each other stay as the model has them.
 */
const clearlyNearer = 0.5;

/** Poses whose legs keep their side, and the share of frames in which the model had exchanged them. */
export interface LockedPoses {
  readonly poses: readonly Pose[];
  readonly repaired: number;
}

/** Keeps left left and right right through a trial: legs move on smoothly, labels may jump. */
export function lockSides(poses: readonly Pose[]): LockedPoses {
  let repaired = 0;
  let before: Pose | null = null;
  const locked = poses.map((pose) => {
    const isExchanged = before !== null && wasExchanged(pose, before);
    const kept = isExchanged ? swapped(pose, leg) : pose;
    if (isExchanged) repaired++;
    before = kept;
    return kept;
  });
  return { poses: locked, repaired: poses.length === 0 ? 0 : repaired / poses.length };
}

function wasExchanged(pose: Pose, before: Pose): boolean {
  const as = (side: BodySide): number =>
    leg.reduce((sum, landmark) => {
      const left = distance(pose, side, before, 'left', landmark);
      const right = distance(pose, opposite(side), before, 'right', landmark);
      return sum + left + right;
    }, 0);
  return as('right') < as('left') * clearlyNearer;
}

function distance(a: Pose, sideA: BodySide, b: Pose, sideB: BodySide, landmark: Landmark): number {
  const from = keypoint(a, sideA, landmark);
  const to = keypoint(b, sideB, landmark);
  return Math.hypot(from.x - to.x, from.y - to.y);
}
