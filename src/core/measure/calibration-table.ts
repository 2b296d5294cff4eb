import type { CameraModel, Curve, CurveKey, LeanFeature, LinearModel } from './calibration.ts';

export const cameraModel: CameraModel = {
  yaw: { intercept: 0, slopes: {} },
  pitch: { intercept: 20, slopes: {} },
};
const none: Curve = { coefficients: [0, 1, 0], from: 0, to: 0, sd: 2, n: 0 };
export const curves: Readonly<Record<CurveKey, Curve>> = {
  'leg-raise': none,
  'knee-lying': none,
  'trunk-inclination': none,
  'hip-flexion': none,
  'knee-standing': none,
  'knee-straightening': none,
  'leg-raise-still': none,
  'knee-lying-still': none,
  'trunk-inclination-still': none,
  'hip-flexion-still': none,
  'knee-standing-still': none,
  'knee-straightening-still': none,
};
export const stillLean: LinearModel<LeanFeature> = { intercept: 0, slopes: {} };
export const standingLean = 3.7;
export const usualFitSd = 1;
