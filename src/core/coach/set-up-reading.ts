import { facingOf, nearSide, sided } from '../body/facing.ts';
import { framingProblem, isMeasurable, postureProblem } from '../body/framing.ts';
import type { Pose } from '../body/pose.ts';
import type { Degrees } from '../geometry/angle.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import type { Posture, Step } from '../protocol/protocol.ts';
import { turnLimit } from '../protocol/validity.ts';
import { distanceProblem } from './distance.ts';
import { bodyRoll, isLevel } from './level.ts';
import { lightProblem, type Lighting } from './lighting.ts';
import { isSideOn, turnSeen } from './side-on.ts';
import { isSteady } from './steadiness.ts';
import type { SetUpCheck, SetUpProblem, SetUpStanding } from './set-up-view.ts';

/** Which check speaks of which problem. */
export const checkOf: Readonly<Record<SetUpProblem, SetUpCheck>> = {
  nobody: 'body',
  'two-people': 'body',
  'too-dark': 'light',
  'back-lit': 'light',
  'low-contrast': 'light',
  'not-steady': 'camera',
  'head-out': 'body',
  'feet-out': 'body',
  'body-out': 'body',
  unsure: 'body',
  'not-lying': 'body',
  'not-standing': 'body',
  'not-seated': 'body',
  'wrong-side': 'side-on',
  'not-side-on': 'side-on',
  'too-near': 'distance',
  'too-far': 'distance',
  'not-level': 'camera',
};

/** All that is known at one frame. */
export interface SetUpSight {
  /** The frame's own time in milliseconds. */
  readonly at: number;
  /** The bodies of the last moments, this frame's last; empty when this frame shows nobody. */
  readonly poses: readonly Pose[];
  /** How the last small grey picture was lit; null before the first one. */
  readonly lighting: Lighting | null;
  /** How far the camera moved between the last two of them (`shiftOf`); null where that cannot be told. */
  readonly shift: number | null;
  /** Whether the last search for others has found someone. */
  readonly hasSecond: boolean;
  /** The camera's roll by gravity, in degrees clockwise; null where no sensor tells it. */
  readonly gravityRoll: Degrees | null;
}

/** What one frame says of a set-up. */
export interface SetUpReading {
  readonly at: number;
  readonly problems: readonly SetUpProblem[];
  readonly checks: Readonly<Record<SetUpCheck, SetUpStanding>>;
}

/** What one frame says of the set-up for a step. */
export function readSetUp(sight: SetUpSight, step: Step): SetUpReading {
  const { posture } = protocolOf(step.test);
  const { lighting, shift } = sight;
  const body = bodyReading(sight.poses, posture, step);
  const roll = sight.gravityRoll ?? body.roll;
  const rollSource = sight.gravityRoll === null ? posture : 'gravity';
  const light = lighting && lightProblem(lighting, body.isUnsure);
  // In the dark there may well be somebody.
  const isHidden = light === 'too-dark' && !body.isThere;
  const found: readonly (SetUpProblem | null)[] = [
    ...(isHidden ? [] : body.problems),
    sight.hasSecond ? 'two-people' : null,
    light,
    shift === null || isSteady(shift) ? null : 'not-steady',
    roll === null || isLevel(roll, rollSource) ? null : 'not-level',
  ];
  const problems = found.filter((problem) => problem !== null);
  const standing = (check: SetUpCheck, isKnown: boolean): SetUpStanding => {
    if (problems.some((problem) => checkOf[problem] === check)) return 'bad';
    return isKnown ? 'good' : 'unknown';
  };
  return {
    at: sight.at,
    problems,
    checks: {
      body: standing('body', body.isThere),
      'side-on': standing('side-on', body.isWhole),
      light: standing('light', body.isThere && lighting !== null),
      distance: standing('distance', body.isWhole),
      camera: standing('camera', shift !== null && roll !== null),
    },
  };
}

interface BodyReading {
  readonly problems: readonly SetUpProblem[];
  readonly isThere: boolean;
  /** Whether the leg is not seen well enough. */
  readonly isUnsure: boolean;
  /** Whether it is whole in the picture, seen well and in the test's position: else nothing more can be told. */
  readonly isWhole: boolean;
  readonly roll: Degrees | null;
}

const nobody: BodyReading = {
  problems: ['nobody'],
  isThere: false,
  isUnsure: false,
  isWhole: false,
  roll: null,
};

function bodyReading(seen: readonly Pose[], posture: Posture, { side }: Step): BodyReading {
  const last = seen.at(-1);
  if (!last) return nobody;
  const facing = facingOf(last, posture);
  const pose = sided(last, facing);
  const near = nearSide(facing);
  const isUnsure = !isMeasurable(pose, near);
  const problem = framingProblem(pose, near) ?? postureProblem(pose, posture, near, facing);
  if (problem) return { ...nobody, problems: [problem], isThere: true, isUnsure };
  const poses = seen.map((each) => sided(each, facing));
  const turn = turnSeen(poses, posture, facing);
  // Seen from the front or from behind, an upright body has no near side.
  const isWrong = side !== null && side !== near && turn <= turnLimit;
  const found = [
    isWrong ? ('wrong-side' as const) : null,
    isSideOn(turn, posture) ? null : ('not-side-on' as const),
    distanceProblem(pose, posture, facing),
  ];
  return {
    problems: found.filter((each) => each !== null),
    isThere: true,
    isUnsure,
    isWhole: true,
    roll: bodyRoll(pose, posture, facing),
  };
}
