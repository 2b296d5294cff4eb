import type { Facing } from '../body/facing.ts';
import { degrees, toDegrees, toRadians, type Degrees } from '../geometry/angle.ts';
import { leastSquares, type Fit } from '../geometry/least-squares.ts';
import { ontoPlane, type View } from '../geometry/pinhole.ts';
import { length, type Vector } from '../geometry/vector.ts';
import { median, softened } from '../signal/robust.ts';
import type { CameraPriors, Prior } from './camera-priors.ts';

/*
 * [Note: The arc fit]
 * The ankle of a straight leg moves on a circle about the hip, in the body's sagittal plane. A pinhole
 * camera that looks at the hip sees that circle as a curve fixed by yaw, pitch, roll and distance. Given
 * these, each ankle point can be carried back onto the plane; they are right when all points come to lie
 * one leg length from the hip. The fit finds them by robust least squares with Gaussian priors. The models'
 * hip drifts towards the trunk as the leg rises, which looks like a growing leg: one more parameter, with
 * its own prior, lets the leg grow by `growth * (1 - cos angle)`.
 */

/** The arc as traced: ankles as seen by a camera looking at the hip, in time order. */
export interface Arc {
  readonly ankles: readonly Vector[];
  /** Whether the leg lay at rest in each frame. */
  readonly isRest: readonly boolean[];
  readonly facing: Facing;
}

/** The rectified arc. */
export interface Rectified {
  readonly view: View;
  /** The leg's angle above the floor in each frame, in the plane of the movement. */
  readonly angles: readonly Degrees[];
  /** Standard deviation of the angle between two directions, as far as the fit knows it. */
  readonly deviation: (from: Vector, to: Vector) => number;
}

/** Chosen: nearest distance that keeps the whole movement in a picture of 55 to 75 degrees. Leg lengths. */
const distance: Prior = { mean: 2.5, sd: 0.4 };

/**
 * Where a resting leg lies, which is level but for the height of the heel. Chosen between level and the true dev
 * legs (-1.9 +- 0.9 degrees), and wider than these.
 */
export const restingLevel = -1;
const rest: Prior = { mean: restingLevel, sd: 2 };

/** Measured on the dev clips: hip to ankle grows by 2 to 9 % from rest to upright. */
const growth: Prior = { mean: 0.03, sd: 0.04 };

/**
 * Noise of a point as share of the focal length: 3.5 px at 640 px and 65 degrees. Measured: between 2 and 7 px
 * the dev trials do not care (root mean square 1.6 degrees before calibration); from 5 px on simulated arcs
 * of 2.5 px noise miss the design's figures.
 */
const pointSd = 0.007;

/** Chosen: one weight for each such stretch of arc, so that rest and hold do not drown the way between. */
const binSize = 8;

/** Chosen: starts on both sides of the guess, as yaw has two minima on short arcs. In degrees. */
const starts = [-12, 0, 12];

const scale = [10, 8, 2, 0.5, 0.05];

/** Fits the camera to the arc and reads the angles in the plane of the movement. See [Note: The arc fit]. */
export function rectify(arc: Arc, { yaw, pitch, roll }: CameraPriors): Rectified {
  const weights = arcWeights(arc);
  const priors: readonly Prior[] = [yaw, pitch, roll, distance, growth];
  const residuals = (parameters: readonly number[]): readonly number[] => {
    const view = viewOf(parameters);
    const points = arc.ankles.map(ontoPlane(view, arc.facing));
    const angles = points.map(angleOf);
    const lengths = points.map((point, i) => {
      const expected =
        1 + (parameters[4] as number) * (1 - Math.cos(toRadians(angles[i] as number)));
      const off = (length(point) / expected - 1) / view.distance / pointSd;
      return softened(off) * (weights[i] as number);
    });
    const pulls = priors.map(({ mean, sd }, i) => ((parameters[i] as number) - mean) / sd);
    const resting = median(angles.filter((_, i) => arc.isRest[i]));
    return [...lengths, ...pulls, (resting - rest.mean) / rest.sd];
  };
  const fits = starts.map((turned) =>
    leastSquares(
      residuals,
      [yaw.mean + turned, pitch.mean, roll.mean, distance.mean, growth.mean],
      scale,
    ),
  );
  const best = fits.reduce((a, b) => (b.cost < a.cost ? b : a));
  const view = viewOf(best.parameters);
  return {
    view,
    angles: arc.ankles.map(ontoPlane(view, arc.facing)).map(angleOf),
    deviation: (from, to) => deviation(best, arc.facing, from, to),
  };
}

/** The view that priors alone suggest, for single pictures and for arcs too short to be fitted. */
export function guessedView({ yaw, pitch, roll }: CameraPriors): View {
  return { yaw: yaw.mean, pitch: pitch.mean, roll: roll.mean, distance: distance.mean };
}

/** The direction of a point of the sagittal plane from the hip: 0 to the feet, 90 up, in (-90, 270]. */
export function angleOf(point: Vector): Degrees {
  const angle = toDegrees(Math.atan2(point.y, point.x));
  return degrees(angle <= -90 ? angle + 360 : angle);
}

function viewOf(parameters: readonly number[]): View {
  const [yaw, pitch, rolled, away] = parameters as [number, number, number, number];
  // A camera cannot be nearer than the leg is long; the bound keeps the search in the possible.
  return { yaw, pitch, roll: rolled, distance: Math.max(away, 1.2) };
}

function arcWeights(arc: Arc): readonly number[] {
  const bins = arc.ankles.map(({ x, y }) =>
    Math.floor(toDegrees(Math.atan2(-y, arc.facing * x)) / binSize),
  );
  const counts = new Map<number, number>();
  for (const bin of bins) counts.set(bin, (counts.get(bin) ?? 0) + 1);
  return bins.map((bin) => Math.sqrt(1 / (counts.get(bin) as number)));
}

/** Carries the fit's covariance over to the angle between two seen directions (delta method). */
function deviation(fit: Fit, facing: Facing, from: Vector, to: Vector): number {
  const between = (parameters: readonly number[]): number => {
    const onto = ontoPlane(viewOf(parameters), facing);
    return angleOf(onto(to)) - angleOf(onto(from));
  };
  const middle = between(fit.parameters);
  const slopes = fit.parameters.map((_, i) => {
    const step = (scale[i] as number) * 1e-3;
    const moved = fit.parameters.map((value, k) => (k === i ? value + step : value));
    return (between(moved) - middle) / step;
  });
  const variance = slopes.reduce(
    (sum, a, i) =>
      sum +
      slopes.reduce(
        (part, b, k) => part + a * b * ((fit.covariance[i] as readonly number[])[k] as number),
        0,
      ),
    0,
  );
  return Math.sqrt(variance);
}
