import type { CameraModel, Curve, CurveKey, LeanFeature, LinearModel } from './calibration.ts';

/*
 * Written by `npm run calibrate`; not to be changed by hand.
 * Fitted on 2026-11-26 on 185 dev subjects, checksum 0ae8de52a35565131304d3211b8bb3bc6f4c5d05eb4f6d1aea550f505f5de0ac.
 * Error on bodies that were left out of the fit, in degrees:
 *
 * camera yaw                  n 112  MAE   3.38  bias  -0.10  sd   4.26  robust   4.15  max  12.19
 * camera pitch                n 112  MAE   4.06  bias   0.09  sd   5.54  robust   4.86  max  23.05
 * leg-raise                   n  14  MAE   0.83  bias  -0.00  sd   1.05  robust   0.83  max   2.37  cover  93 %
 * leg-raise, one look         n  14  MAE   1.48  bias  -0.07  sd   1.93  robust   1.31  max   4.45  cover  93 %
 * leg-raise-still             n  32  MAE   2.30  bias  -0.00  sd   2.81  robust   2.69  max   6.77  cover  94 %
 * knee-lying                  n  14  MAE   1.94  bias   0.49  sd   2.30  robust   2.41  max   4.15  cover 100 %
 * knee-lying-still            n  32  MAE   3.22  bias  -0.82  sd   4.66  robust   3.29  max  18.54  cover  91 %
 * knee-straightening          n   2  MAE   0.88  bias  -0.81  sd   1.20  robust   1.69  max   1.69  cover 100 %
 * knee-straightening-still    n  16  MAE   2.57  bias   0.13  sd   3.03  robust   3.52  max   5.44  cover  94 %
 * trunk-inclination           n   6  MAE   1.78  bias  -0.23  sd   1.95  robust   2.51  max   2.77  cover 100 %
 * trunk-inclination-still     n  45  MAE   2.71  bias  -0.08  sd   3.28  robust   3.21  max   9.07  cover  96 %
 * knee-standing               n   6  MAE   3.06  bias  -0.96  sd   3.55  robust   4.87  max   5.61  cover 100 %
 * knee-standing-still         n  45  MAE   3.55  bias  -0.36  sd   4.84  robust   4.45  max  18.26  cover  93 %
 * hip-flexion                 n   6  MAE   3.02  bias  -0.09  sd   3.49  robust   3.90  max   6.24  cover 100 %
 * hip-flexion-still           n  45  MAE   3.48  bias  -0.00  sd   4.65  robust   4.15  max  10.96  cover  98 %
 * hip-flexion-seated          n   8  MAE   3.38  bias  -0.82  sd   3.92  robust   4.07  max   7.47  cover 100 %
 * knee-seated                 n   9  MAE   6.53  bias   1.05  sd   7.98  robust   8.68  max  14.72  cover  89 %
 */

/** The data set that this table was fitted on. */
export const fittedOn = {
  date: '2026-11-26',
  subjects: 185,
  checksum: '0ae8de52a35565131304d3211b8bb3bc6f4c5d05eb4f6d1aea550f505f5de0ac',
};

/** Where the camera stands to a lying body. */
export const cameraModel: CameraModel = {
  yaw: {
    intercept: 2.05213,
    slopes: {
      'shoulders-along': -93.5852,
      'hips-along': 23.6246,
      'shoulders-along-space': -19.96,
      'trunk-away-space': -83.644,
    },
  },
  pitch: {
    intercept: 1.60266,
    slopes: {
      'shoulders-above': 116.999,
      'hips-above': 60.5507,
      'shoulders-above-space': -48.6414,
      'trunk-above-space': -41.3962,
      'trunk-away-space': 14.1487,
    },
  },
};

/** True against measured angles. */
export const curves: Readonly<Record<CurveKey, Curve>> = {
  'leg-raise': {
    coefficients: [-0.498181, 1.00729, 0],
    from: 36.2943,
    to: 105.254,
    sd: 1.12824,
    n: 14,
  },
  'leg-raise-still': {
    coefficients: [4.03137, 0.9765, 0],
    from: -5.53732,
    to: 114.278,
    sd: 2.90964,
    n: 32,
  },
  'knee-lying': {
    coefficients: [3.07289, 0.875331, 0],
    from: -6.26276,
    to: 37.2776,
    sd: 2.47093,
    n: 14,
  },
  'knee-lying-still': {
    coefficients: [3.07289, 0.875331, 0],
    from: -6.26276,
    to: 37.2776,
    sd: 4.18491,
    n: 32,
  },
  'knee-straightening': {
    coefficients: [0.849271, 1.0056, 0],
    from: 2.69417,
    to: 90.0229,
    sd: 3.05076,
    n: 2,
  },
  'knee-straightening-still': {
    coefficients: [0.849271, 1.0056, 0],
    from: 2.69417,
    to: 90.0229,
    sd: 3.22725,
    n: 16,
  },
  'trunk-inclination': {
    coefficients: [5.1583, 0.960219, -0.0440813],
    from: -5.69668,
    to: 160.418,
    sd: 2.30921,
    n: 6,
  },
  'trunk-inclination-still': {
    coefficients: [5.1583, 0.960219, -0.0440813],
    from: -5.69668,
    to: 160.418,
    sd: 3.28319,
    n: 45,
  },
  'knee-standing': {
    coefficients: [0.780687, 0.972762, 0],
    from: -0.555869,
    to: 31.8254,
    sd: 4.20037,
    n: 6,
  },
  'knee-standing-still': {
    coefficients: [2.76267, 0.933989, 0],
    from: -7.81384,
    to: 19.4217,
    sd: 4.57287,
    n: 45,
  },
  'hip-flexion': { coefficients: [0.140298, 1, 0], from: 45.4399, to: 141.541, sd: 4.12934, n: 6 },
  'hip-flexion-still': {
    coefficients: [-0.10323, 1, 0],
    from: 2.60521,
    to: 159.252,
    sd: 5.08269,
    n: 45,
  },
  'hip-flexion-seated': {
    coefficients: [40.3527, 0.900775, 0],
    from: 31.2643,
    to: 103.951,
    sd: 4.44874,
    n: 8,
  },
  'knee-seated': {
    coefficients: [3.74913, 0.309522, 0],
    from: 9.28844,
    to: 29.772,
    sd: 8.92012,
    n: 9,
  },
};

/** How far the thighs of a person who bends lean back, in one picture; degrees. */
export const stillLean: LinearModel<LeanFeature> = {
  intercept: -1.31221,
  slopes: { trunk: -0.0726046, knee: -0.551576 },
};

/** How far the thighs of a person who bends lean forward before what is read of their lean is added; degrees. */
export const standingLean = 0.415465;

/** So much of the lean that is read of a thigh is true; the rest is the model's hip. */
export const thighShare = 0.78132;

/** How many times larger errors are where the larger model has not looked again (leg raise). */
export const oneLookFactor = 1.83866;

/** What the arc fit's own standard deviation usually is, in degrees: part of the leg raise's `sd`. */
export const usualFitSd = 1.48397;
