import { keypoint, type Pose } from '../body/pose.ts';
import { degrees } from '../geometry/angle.ts';
import type { Gravity } from '../geometry/gravity.ts';
import { lookingAt, ontoPlane, type View } from '../geometry/pinhole.ts';
import type { Vector } from '../geometry/vector.ts';
import type { CameraFit } from '../session/trial.ts';
import { median } from '../signal/robust.ts';
import { calibrated } from './calibrated.ts';
import { usualFitSd } from './calibration-table.ts';
import { guessCamera, type CameraGuess } from './camera-guess.ts';
import { guessedPriors, priorsWithGravity } from './camera-priors.ts';
import { kneeInPlane, lyingView } from './in-plane.ts';
import { angleOf, guessedView, rectify } from './rectify.ts';
import type { Measured, TrialFrames } from './trial-frames.ts';
import { excess } from './uncertainty.ts';

/** A shorter arc does not show the camera (docs/measurement.md): the guess alone has to do. Degrees. */
const shortestArc = 25;

/** Chosen: what the guess alone adds to the error; its 5.5 degrees of yaw and pitch cost up to 2. */
const guessOnlySd = 2;

/**
 * Chosen: the fit's priors and the share of the second look were themselves chosen on the dev trials, so the
 * error on left-out bodies is a little too good. Degrees, standard deviation.
 */
const choiceSd = 1;

/** The raised leg against its own rest line, in the plane of the movement, and the knee while held. */
export function measureLegRaise(frames: TrialFrames, gravity: Gravity | null): Measured {
  const { rest, hold, side, facing } = frames;
  const raise = raiseOf(frames, guessCamera(rest, facing), gravity);
  const view = lyingView(rest, facing);
  const knee = median(hold.map((pose) => kneeInPlane(pose, side, facing, view)));
  const fitSd = excess(raise.sd, usualFitSd);
  return {
    camera: raise.camera,
    quantities: {
      'leg-raise': calibrated('leg-raise', raise.angle, frames, fitSd, choiceSd),
      'knee-flexion': calibrated('knee-lying', knee, frames),
    },
  };
}

/** The raise before calibration, and how well the fit knows it (standard deviation); degrees. */
export interface Raise {
  readonly angle: number;
  readonly sd: number;
  readonly camera: CameraFit;
}

/** The leg's change of direction from rest to hold, carried into the plane of the movement. */
export function raiseOf(
  frames: TrialFrames,
  guess: CameraGuess,
  gravity: Gravity | null = null,
): Raise {
  const { facing } = frames;
  const hip = middleHip(frames);
  const { frame } = frames.arc[0] as Pose;
  const priors = gravity ? priorsWithGravity(guess, gravity, hip, frame) : guessedPriors(guess);
  const ankles = anklesFromHip(frames, hip);
  const indexOf = new Map(frames.arc.map((pose, i) => [pose, i]));
  const isRest = frames.arc.map((pose) => frames.rest.includes(pose));
  const middle = (values: readonly number[], poses: readonly Pose[]): number =>
    median(poses.map((pose) => values[indexOf.get(pose) as number] as number));
  const view = guessedView(priors);
  const guessed = ankles.map(ontoPlane(view, facing)).map(angleOf);
  const rough = middle(guessed, frames.hold) - middle(guessed, frames.rest);
  if (rough < shortestArc) {
    return { angle: rough, sd: usualFitSd + guessOnlySd, camera: cameraOf(view) };
  }
  const fit = rectify({ ankles, isRest, facing }, priors);
  const at = (poses: readonly Pose[]): Vector => ({
    x: middle(
      ankles.map(({ x }) => x),
      poses,
    ),
    y: middle(
      ankles.map(({ y }) => y),
      poses,
    ),
  });
  return {
    angle: middle(fit.angles, frames.hold) - middle(fit.angles, frames.rest),
    sd: fit.deviation(at(frames.rest), at(frames.hold)),
    camera: cameraOf(fit.view),
  };
}

function cameraOf({ yaw, pitch, distance }: View): CameraFit {
  return { yaw: degrees(yaw), pitch: degrees(pitch), distance };
}

function middleHip({ arc, side }: TrialFrames): Vector {
  const hips = arc.map((pose) => keypoint(pose, side, 'hip'));
  return { x: median(hips.map(({ x }) => x)), y: median(hips.map(({ y }) => y)) };
}

/**
 * The ankle in each frame, as a camera looking at the hip sees it. The model's hip and ankle drift
 * together, so each frame's own hip is moved onto the trial's middle one.
 */
function anklesFromHip({ arc, side }: TrialFrames, hip: Vector): readonly Vector[] {
  const seen = lookingAt(hip, (arc[0] as Pose).frame);
  return arc.map((pose) => {
    const [ankle, own] = [keypoint(pose, side, 'ankle'), keypoint(pose, side, 'hip')];
    return seen({ x: hip.x + ankle.x - own.x, y: hip.y + ankle.y - own.y });
  });
}
