import type { CameraModel, Curve, CurveKey, LeanFeature, LinearModel } from './calibration.ts';

/*
 * Written by `npm run calibrate`; not to be changed by hand.
 * Fitted on 2026-11-22 on 185 dev subjects, checksum 0ae8de52a35565131304d3211b8bb3bc6f4c5d05eb4f6d1aea550f505f5de0ac.
 * Error on bodies that were left out of the fit, in degrees:
 *
 * camera yaw                  n 111  MAE   4.08  bias  -0.00  sd   5.23  robust   5.26  max  14.40
 * camera pitch                n 111  MAE   4.10  bias  -0.00  sd   5.24  robust   5.35  max  16.12
 * leg-raise                   n  14  MAE   0.78  bias  -0.01  sd   1.11  robust   1.12  max   2.60
 * leg-raise, one look         n  14  MAE   1.25  bias  -0.07  sd   1.86  robust   1.44  max   4.13
 * leg-raise-still             n  32  MAE   4.65  bias  -0.90  sd   8.22  robust   4.66  max  39.66
 * knee-lying                  n  14  MAE   2.05  bias   0.21  sd   2.43  robust   2.58  max   4.16
 * knee-lying-still            n  32  MAE   3.38  bias  -0.75  sd   4.89  robust   4.30  max  18.29
 * knee-straightening          n   2  MAE   1.80  bias  -1.58  sd   2.39  robust   3.38  max   3.38
 * knee-straightening-still    n  16  MAE   5.67  bias   0.02  sd   7.68  robust   6.11  max  17.06
 * trunk-inclination           n   6  MAE   2.23  bias  -1.76  sd   2.91  robust   3.82  max   5.67
 * trunk-inclination-still     n  47  MAE   3.63  bias   0.91  sd   5.89  robust   3.83  max  27.30
 * knee-standing               n   6  MAE   4.98  bias  -1.92  sd   7.03  robust   5.65  max  15.55
 * knee-standing-still         n  47  MAE   4.43  bias  -0.50  sd   6.48  robust   4.87  max  25.82
 * hip-flexion                 n   6  MAE   4.91  bias   0.25  sd   5.93  robust   6.63  max  11.03
 * hip-flexion-still           n  47  MAE   4.80  bias   0.77  sd   7.47  robust   6.26  max  35.16
 * hip-flexion-seated          n   8  MAE   5.04  bias  -0.92  sd   5.81  robust   6.52  max   9.52
 * knee-seated                 n   9  MAE   8.79  bias   1.59  sd  11.76  robust  10.27  max  27.02
 */

/** The data set that this table was fitted on. */
export const fittedOn = {
  date: '2026-11-22',
  subjects: 185,
  checksum: '0ae8de52a35565131304d3211b8bb3bc6f4c5d05eb4f6d1aea550f505f5de0ac',
};

/** Where the camera stands to a lying body. */
export const cameraModel: CameraModel = {
  yaw: {
    intercept: 0.583858,
    slopes: {
      'shoulders-along': -85.0634,
      'hips-along': 20.1891,
      'shoulders-along-space': -67.9498,
      'trunk-away-space': -65.5708,
    },
  },
  pitch: {
    intercept: 1.36023,
    slopes: {
      'shoulders-above': 138.072,
      'hips-above': 43.31,
      'shoulders-above-space': -30.1837,
      'trunk-above-space': -28.3551,
      'trunk-away-space': 21.9555,
    },
  },
};

/** True against measured angles. */
export const curves: Readonly<Record<CurveKey, Curve>> = {
  'leg-raise': {
    coefficients: [0.0421002, 1.00439, 0],
    from: 35.4112,
    to: 105.29,
    sd: 1.19203,
    n: 14,
  },
  'leg-raise-still': {
    coefficients: [4.66638, 0.961008, 0],
    from: 0.56803,
    to: 113.343,
    sd: 5.109,
    n: 32,
  },
  'knee-lying': {
    coefficients: [2.88626, 0.808631, 0],
    from: -7.87534,
    to: 40.8479,
    sd: 2.60715,
    n: 14,
  },
  'knee-lying-still': {
    coefficients: [2.88626, 0.808631, 0],
    from: -7.87534,
    to: 40.8479,
    sd: 4.46111,
    n: 32,
  },
  'knee-straightening': {
    coefficients: [2.08491, 0.962872, 0],
    from: -14.4756,
    to: 90.8685,
    sd: 7.6966,
    n: 2,
  },
  'knee-straightening-still': {
    coefficients: [2.08491, 0.962872, 0],
    from: -14.4756,
    to: 90.8685,
    sd: 8.17105,
    n: 16,
  },
  'trunk-inclination': {
    coefficients: [5.62768, 0.969091, -0.0616699],
    from: -5.14079,
    to: 187.446,
    sd: 3.44616,
    n: 6,
  },
  'trunk-inclination-still': {
    coefficients: [5.62768, 0.969091, -0.0616699],
    from: -5.14079,
    to: 187.446,
    sd: 4.20743,
    n: 47,
  },
  'knee-standing': {
    coefficients: [-0.106723, 1.17952, 0],
    from: 0.344351,
    to: 23.9054,
    sd: 8.3192,
    n: 6,
  },
  'knee-standing-still': {
    coefficients: [4.93387, 0.65406, 0],
    from: -39.916,
    to: 18.321,
    sd: 5.6413,
    n: 47,
  },
  'hip-flexion': {
    coefficients: [1.68421, 0.999999, 0],
    from: 45.9971,
    to: 143.845,
    sd: 7.01953,
    n: 6,
  },
  'hip-flexion-still': {
    coefficients: [-0.0547744, 1, 0],
    from: 2.30693,
    to: 182.657,
    sd: 6.392,
    n: 47,
  },
  'hip-flexion-seated': {
    coefficients: [8.68496, 0.967742, 0],
    from: 62.6102,
    to: 124.798,
    sd: 6.58724,
    n: 8,
  },
  'knee-seated': {
    coefficients: [2.31885, 0.303746, 0],
    from: 8.90588,
    to: 48.1627,
    sd: 13.1439,
    n: 9,
  },
};

/** How far the thighs of a person who bends lean back, in one picture; degrees. */
export const stillLean: LinearModel<LeanFeature> = {
  intercept: -1.87297,
  slopes: { trunk: -0.0809409, knee: -0.358226 },
};

/** How far the thighs of a standing person lean forward, hip before knee; degrees. */
export const standingLean = 2.68805;

/** How many times larger errors are where the larger model has not looked again (leg raise). */
export const oneLookFactor = 1.67338;

/** What the arc fit's own standard deviation usually is, in degrees: part of the leg raise's `sd`. */
export const usualFitSd = 1.71819;
