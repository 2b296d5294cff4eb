import { facingOf, nearSide, sided, turnOf, type Facing } from '../body/facing.ts';
import { framingProblem, isMeasurable, postureProblem } from '../body/framing.ts';
import {
  kneeFlexion,
  legElevation,
  legLean,
  thighElevation,
  thighLean,
  trunkInclination,
} from '../body/joint-angle.ts';
import {
  opposite,
  type BodyPoints,
  type BodySide,
  type Pose,
  type Sighting,
} from '../body/pose.ts';
import { degrees, type Degrees } from '../geometry/angle.ts';
import { protocolOf } from './catalogue.ts';
import type { Sample } from './phase.ts';
import type { Fault, Step, TestId, ViewProblem } from './protocol.ts';
import { kneeCue, kneeCueSeated, thighCue, turnCue } from './validity.ts';

/** Chosen: a resting leg reads up to 15 degrees off level with a turned, high or tilted camera. */
const levelBand = 25;

/** Chosen: the start of a knee straightening is a bent knee over an upright thigh, both roughly. */
const bentKnee = 50;
const uprightBand = 30;

/** Chosen: the leg of a chair reach is nearly straight at the start. */
const straightKnee = 40;

/** What a frame says about a trial of the given step. */
export function sampleOf(sighting: Sighting, step: Step): Sample {
  const at = sighting.capturedAt;
  if (!sighting.pose) return { at, problem: 'nobody', start: null, angle: null, fault: null };
  const { posture } = protocolOf(step.test);
  const facing = facingOf(sighting.pose, posture);
  const pose = sided(sighting.pose, facing);
  const near = nearSide(facing);
  const side = step.side ?? near;
  const angle = isMeasurable(pose, side) ? shownAngle(pose, side, facing, step.test) : null;
  return {
    at,
    problem: viewProblem(pose, side, near),
    start:
      postureProblem(pose, posture, side, facing) ?? startProblem(pose, side, facing, step.test),
    angle,
    fault: angle === null ? null : faultOf(pose, side, facing, step.test),
  };
}

function viewProblem(pose: Pose, side: BodySide, near: BodySide): ViewProblem | null {
  const problem = framingProblem(pose, side);
  if (problem) return problem;
  if (turnOf(pose) > turnCue) return 'not-side-on';
  return side === near ? null : 'wrong-side';
}

/** The test's number as the picture shows it, in degrees. */
export function shownAngle(
  pose: BodyPoints,
  side: BodySide,
  facing: Facing,
  test: TestId,
): Degrees {
  switch (test) {
    case 'slr':
      return legElevation(pose, side, facing);
    case 'ake':
      return kneeFlexion(pose, side, facing);
    case 'forward-bend':
      return degrees(trunkInclination(pose, side, facing) - thighLean(pose, side, facing));
    case 'chair-reach':
      return degrees(trunkInclination(pose, side, facing) - legLean(pose, side, facing));
  }
}

function startProblem(
  pose: Pose,
  side: BodySide,
  facing: Facing,
  test: TestId,
): ViewProblem | null {
  const knee = kneeFlexion(pose, side, facing);
  switch (test) {
    case 'slr':
      return Math.abs(legElevation(pose, side, facing)) > levelBand ? 'leg-not-down' : null;
    case 'ake': {
      const thigh = thighElevation(pose, side, facing);
      if (Math.abs(thigh - 90) > uprightBand) return 'leg-not-up';
      return knee < bentKnee ? 'knee-not-bent' : null;
    }
    case 'forward-bend':
    case 'chair-reach':
      return Math.abs(knee) > straightKnee ? 'knee-not-straight' : null;
  }
}

function faultOf(pose: Pose, side: BodySide, facing: Facing, test: TestId): Fault | null {
  if (test === 'ake') {
    return Math.abs(thighElevation(pose, side, facing) - 90) > thighCue ? 'thigh-drift' : null;
  }
  const latest = test === 'chair-reach' ? kneeCueSeated : kneeCue;
  if (kneeFlexion(pose, side, facing) > latest) return 'knee-bent';
  if (test !== 'slr') return null;
  return legElevation(pose, opposite(side), facing) > levelBand ? 'other-leg-lifted' : null;
}
