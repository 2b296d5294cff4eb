import { nearSide, type Facing } from '../../src/core/body/facing.ts';
import { legElevation } from '../../src/core/body/joint-angle.ts';
import type { Pose } from '../../src/core/body/pose.ts';
import { degrees, toDegrees, toRadians } from '../../src/core/geometry/angle.ts';
import { assumedFieldOfView } from '../../src/core/geometry/pinhole.ts';
import type { Gravity } from '../../src/core/geometry/gravity.ts';
import type { CameraGuess } from '../../src/core/measure/camera-guess.ts';
import { framesOf, type TrialFrames } from '../../src/core/measure/trial-frames.ts';
import { median } from '../../src/core/signal/robust.ts';
import { noiseFrom, shaken } from './noise.ts';
import { lying } from './figure.ts';
import { filmed, level } from './stick-figure.ts';

/** A leg raise seen by a camera somewhere in a room. */
export interface Scene {
  /** Metres above the floor. */
  readonly height: number;
  /** Degrees as in `View`. */
  readonly yaw: number;
  /** Degrees by which the picture is turned clockwise; level where it is left out. */
  readonly roll?: number;
  /** True focal length against the one that the app assumes. */
  readonly focal: number;
  /** Degrees to which the leg is raised. */
  readonly raise: number;
  readonly seed: number;
}

/** What the app gets of it, and what is true. */
export interface SimulatedArc {
  readonly frames: TrialFrames;
  readonly camera: CameraGuess;
  /** How the camera stands to the vertical. */
  readonly gravity: Gravity;
  /** The raise as the picture shows it, degrees. */
  readonly inPicture: number;
}

/** Metres: half a lying trunk; and as near as the whole movement just stays in the picture. */
const hipHeight = 0.1;
const distance = 2.1;

/** The simulation of docs/measurement.md, "Rectify": 90 frames, 2.5 px of noise on the ankle, the hip fixed. */
export function simulatedArc({ height, yaw, roll = 0, focal, raise, seed }: Scene): SimulatedArc {
  const facing: Facing = seed % 2 === 0 ? 1 : -1;
  const side = nearSide(facing);
  const above = height - hipHeight;
  const half = Math.atan(Math.tan(toRadians(assumedFieldOfView) / 2) / focal);
  // The camera is aimed half a metre above the floor, where the middle of the movement is.
  const pitch = toDegrees(Math.atan2(height - 0.5, distance));
  const fieldOfView = toDegrees(2 * half);
  const camera = { ...level, fieldOfView, yaw, pitch, roll, distance, height: above };
  const noise = noiseFrom(seed);
  const poses = Array.from({ length: 90 }, (_, i) => {
    const time = Math.min(1, Math.max(0, (i - 18) / 50));
    const hip = raise * time ** 3 * (10 - 15 * time + 6 * time * time);
    const figure = { ...lying, facing, [side]: { hip, knee: 0 } };
    return shaken(filmed(figure, camera, i * 67), 2.5, noise, [`${side}-ankle`]);
  });
  const [rest, hold] = [poses.slice(0, 18), poses.slice(68)];
  const seen = (some: readonly Pose[]): number =>
    median(some.map((pose) => legElevation(pose, side, facing)));
  const sightings = poses.map((pose) => ({ capturedAt: pose.capturedAt, pose }));
  const cut = framesOf(sightings, { test: 'slr', side });
  if (typeof cut === 'string') throw new Error(`The simulated raise is no trial: ${cut}`);
  return {
    frames: { ...cut, rest, hold, arc: poses },
    camera: { yaw, pitch: toDegrees(Math.atan2(above, distance)) },
    gravity: { pitch, roll: degrees(roll) },
    inPicture: seen(hold) - seen(rest),
  };
}
