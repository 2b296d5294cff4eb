import { facingOf, nearSide, sided, type Facing } from '../body/facing.ts';
import { framingProblem } from '../body/framing.ts';
import { kneeFlexion, legLean, trunkInclination } from '../body/joint-angle.ts';
import type { BodySide, Pose } from '../body/pose.ts';
import type { Survey } from '../body/survey.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import { reasonOf } from '../protocol/machine.ts';
import type { Quantity, Step, TestId, ViewProblem } from '../protocol/protocol.ts';
import { shownAngle } from '../protocol/sample.ts';
import { refusal, type Estimate, type RefusedTrial } from '../session/trial.ts';
import { median } from '../signal/robust.ts';
import { correct, predict } from './calibration.ts';
import { seatedLegShare } from './bend.ts';
import { curves, stillLean } from './calibration-table.ts';
import { kneeInPlane, lyingView, raiseOnFloor } from './in-plane.ts';
import { showsSecondPerson } from './second-person.ts';
import { estimate } from './uncertainty.ts';

/** What one picture gives: numbers, wider than a trial's, or a refusal. */
export interface MeasuredStill {
  readonly kind: 'measured';
  readonly side: BodySide;
  readonly quantities: Readonly<Partial<Record<Quantity, Estimate>>>;
}

/**
 * Looks at the same picture that are this far from the middle one have not seen the same body. Chosen: on the dev
 * pictures sound looks lie within 10 degrees of their middle, gross failures 20 and more apart.
 */
const sameReading = 10;

/** Chosen: so many of the looks have to agree; of eight, two may fail. */
const shareAgreeing = 0.75;

/**
 * The numbers of a single picture from several looks at it: by different models, from different regions, in
 * the mirror. Each number is the middle of all looks, and where too few agree there is none. A picture has
 * no rest and no arc: the other leg is the zero of a leg raise, the camera is guessed from the lying body, and
 * nothing can be said about holding or cheating. `surveys`: searches of the picture for everybody in it.
 */
export function measureStill(
  looks: readonly Pose[],
  step: Step,
  surveys: readonly Survey[] = [],
): MeasuredStill | RefusedTrial {
  if (looks.length === 0) return refusal('nobody');
  if (surveys.some((survey) => looks.every((pose) => showsSecondPerson(pose, survey)))) {
    return refusal('second-person');
  }
  const { facing, poses } = sidedAlike(looks, step.test);
  const near = nearSide(facing);
  const side = step.side ?? near;
  if (side !== near) return refusal('far-leg');
  const problems = poses.map((pose) => framingProblem(pose, side)).filter(isCut);
  if (problems[0] && 2 * problems.length > poses.length) return refusal(reasonOf(problems[0]));
  const shown = poses.map((pose) => shownAngle(pose, side, facing, step.test));
  if (!doAgree(shown)) return refusal('low-confidence');
  return { kind: 'measured', side, quantities: quantitiesOf(poses, side, facing, step) };
}

/** The looks with the facing that most of them have, and labels to it. */
export function sidedAlike(
  looks: readonly Pose[],
  test: TestId,
): { facing: Facing; poses: readonly Pose[] } {
  const { posture } = protocolOf(test);
  const votes = looks.reduce((sum, pose) => sum + facingOf(pose, posture), 0);
  const facing: Facing = votes >= 0 ? 1 : -1;
  return { facing, poses: looks.map((pose) => sided(pose, facing)) };
}

/** Whether enough readings of one thing lie near their middle. */
export function doAgree(readings: readonly number[]): boolean {
  const middle = median(readings);
  const near = readings.filter((reading) => Math.abs(reading - middle) <= sameReading);
  return near.length >= shareAgreeing * readings.length;
}

/** Whether what is missing is more than a picture can do without: it may lack the head. */
function isCut(problem: ViewProblem | null): problem is ViewProblem {
  return problem === 'feet-out' || problem === 'body-out';
}

function quantitiesOf(
  poses: readonly Pose[],
  side: BodySide,
  facing: Facing,
  step: Step,
): MeasuredStill['quantities'] {
  const middle = (reading: (pose: Pose) => number): number => median(poses.map(reading));
  const knee = middle((pose) => kneeFlexion(pose, side, facing));
  const inclination = middle((pose) => trunkInclination(pose, side, facing));
  const trunk = correct(curves['trunk-inclination-still'], inclination);
  switch (step.test) {
    case 'slr': {
      const view = lyingView(poses, facing);
      return {
        'leg-raise': calibrated('leg-raise-still', raiseOnFloor(poses, side, facing, view)),
        'knee-flexion': calibrated(
          'knee-lying-still',
          middle((pose) => kneeInPlane(pose, side, facing, view)),
        ),
      };
    }
    case 'ake': {
      const view = lyingView(poses, facing);
      return {
        'knee-flexion': calibrated(
          'knee-straightening-still',
          middle((pose) => kneeInPlane(pose, side, facing, view)),
        ),
      };
    }
    case 'chair-reach':
      return {
        'hip-flexion': calibrated(
          'hip-flexion-seated',
          trunk - seatedLegShare * middle((pose) => legLean(pose, side, facing)),
        ),
        'knee-flexion': calibrated('knee-seated', knee),
      };
    case 'forward-bend': {
      const lean = predict(stillLean, (feature) => (feature === 'trunk' ? trunk : knee));
      return {
        'hip-flexion': calibrated('hip-flexion-still', trunk - lean),
        'trunk-inclination': estimate(trunk, [curves['trunk-inclination-still'].sd]),
        'knee-flexion': calibrated('knee-standing-still', knee),
      };
    }
  }
}

function calibrated(key: keyof typeof curves, measured: number): Estimate {
  return estimate(correct(curves[key], measured), [curves[key].sd]);
}
