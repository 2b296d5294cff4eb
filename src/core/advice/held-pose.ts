import { centre, facingOf } from '../body/facing.ts';
import { isMeasurable, postureProblem } from '../body/framing.ts';
import { legElevation } from '../body/joint-angle.ts';
import type { BodySide, Pose, Sighting } from '../body/pose.ts';
import { degrees, toDegrees, turn, wrap, type Degrees } from '../geometry/angle.ts';
import { between } from '../geometry/vector.ts';
import type { ExerciseId } from './exercises.ts';
import { pointsOf, type Posture } from './figure.ts';
import { figures } from './figures.ts';

/**
 * What a camera follows of a held pose. `leg`: how far the leg that is farther up is raised over the horizontal, hip to
 * ankle, by a body that lies. `trunk`: how far the trunk leans from the vertical, over legs that hang or stand.
 */
export type Followed = 'leg' | 'trunk';

/**
 * The exercises whose hold can be counted by a camera, and what it follows of them: those whose held pose is that of a
 * test, since only of such poses there are clips that show that the model sees them. Left out though they look alike: the
 * leg up a door frame, as the wall hides half of the body.
 */
const followed: Readonly<Partial<Record<ExerciseId, Followed>>> = {
  'strap-supine': 'leg',
  'knee-straightening': 'leg',
  'seated-chair': 'trunk',
  'standing-step': 'trunk',
  'toe-touch': 'trunk',
};

/**
 * From which share of the figure's way on a pose may be a hold at all. Chosen: a third, so that a stiff body is well
 * beyond it (the least raise of the dev subjects is 36 degrees, a third is 22) and a leg at rest, which a turned or tilted
 * camera reads up to 15 degrees off level, is not.
 */
const leastShare = 1 / 3;

/**
 * How far one leg has to point down for the body to sit or stand, in degrees below the horizontal. Chosen half way between
 * the legs of who lies, up to 15, and the bent leg of who sits, 43.
 */
const downward = 30;

/** What a frame shows of a pose that is to be held. */
export interface HoldSample {
  /** The frame's own time in milliseconds. */
  readonly at: number;
  /** Whether a body is seen well enough to be followed. */
  readonly isSeen: boolean;
  /** What is followed, in degrees that grow with the stretch; null where the body is not in the exercise's position. */
  readonly angle: Degrees | null;
}

/** What a camera follows of an exercise; null where its hold cannot be counted by one. */
export function followedOf(exercise: ExerciseId): Followed | null {
  return followed[exercise] ?? null;
}

/** The least angle at which the pose of an exercise may be a hold, in degrees; Infinity where no camera follows it. */
export function leastHeld(exercise: ExerciseId): number {
  const what = followedOf(exercise);
  const { start, end } = figures[exercise];
  if (what === null || start === null) return Infinity;
  const from = drawnAngle(start, what);
  return from + (drawnAngle(end, what) - from) * leastShare;
}

/** What a sighting says about the hold of an exercise; of one that no camera follows only whether a body is seen. */
export function holdSampleOf({ capturedAt: at, pose }: Sighting, exercise: ExerciseId): HoldSample {
  if (pose === null) return { at, isSeen: false, angle: null };
  const what = followedOf(exercise);
  // Which side works is told by voice and figure; the camera sees a pose, and does not judge whose side it is.
  const sides = (['left', 'right'] as const).filter((side) => isMeasurable(pose, side));
  if (what === null || sides.length === 0) return { at, isSeen: sides.length > 0, angle: null };
  const angle = what === 'leg' ? raisedLeg(pose, sides) : leaningTrunk(pose, sides);
  return { at, isSeen: true, angle };
}

function raisedLeg(pose: Pose, sides: readonly BodySide[]): Degrees | null {
  const facing = facingOf(pose, 'lying');
  const lies = sides.some((side) => postureProblem(pose, 'lying', side, facing) === null);
  return lies ? degrees(Math.max(...sides.map((side) => legElevation(pose, side, facing)))) : null;
}

function leaningTrunk(pose: Pose, sides: readonly BodySide[]): Degrees | null {
  const facing = facingOf(pose, 'standing');
  const lowest = Math.min(...sides.map((side) => legElevation(pose, side, facing)));
  if (lowest > -downward) return null;
  const trunk = between(centre(pose, 'hip'), centre(pose, 'shoulder'));
  return degrees(Math.abs(wrap(turn({ x: 0, y: -1 }, trunk))));
}

/** The same angle of a figure. */
function drawnAngle(posture: Posture, what: Followed): number {
  if (what === 'trunk') return Math.abs(posture.trunk);
  const { hip, near } = pointsOf(posture);
  const leg = between(hip, near.ankle);
  return toDegrees(Math.atan2(leg.y, leg.x));
}
