import type { CameraModel, Curve, CurveKey, LeanFeature, LinearModel } from './calibration.ts';

/*
 * Written by `npm run calibrate`; not to be changed by hand.
 * Fitted on 2026-11-25 on 185 dev subjects, checksum 0ae8de52a35565131304d3211b8bb3bc6f4c5d05eb4f6d1aea550f505f5de0ac.
 * Error on bodies that were left out of the fit, in degrees:
 *
 * camera yaw                  n 111  MAE   4.10  bias  -0.01  sd   5.25  robust   5.33  max  14.47
 * camera pitch                n 111  MAE   4.12  bias  -0.00  sd   5.26  robust   5.36  max  16.11
 * leg-raise                   n  14  MAE   0.80  bias  -0.01  sd   1.04  robust   0.87  max   2.32
 * leg-raise, one look         n  14  MAE   1.47  bias  -0.06  sd   1.91  robust   1.38  max   4.38
 * leg-raise-still             n  32  MAE   4.65  bias  -0.90  sd   8.22  robust   4.67  max  39.66
 * knee-lying                  n  14  MAE   2.05  bias   0.21  sd   2.43  robust   2.58  max   4.16
 * knee-lying-still            n  32  MAE   3.38  bias  -0.75  sd   4.89  robust   4.30  max  18.29
 * knee-straightening          n   2  MAE   1.71  bias  -0.81  sd   1.89  robust   2.52  max   2.52
 * knee-straightening-still    n  16  MAE   5.61  bias  -0.00  sd   7.75  robust   6.20  max  17.64
 * trunk-inclination           n   6  MAE   1.59  bias  -0.76  sd   1.87  robust   2.19  max   2.76
 * trunk-inclination-still     n  47  MAE   3.65  bias   0.80  sd   5.97  robust   4.00  max  27.81
 * knee-standing               n   6  MAE   3.06  bias  -0.96  sd   3.55  robust   4.87  max   5.61
 * knee-standing-still         n  47  MAE   4.43  bias  -0.50  sd   6.48  robust   4.87  max  25.82
 * hip-flexion                 n   6  MAE   3.31  bias  -0.37  sd   4.08  robust   5.48  max   5.97
 * hip-flexion-still           n  47  MAE   4.81  bias   0.79  sd   7.55  robust   6.16  max  35.67
 * hip-flexion-seated          n   8  MAE   5.09  bias  -0.97  sd   5.84  robust   6.44  max   9.70
 * knee-seated                 n   9  MAE   7.13  bias   0.76  sd   8.00  robust  10.23  max  10.52
 */

/** The data set that this table was fitted on. */
export const fittedOn = {
  date: '2026-11-25',
  subjects: 185,
  checksum: '0ae8de52a35565131304d3211b8bb3bc6f4c5d05eb4f6d1aea550f505f5de0ac',
};

/** Where the camera stands to a lying body. */
export const cameraModel: CameraModel = {
  yaw: {
    intercept: 0.581272,
    slopes: {
      'shoulders-along': -84.5449,
      'hips-along': 20.7759,
      'shoulders-along-space': -68.8048,
      'trunk-away-space': -65.8581,
    },
  },
  pitch: {
    intercept: 1.38612,
    slopes: {
      'shoulders-above': 137.445,
      'hips-above': 43.484,
      'shoulders-above-space': -31.137,
      'trunk-above-space': -28.0665,
      'trunk-away-space': 21.668,
    },
  },
};

/** True against measured angles. */
export const curves: Readonly<Record<CurveKey, Curve>> = {
  'leg-raise': {
    coefficients: [-0.273214, 1.006, 0],
    from: 35.7697,
    to: 105.128,
    sd: 1.12065,
    n: 14,
  },
  'leg-raise-still': {
    coefficients: [4.66507, 0.960924, 0],
    from: 0.563273,
    to: 113.335,
    sd: 5.11291,
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
    coefficients: [1.92798, 0.963776, 0],
    from: -14.4756,
    to: 90.8685,
    sd: 7.75075,
    n: 2,
  },
  'knee-straightening-still': {
    coefficients: [1.92798, 0.963776, 0],
    from: -14.4756,
    to: 90.8685,
    sd: 8.24783,
    n: 16,
  },
  'trunk-inclination': {
    coefficients: [5.50629, 0.965365, -0.0583786],
    from: -5.14079,
    to: 187.446,
    sd: 2.2126,
    n: 6,
  },
  'trunk-inclination-still': {
    coefficients: [5.50629, 0.965365, -0.0583786],
    from: -5.14079,
    to: 187.446,
    sd: 4.28195,
    n: 47,
  },
  'knee-standing': {
    coefficients: [0.780687, 0.972762, 0],
    from: -0.555869,
    to: 31.8254,
    sd: 4.20037,
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
    coefficients: [0.125927, 0.999999, 0],
    from: 43.8698,
    to: 140.778,
    sd: 4.82896,
    n: 6,
  },
  'hip-flexion-still': {
    coefficients: [0.0761757, 1, 0],
    from: 2.21455,
    to: 183.016,
    sd: 6.29604,
    n: 47,
  },
  'hip-flexion-seated': {
    coefficients: [8.95141, 0.965951, 0],
    from: 62.4925,
    to: 124.585,
    sd: 6.62547,
    n: 8,
  },
  'knee-seated': {
    coefficients: [2.52887, 0.275736, 0],
    from: 8.90588,
    to: 48.1627,
    sd: 8.94817,
    n: 9,
  },
};

/** How far the thighs of a person who bends lean back, in one picture; degrees. */
export const stillLean: LinearModel<LeanFeature> = {
  intercept: -1.89872,
  slopes: { trunk: -0.0807462, knee: -0.358388 },
};

/** How far the thighs of a standing person lean forward, hip before knee; degrees. */
export const standingLean = 3.68493;

/** How many times larger errors are where the larger model has not looked again (leg raise). */
export const oneLookFactor = 1.83239;

/** What the arc fit's own standard deviation usually is, in degrees: part of the leg raise's `sd`. */
export const usualFitSd = 1.52837;
