import type { CameraFeature, Curve, LinearModel } from './calibration.ts';

export const cameraModel: Readonly<Record<'yaw' | 'pitch', LinearModel<CameraFeature>>> = {
  yaw: { intercept: 0, slopes: {} },
  pitch: { intercept: 20, slopes: {} },
};
const none: Curve = { coefficients: [0, 1, 0], from: 0, to: 0, sd: 2, n: 0 };
export const curves: Readonly<
  Record<
    | 'leg-raise'
    | 'knee-lying'
    | 'trunk-inclination'
    | 'hip-flexion'
    | 'knee-standing'
    | 'knee-straightening',
    Curve
  >
> = {
  'leg-raise': none,
  'knee-lying': none,
  'trunk-inclination': none,
  'hip-flexion': none,
  'knee-standing': none,
  'knee-straightening': none,
};
export const standingLean = 3.7;
export const usualFitSd = 1;
