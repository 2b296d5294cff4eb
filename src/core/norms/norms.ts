import { degrees, type Degrees } from '../geometry/angle.ts';
import type { Step } from '../protocol/protocol.ts';
import type { Estimate } from '../session/trial.ts';
import type { Group, Norm } from './norm.ts';
import { norms } from './tables.ts';

/** Where the middle four fifths of a group lie, in degrees, both ends included. */
export interface TypicalRange {
  readonly low: Degrees;
  readonly high: Degrees;
}

/** Where a number stands to the typical range; `low-end` is under it by less than its uncertainty. */
export type Place = 'below' | 'low-end' | 'within' | 'above';

/** 10th and 90th percentile of a normal distribution, in standard deviations from the mean. */
const tenthPercentile = 1.2816;

/** The norm for a test, side and person; null where no verified row fits or the sex is not known. */
export function normFor(step: Step, group: Group): Norm | null {
  const { sex, age } = group;
  const fits = (norm: Norm): boolean =>
    norm.step.test === step.test &&
    norm.step.side === step.side &&
    norm.sex === sex &&
    (age === null || (age >= norm.ages[0] && age <= norm.ages[1]));
  return norms.find(fits) ?? null;
}

/** The typical range of a norm: its 10th to 90th percentile, if the group is normally distributed. */
export function typicalRange(norm: Norm): TypicalRange {
  const reach = tenthPercentile * norm.sd;
  return { low: degrees(norm.mean - reach), high: degrees(norm.mean + reach) };
}

/** Where an estimate stands to a typical range. It is `below` only when all of its 95 % interval is. */
export function placeOf(estimate: Estimate, range: TypicalRange): Place {
  if (estimate.value + estimate.halfWidth95 < range.low) return 'below';
  if (estimate.value < range.low) return 'low-end';
  return estimate.value <= range.high ? 'within' : 'above';
}
