import type { FrameSize } from '../body/pose.ts';
import { turnedGravity, type Gravity } from '../geometry/gravity.ts';
import type { Vector } from '../geometry/vector.ts';
import type { CameraGuess } from './camera-guess.ts';

/** A normal prior: mean and standard deviation. */
export interface Prior {
  readonly mean: number;
  readonly sd: number;
}

/** What is known of a camera before the movement is looked at; degrees as in `View`. */
export interface CameraPriors {
  readonly yaw: Prior;
  readonly pitch: Prior;
  readonly roll: Prior;
}

/** Error of the guess: leave-one-body-out on the dev subjects (npm run calibrate): 5.3 in both angles. */
const guessSd = 5.5;

/** Chosen: mats are level and cameras nearly so (dev cameras: 1.7 degrees). */
const usualRoll: Prior = { mean: 0, sd: 2 };

/**
 * Error of a gravity reading, of how the camera sits in its device and of how level the mat is, together.
 * Chosen: each is about a degree. In degrees.
 */
const gravitySd = 2;

/**
 * A smaller roll is left to the prior of all cameras: it turns rest and hold alike, so knowing it gains nothing in
 * simulation, and on the dev trials it takes from the fit what it needs to follow the model's points (mean error
 * with the true roll 1.1 degrees, without 0.8). Chosen: three times what is usual.
 */
const tellingRoll = 3 * usualRoll.sd;

/**
 * Of the angle between the middle of the picture and the hip, so much is unsure for not knowing the field of
 * view: 55 to 78 degrees are focal lengths of 0.8 to 1.2 times the assumed one.
 */
const focalSd = 0.12;

/** Chosen: three times the error of guess and reading together; farther apart, it is not this camera's. */
const farthest = 3 * Math.hypot(guessSd, gravitySd);

/** What the lying body's own guess of the camera tells by itself. */
export function guessedPriors(guess: CameraGuess): CameraPriors {
  const { yaw, pitch } = guess;
  return { yaw: { mean: yaw, sd: guessSd }, pitch: { mean: pitch, sd: guessSd }, roll: usualRoll };
}

/**
 * The guess and a reading of gravity together, for a hip at this pixel. A reading that the picture contradicts
 * is left out.
 */
export function priorsWithGravity(
  guess: CameraGuess,
  gravity: Gravity,
  hip: Vector,
  frame: FrameSize,
): CameraPriors {
  const guessed = guessedPriors(guess);
  const atHip = turnedGravity(gravity, hip, frame);
  if (Math.abs(atHip.pitch - guess.pitch) > farthest) return guessed;
  const sd = Math.hypot(gravitySd, focalSd * (atHip.pitch - gravity.pitch));
  return {
    yaw: guessed.yaw,
    pitch: together(guessed.pitch, { mean: atHip.pitch, sd }),
    roll: Math.abs(atHip.roll) > tellingRoll ? { mean: atHip.roll, sd: gravitySd } : guessed.roll,
  };
}

/** What two independent priors say together. */
function together(a: Prior, b: Prior): Prior {
  const [weightA, weightB] = [1 / a.sd ** 2, 1 / b.sd ** 2];
  const weight = weightA + weightB;
  return { mean: (weightA * a.mean + weightB * b.mean) / weight, sd: 1 / Math.sqrt(weight) };
}
