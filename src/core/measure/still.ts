import { facingOf, nearSide, sided, type Facing } from '../body/facing.ts';
import { framingProblem } from '../body/framing.ts';
import { kneeFlexion, legLean, trunkInclination } from '../body/joint-angle.ts';
import { keypoint, opposite, type BodySide, type Pose } from '../body/pose.ts';
import type { Survey } from '../body/survey.ts';
import { lookingAt, ontoPlane } from '../geometry/pinhole.ts';
import { between } from '../geometry/vector.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import { reasonOf } from '../protocol/machine.ts';
import type { Quantity, Step } from '../protocol/protocol.ts';
import { refusal, type Estimate, type RefusedTrial } from '../session/trial.ts';
import { correct, predict } from './calibration.ts';
import { curves, stillLean } from './calibration-table.ts';
import { guessCamera, type CameraGuess } from './camera-guess.ts';
import { guessedPriors } from './camera-priors.ts';
import { angleOf, guessedView } from './rectify.ts';
import { showsSecondPerson } from './second-person.ts';
import { estimate } from './uncertainty.ts';

/** What one picture gives: numbers, wider than a trial's, or a refusal. */
export interface MeasuredStill {
  readonly kind: 'measured';
  readonly side: BodySide;
  readonly quantities: Readonly<Partial<Record<Quantity, Estimate>>>;
}

/**
 * The numbers of a single picture. It has no rest and no arc: the other leg is the zero of a leg raise, the
 * camera is guessed from the lying body, and nothing can be said about holding or cheating. `surveys`: searches
 * of the picture for everybody in it.
 */
export function measureStill(
  pose: Pose | null,
  step: Step,
  surveys: readonly Survey[] = [],
): MeasuredStill | RefusedTrial {
  if (!pose) return refusal('nobody');
  if (surveys.some((survey) => showsSecondPerson(pose, survey))) return refusal('second-person');
  const facing = facingOf(pose, protocolOf(step.test).posture);
  const near = nearSide(facing);
  const side = step.side ?? near;
  if (side !== near) return refusal('far-leg');
  const own = sided(pose, facing);
  const problem = framingProblem(own, side);
  if (problem === 'feet-out' || problem === 'body-out') return refusal(reasonOf(problem));
  return { kind: 'measured', side, quantities: quantitiesOf(own, side, facing, step) };
}

function quantitiesOf(
  pose: Pose,
  side: BodySide,
  facing: Facing,
  step: Step,
): MeasuredStill['quantities'] {
  const knee = kneeFlexion(pose, side, facing);
  switch (step.test) {
    case 'slr': {
      const raise = raiseAgainstOtherLeg(pose, side, facing, guessCamera([pose], facing));
      return {
        'leg-raise': calibrated('leg-raise-still', raise),
        'knee-flexion': calibrated('knee-lying-still', knee),
      };
    }
    case 'ake':
      return { 'knee-flexion': calibrated('knee-straightening-still', knee) };
    case 'chair-reach': {
      const trunk = correct(
        curves['trunk-inclination-still'],
        trunkInclination(pose, side, facing),
      );
      return {
        'hip-flexion': calibrated('hip-flexion-seated', trunk - legLean(pose, side, facing)),
        'knee-flexion': calibrated('knee-seated', knee),
      };
    }
    case 'forward-bend': {
      const trunk = correct(
        curves['trunk-inclination-still'],
        trunkInclination(pose, side, facing),
      );
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

/**
 * The angle between both legs in the plane of the movement, degrees. The other leg moves in a plane beside
 * it; seen from one camera, carrying its points onto the near plane only scales them.
 */
export function raiseAgainstOtherLeg(
  pose: Pose,
  side: BodySide,
  facing: Facing,
  guess: CameraGuess,
): number {
  const seen = lookingAt(keypoint(pose, side, 'hip'), pose.frame);
  const onto = ontoPlane(guessedView(guessedPriors(guess)), facing);
  const legAngle = (of: BodySide): number =>
    angleOf(
      between(onto(seen(keypoint(pose, of, 'hip'))), onto(seen(keypoint(pose, of, 'ankle')))),
    );
  return legAngle(side) - legAngle(opposite(side));
}
