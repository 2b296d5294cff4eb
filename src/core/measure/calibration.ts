import { degrees, type Degrees } from '../geometry/angle.ts';

/*
 * The forms that the calibration takes. The numbers stand in calibration-table.ts, which
 * `npm run calibrate` writes from the dev subjects.
 */

/**
 * What a lying body shows of the camera. Shoulders and hips are a known distance apart across the body: how
 * far the far one appears along the body tells the yaw, how far above the near one tells the pitch; and
 * the model's own depth tells how the trunk is turned. In leg lengths; those in space in metres.
 */
export const cameraFeatures = [
  'shoulders-along',
  'hips-along',
  'shoulders-above',
  'hips-above',
  'shoulders-along-space',
  'shoulders-above-space',
  'trunk-above-space',
  'trunk-away-space',
] as const;
export type CameraFeature = (typeof cameraFeatures)[number];

/** What a calibration curve is for; one picture has its own, as it knows less. */
export const curveKeys = [
  'leg-raise',
  'leg-raise-still',
  'knee-lying',
  'knee-lying-still',
  'knee-straightening',
  'knee-straightening-still',
  'knee-standing',
  'knee-standing-still',
  'knee-seated',
  'trunk-inclination',
  'trunk-inclination-still',
  'hip-flexion',
  'hip-flexion-still',
  'hip-flexion-seated',
] as const;
export type CurveKey = (typeof curveKeys)[number];

/** What the lean of a standing thigh is guessed from in one picture: corrected trunk and measured knee. */
export type LeanFeature = 'trunk' | 'knee';

/** intercept + sum of slope times feature. */
export interface LinearModel<Feature extends string> {
  readonly intercept: number;
  readonly slopes: Readonly<Partial<Record<Feature, number>>>;
}

/** Guesses the camera from the features of a lying body; degrees as in `View`. */
export interface CameraModel {
  readonly yaw: LinearModel<CameraFeature>;
  readonly pitch: LinearModel<CameraFeature>;
}

/**
 * True against measured angle: a + b x + c x^2 / 100 between `from` and `to`, in degrees. `sd` is the error
 * that is left on bodies that were not fitted (leave one body out), from `n` pictures or trials.
 */
export interface Curve {
  readonly coefficients: readonly [number, number, number];
  readonly from: number;
  readonly to: number;
  readonly sd: number;
  readonly n: number;
}

/** The model's value for the given features. */
export function predict<Feature extends string>(
  model: LinearModel<Feature>,
  value: (feature: Feature) => number,
): number {
  const slopes = Object.entries(model.slopes) as [Feature, number][];
  return slopes.reduce((sum, [feature, slope]) => sum + slope * value(feature), model.intercept);
}

/**
 * The true angle that the measured one stands for. Outside of the fitted range the correction stays what
 * it is at the range's end: the data says nothing there.
 */
export function correct(curve: Curve, measured: number): Degrees {
  const [a, b, c] = curve.coefficients;
  const x = Math.min(Math.max(measured, curve.from), curve.to);
  return degrees(a + b * x + (c * x * x) / 100 + (measured - x));
}
