import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, median, softened, spread } from '../../src/core/signal/robust.ts';
import { within } from '../helpers/arbitrary.ts';

const value = within(-200, 200);
const some = fc.array(value, { minLength: 1, maxLength: 40 });

describe('the middle of some readings', () => {
  it('has as many of them below as above', () => {
    fc.assert(
      fc.property(some, (values) => {
        const middle = median(values);
        const below = values.filter((one) => one < middle).length;
        const above = values.filter((one) => one > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, NaN]);
  });

  it('does not depend on their order and moves with them', () => {
    fc.assert(
      fc.property(some, value, (values, by) => {
        expect(median([...values].reverse())).toBe(median(values));
        expect(median(values.map((one) => one + by))).toBeCloseTo(median(values) + by, 9);
        expect(mean(values.map((one) => one + by))).toBeCloseTo(mean(values) + by, 9);
      }),
    );
  });

  it('is not moved by one gross failure among three, as the mean is', () => {
    expect(median([70, 71, 180])).toBe(71);
    expect(mean([70, 71, 180])).toBeGreaterThan(100);
  });

  it('leaves the readings as they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('the spread of some readings', () => {
  it('is 0 for equal ones, does not move with them and grows with their scale', () => {
    fc.assert(
      fc.property(some, value, within(0, 5), (values, by, scale) => {
        const moved = values.map((one) => scale * one + by);
        expect(spread(moved)).toBeCloseTo(scale * spread(values), 6);
      }),
    );
    expect([spread([5, 5, 5]), spread([5]), spread([])]).toEqual([0, 0, 0]);
    expect(spread([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });
});

describe('a softened residual', () => {
  it('is itself near 0, keeps its sign, and grows like a root far away', () => {
    expect(softened(0.01)).toBeCloseTo(0.01, 6);
    expect(softened(1e6) ** 2).toBeCloseTo(2e6 - 2, 0);
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(softened(-a)).toBeCloseTo(-softened(a), 12);
        expect(Math.abs(softened(a))).toBeLessThanOrEqual(Math.abs(a) + 1e-12);
        expect(Math.sign(softened(a) - softened(b))).toBe(Math.sign(a - b));
      }),
    );
  });
});
