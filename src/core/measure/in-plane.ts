import type { Facing } from '../body/facing.ts';
import { keypoint, opposite, type BodySide, type Landmark, type Pose } from '../body/pose.ts';
import { degrees, type Degrees } from '../geometry/angle.ts';
import { lookingAt, ontoPlane, type View } from '../geometry/pinhole.ts';
import { between, type Vector } from '../geometry/vector.ts';
import { leastScore } from '../body/framing.ts';
import { median } from '../signal/robust.ts';
import { guessCamera } from './camera-guess.ts';
import { guessedPriors } from './camera-priors.ts';
import { angleOf, guessedView, restingLevel } from './rectify.ts';

/*
 * Angles of a lying body in the plane of its movement, degrees, through the near hip. The other leg moves in a
 * plane beside it; seen from one camera, carrying its points onto the near plane only scales them.
 */

/** How the camera is guessed to see a lying body, from several poses. */
export function lyingView(poses: readonly Pose[], facing: Facing): View {
  return guessedView(guessedPriors(guessCamera(poses, facing)));
}

const legEnds: readonly Landmark[] = ['knee', 'ankle'];

/** Knee flexion of the given side: 0 straight, growing as the heel comes to the buttock. */
export function kneeInPlane(pose: Pose, side: BodySide, facing: Facing, view: View): Degrees {
  const direction = directionsIn(pose, side, facing, view);
  return degrees(direction(side, 'hip', 'knee') - direction(side, 'knee', 'ankle'));
}

/**
 * How far the given leg is raised, in several looks at one picture. Its zero is half way between the other leg, where
 * that is seen, and a leg at rest on a level floor: one is read with an error, the other one guessed.
 */
export function raiseOnFloor(
  looks: readonly Pose[],
  side: BodySide,
  facing: Facing,
  view: View,
): Degrees {
  const lines = looks.map((pose) => {
    const direction = directionsIn(pose, side, facing, view);
    return { pose, of: (leg: BodySide) => direction(leg, 'hip', 'ankle') };
  });
  const other = opposite(side);
  const seen = lines.filter(({ pose }) => isSeen(pose, other));
  const level =
    seen.length === 0 ? restingLevel : (restingLevel + median(seen.map(({ of }) => of(other)))) / 2;
  return degrees(median(lines.map(({ of }) => of(side))) - level);
}

/** Whether the model sees knee and ankle of a leg rather than guesses them. */
function isSeen(pose: Pose, side: BodySide): boolean {
  return legEnds.every((landmark) => keypoint(pose, side, landmark).score >= leastScore);
}

/** Directions between landmarks of a side: 0 to the feet, 90 up. */
function directionsIn(
  pose: Pose,
  near: BodySide,
  facing: Facing,
  view: View,
): (side: BodySide, from: Landmark, to: Landmark) => Degrees {
  const seen = lookingAt(keypoint(pose, near, 'hip'), pose.frame);
  const onto = ontoPlane(view, facing);
  const at = (side: BodySide, landmark: Landmark): Vector =>
    onto(seen(keypoint(pose, side, landmark)));
  return (side, from, to) => angleOf(between(at(side, from), at(side, to)));
}
