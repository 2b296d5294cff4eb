import type { BodySide } from '../body/pose.ts';
import { degrees, type Degrees } from '../geometry/angle.ts';
import type { Estimate } from './trial.ts';

/** Left and right leg raise, compared. `lower` is the side with the smaller number. */
export interface Symmetry {
  readonly lower: BodySide;
  /** Never negative. */
  readonly difference: Degrees;
  /** Whether it is more than healthy people's sides differ and more than the measurement may be off. */
  readonly notable: boolean;
}

/**
 * The difference between left and right leg raise that healthy people seldom exceed, in degrees: with
 * the ankle relaxed 5.0 with an SD of 3.5 (Boyd and Villa 2012), so 95 % are under 5.0 + 1.645 x 3.5.
 * No other test has a published one.
 */
export const usualSideDifference = degrees(11);

/** Compares the leg raises of both sides; `limit` is the smallest real change of either, in degrees. */
export function symmetryOf(left: Estimate, right: Estimate, limit: Degrees): Symmetry {
  const difference = degrees(Math.abs(left.value - right.value));
  const unsure = Math.hypot(left.halfWidth95, right.halfWidth95);
  return {
    lower: left.value <= right.value ? 'left' : 'right',
    difference,
    notable: difference > Math.max(usualSideDifference, limit, unsure),
  };
}
