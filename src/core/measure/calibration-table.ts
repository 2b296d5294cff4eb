import type { CameraModel, Curve, CurveKey, LeanFeature, LinearModel } from './calibration.ts';

/*
 * Written by `npm run calibrate`; not to be changed by hand.
 * Fitted on 2026-11-22 on 185 dev subjects, checksum 0ae8de52a35565131304d3211b8bb3bc6f4c5d05eb4f6d1aea550f505f5de0ac.
 * Error on bodies that were left out of the fit, in degrees:
 *
 * camera yaw                  n 111  MAE   4.10  bias  -0.03  sd   5.26  robust   5.27  max  14.64
 * camera pitch                n 111  MAE   4.14  bias   0.00  sd   5.33  robust   5.57  max  16.11
 * leg-raise                   n  14  MAE   1.27  bias  -0.06  sd   1.87  robust   1.48  max   4.14
 * leg-raise-still             n  32  MAE   4.66  bias  -0.90  sd   8.22  robust   4.73  max  39.62
 * knee-lying                  n  14  MAE   3.14  bias   0.54  sd   3.81  robust   4.29  max   8.15
 * knee-lying-still            n  32  MAE   3.40  bias  -0.88  sd   4.89  robust   3.65  max  18.12
 * knee-straightening          n   2  MAE   1.71  bias  -0.80  sd   1.89  robust   2.51  max   2.51
 * knee-straightening-still    n  16  MAE   5.61  bias  -0.01  sd   7.75  robust   6.20  max  17.66
 * trunk-inclination           n   6  MAE   1.59  bias  -0.76  sd   1.87  robust   2.19  max   2.76
 * trunk-inclination-still     n  47  MAE   3.65  bias   0.80  sd   5.97  robust   4.00  max  27.81
 * knee-standing               n   6  MAE   3.06  bias  -0.96  sd   3.54  robust   4.87  max   5.59
 * knee-standing-still         n  47  MAE   4.43  bias  -0.50  sd   6.48  robust   4.87  max  25.81
 * hip-flexion                 n   6  MAE   3.31  bias  -0.37  sd   4.08  robust   5.47  max   5.96
 * hip-flexion-still           n  47  MAE   4.81  bias   0.79  sd   7.55  robust   6.16  max  35.66
 * hip-flexion-seated          n   8  MAE   5.09  bias  -0.97  sd   5.85  robust   6.45  max   9.71
 * knee-seated                 n   9  MAE   7.13  bias   0.76  sd   8.00  robust  10.23  max  10.51
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
    intercept: 0.480357,
    slopes: {
      'shoulders-along': -83.5634,
      'hips-along': 19.7241,
      'shoulders-along-space': -69.9618,
      'trunk-away-space': -65.9436,
    },
  },
  pitch: {
    intercept: 1.67533,
    slopes: {
      'shoulders-above': 132.464,
      'hips-above': 42.6897,
      'shoulders-above-space': -35.9674,
      'trunk-above-space': -28.0901,
      'trunk-away-space': 21.0924,
    },
  },
};

/** True against measured angles. */
export const curves: Readonly<Record<CurveKey, Curve>> = {
  'leg-raise': {
    coefficients: [0.259412, 0.995415, 0],
    from: 35.8725,
    to: 106.785,
    sd: 2.01283,
    n: 14,
  },
  'leg-raise-still': {
    coefficients: [4.71514, 0.960811, 0],
    from: 0.446713,
    to: 113.329,
    sd: 5.14323,
    n: 32,
  },
  'knee-lying': {
    coefficients: [2.94646, 0.764522, 0],
    from: -7.87516,
    to: 42.663,
    sd: 4.09526,
    n: 14,
  },
  'knee-lying-still': {
    coefficients: [2.94646, 0.764522, 0],
    from: -7.87516,
    to: 42.663,
    sd: 4.30686,
    n: 32,
  },
  'knee-straightening': {
    coefficients: [1.92405, 0.963862, 0],
    from: -14.4907,
    to: 90.8703,
    sd: 7.75364,
    n: 2,
  },
  'knee-straightening-still': {
    coefficients: [1.92405, 0.963862, 0],
    from: -14.4907,
    to: 90.8703,
    sd: 8.251,
    n: 16,
  },
  'trunk-inclination': {
    coefficients: [5.5061, 0.96537, -0.0583812],
    from: -5.14032,
    to: 187.443,
    sd: 2.21287,
    n: 6,
  },
  'trunk-inclination-still': {
    coefficients: [5.5061, 0.96537, -0.0583812],
    from: -5.14032,
    to: 187.443,
    sd: 4.28058,
    n: 47,
  },
  'knee-standing': {
    coefficients: [0.78177, 0.972812, 0],
    from: -0.555866,
    to: 31.8247,
    sd: 4.1921,
    n: 6,
  },
  'knee-standing-still': {
    coefficients: [4.93371, 0.654066, 0],
    from: -39.8995,
    to: 18.3196,
    sd: 5.6403,
    n: 47,
  },
  'hip-flexion': {
    coefficients: [0.12321, 0.999999, 0],
    from: 43.8766,
    to: 140.777,
    sd: 4.82197,
    n: 6,
  },
  'hip-flexion-still': {
    coefficients: [0.0766401, 1, 0],
    from: 2.21263,
    to: 183.013,
    sd: 6.29696,
    n: 47,
  },
  'hip-flexion-seated': {
    coefficients: [8.94924, 0.965964, 0],
    from: 62.4923,
    to: 124.585,
    sd: 6.62767,
    n: 8,
  },
  'knee-seated': {
    coefficients: [2.52957, 0.275726, 0],
    from: 8.90905,
    to: 48.1626,
    sd: 8.94789,
    n: 9,
  },
};

/** How far the thighs of a person who bends lean back, in one picture; degrees. */
export const stillLean: LinearModel<LeanFeature> = {
  intercept: -1.89859,
  slopes: { trunk: -0.0807376, knee: -0.358536 },
};

/** How far the thighs of a standing person lean forward, hip before knee; degrees. */
export const standingLean = 3.6828;

/** What the arc fit's own standard deviation usually is, in degrees: part of the leg raise's `sd`. */
export const usualFitSd = 1.70911;

/** How many times larger errors are where the larger model has not looked again (leg raise). */
export const oneLookFactor = 1.6;
