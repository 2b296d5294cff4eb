import { describe, expect, it } from 'vitest';
import { student95 } from '../../src/core/session/student.ts';

describe("Student's factor for 95 of 100", () => {
  // Two-sided 95 % in the printed tables (t 0.975); made anew with SciPy 1.17, scipy.stats.t.ppf.
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [3, 3.1824],
    [5, 2.5706],
    [9, 2.2622],
    [10, 2.2281],
    [15, 2.1314],
    [30, 2.0423],
    [120, 1.9799],
    [10_000, 1.9602],
  ])('is that of the tables for %i degrees of freedom', (freedom, expected) => {
    expect(Math.abs(student95(freedom) - expected)).toBeLessThan(0.0005);
  });

  it.each([
    [3.6, 2.9024],
    [4.87, 2.5914],
    [7.3, 2.3451],
    [9.5, 2.2441],
    [10.4, 2.2164],
  ])('is hardly more, never less, than the true one for %f', (freedom, expected) => {
    const excess = student95(freedom) / expected - 1;
    expect(excess).toBeGreaterThan(-0.0002);
    expect(excess).toBeLessThan(0.01);
  });

  it('only falls as more is known, to that of a normal distribution', () => {
    for (let freedom = 1; freedom < 40; freedom += 0.1) {
      expect(student95(freedom + 0.1)).toBeLessThanOrEqual(student95(freedom));
    }
    expect(student95(1e9)).toBeCloseTo(1.96, 3);
  });
});
