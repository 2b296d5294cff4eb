import { describe, expect, it } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import { baselineOf } from '../../src/core/session/baseline.ts';
import type { MeasuredPoint } from '../../src/core/session/progress.ts';

function visits(...values: readonly number[]): readonly MeasuredPoint[] {
  return values.map((value, index) => ({
    at: index,
    sessionId: String(index),
    estimate: { value: degrees(value), halfWidth95: degrees(4) },
  }));
}

describe('the baseline of a person', () => {
  it('does not exist before the first number', () => {
    expect(baselineOf([])).toBeNull();
  });

  it('is the first number while there is no second', () => {
    expect(baselineOf(visits(60))).toEqual({ value: 60, halfWidth95: 4 });
  });

  it('is the mean of the first two visits, and surer than each', () => {
    const baseline = baselineOf(visits(58, 62));
    expect(baseline?.value).toBe(60);
    expect(baseline?.halfWidth95).toBeCloseTo(4 / Math.SQRT2, 10);
  });

  it('does not move when later visits are better', () => {
    expect(baselineOf(visits(58, 62, 90, 95))).toEqual(baselineOf(visits(58, 62)));
  });
});
