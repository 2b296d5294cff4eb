import { correct, type Curve } from '../../src/core/measure/calibration.ts';

/** The measured angle that a calibration curve corrects to the given one, degrees; the curve's inverse. */
export function uncorrected(curve: Curve, angle: number): number {
  let [low, high] = [-400, 400];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (correct(curve, middle) < angle) low = middle;
    else high = middle;
  }
  return high;
}
