import { degrees } from '../geometry/angle.ts';
import type { Estimate } from '../session/trial.ts';

/** Two-sided 95 % of a normal distribution. */
const normal95 = 1.96;

/** Chosen: the smallest half-width ever shown; the joints' own definition is uncertain by about 1 degree. */
const least = 1.5;

/**
 * A value with its 95 % half-width from independent standard deviations in degrees: what is left of the
 * calibration's error, the unrest of the hold, what the fit knows, and so on.
 */
export function estimate(value: number, deviations: readonly number[]): Estimate {
  const variance = deviations.reduce((sum, sd) => sum + sd * sd, 0);
  return {
    value: degrees(value),
    halfWidth95: degrees(Math.max(least, normal95 * Math.sqrt(variance))),
  };
}

/** The excess of a standard deviation over the usual one, both being part of an error already counted. */
export function excess(sd: number, usual: number): number {
  return Math.sqrt(Math.max(0, sd * sd - usual * usual));
}

/** Two-sided 95 % quantiles of Student's t for 1 to 9 degrees of freedom. */
const student95 = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26];

/**
 * The mean of several trials. The error that they share (camera, body, model) does not shrink with their
 * number; their own spread does. One trial gives its own estimate.
 */
export function pooled(estimates: readonly Estimate[]): Estimate | null {
  const [first] = estimates;
  if (!first) return null;
  const count = estimates.length;
  if (count === 1) return first;
  const average = (pick: (each: Estimate) => number): number =>
    estimates.reduce((sum, each) => sum + pick(each), 0) / count;
  const value = average((each) => each.value);
  const shared = average((each) => each.halfWidth95 ** 2);
  const variance =
    estimates.reduce((sum, each) => sum + (each.value - value) ** 2, 0) / (count - 1);
  // With two trials Student's factor is 12.7 and would drown the rest: the trials are not that unlike.
  const factor = Math.min(student95[count - 2] ?? normal95, 4.3);
  return {
    value: degrees(value),
    halfWidth95: degrees(Math.sqrt(shared + (factor * factor * variance) / count)),
  };
}
