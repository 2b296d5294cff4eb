import type { Estimate } from '../session/trial.ts';
import { correct, type CurveKey } from './calibration.ts';
import { curves, oneLookFactor } from './calibration-table.ts';
import type { TrialFrames } from './trial-frames.ts';
import { estimate } from './uncertainty.ts';

/**
 * A reading of a held trial as an estimate: corrected by its curve; uncertain by the curve's error on new
 * bodies (more where there was no second look), the unrest of the hold, and what else is given, all as
 * standard deviations in degrees.
 */
export function calibrated(
  key: CurveKey,
  measured: number,
  { lacksSecondLook, unrest }: TrialFrames,
  ...others: readonly number[]
): Estimate {
  const sd = curves[key].sd * (lacksSecondLook ? oneLookFactor : 1);
  // The median of a hold moves by less than its values do. Chosen: half.
  return estimate(correct(curves[key], measured), [sd, unrest / 2, ...others]);
}
