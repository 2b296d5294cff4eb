import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import { resultOf } from '../../src/core/measure/result.ts';
import { estimate, excess, pooled } from '../../src/core/measure/uncertainty.ts';
import { refusal, type Estimate, type Trial } from '../../src/core/session/trial.ts';
import { within } from '../helpers/arbitrary.ts';
import { bentKnee, measuredTrial, untold } from '../helpers/sessions.ts';

const deviation = within(0, 10);
const deviations = fc.array(deviation, { minLength: 1, maxLength: 5 });
const one = fc
  .record({ value: within(20, 120), halfWidth: within(1.5, 15) })
  .map(({ value, halfWidth }): Estimate => ({
    value: degrees(value),
    halfWidth95: degrees(halfWidth),
  }));

describe('the half-width of a number', () => {
  it('grows with each deviation and does not depend on their order', () => {
    fc.assert(
      fc.property(deviations, fc.nat(4), within(0.1, 10), (sds, at, more) => {
        const width = estimate(70, sds).halfWidth95;
        const grown = sds.map((sd, i) => (i === at % sds.length ? sd + more : sd));
        expect(estimate(70, grown).halfWidth95).toBeGreaterThanOrEqual(width);
        expect(estimate(70, [...sds].reverse()).halfWidth95).toBeCloseTo(width, 9);
      }),
    );
  });

  it('is 1.96 standard deviations, and never under 1.5 degrees', () => {
    expect(estimate(70, [3, 4]).halfWidth95).toBeCloseTo(1.96 * 5, 9);
    expect(estimate(70, [0.1])).toEqual({ value: 70, halfWidth95: 1.5 });
    expect(estimate(70, []).halfWidth95).toBe(1.5);
  });

  it('counts only what a fit is less sure than usual', () => {
    expect(excess(2, 3)).toBe(0);
    expect(excess(5, 3)).toBe(4);
    fc.assert(
      fc.property(deviation, deviation, (sd, usual) => {
        expect(excess(sd, usual)).toBeLessThanOrEqual(sd);
      }),
    );
  });
});

describe('several trials together', () => {
  const several = fc.array(one, { minLength: 2, maxLength: 12 });

  it('are their mean, whatever their order', () => {
    fc.assert(
      fc.property(several, (trials) => {
        const together = pooled(trials);
        const mean = trials.reduce((sum, { value }) => sum + value, 0) / trials.length;
        expect(together?.value).toBeCloseTo(mean, 9);
        const back = pooled([...trials].reverse());
        expect(back?.halfWidth95).toBeCloseTo(together?.halfWidth95 ?? NaN, 9);
      }),
    );
  });

  it('keep the error that they share: equal trials are as sure as one', () => {
    fc.assert(
      fc.property(one, fc.integer({ min: 2, max: 12 }), (trial, count) => {
        const same = pooled(Array.from({ length: count }, () => trial));
        expect(same?.halfWidth95).toBeCloseTo(trial.halfWidth95, 9);
        expect(same?.value).toBeCloseTo(trial.value, 9);
      }),
    );
  });

  it('are less sure the more they differ, and never surer than their own', () => {
    fc.assert(
      fc.property(one, within(0.5, 10), fc.integer({ min: 2, max: 12 }), (trial, apart, count) => {
        const spreadBy = (by: number): number => {
          const trials = Array.from({ length: count }, (_, i) => ({
            ...trial,
            value: degrees(trial.value + (i % 2 === 0 ? by : -by)),
          }));
          return pooled(trials)?.halfWidth95 ?? NaN;
        };
        expect(spreadBy(apart)).toBeGreaterThan(trial.halfWidth95);
        expect(spreadBy(2 * apart)).toBeGreaterThan(spreadBy(apart));
      }),
    );
  });

  it('say more about their spread the more there are', () => {
    const trials = (count: number) =>
      Array.from({ length: count }, (_, i) => estimate(70 + (i % 2 === 0 ? 3 : -3), [1]));
    const widths = [2, 4, 8, 12, 20].map((count) => pooled(trials(count))?.halfWidth95 ?? NaN);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });

  it('are the one there is, or none', () => {
    const only = estimate(64, [2]);
    expect(pooled([only])).toBe(only);
    expect(pooled([])).toBeNull();
  });
});

describe('the result of a step', () => {
  const step = { test: 'slr', side: 'left' } as const;

  it('is the mean of its measured trials and keeps all of them', () => {
    const trials = [measuredTrial(60), bentKnee, measuredTrial(64)];
    const result = resultOf(step, trials, untold);
    expect(result.estimate?.value).toBeCloseTo(62, 9);
    expect(result).toMatchObject({ ...step, trials });
  });

  it('is none where every trial was refused, or lacks the number of the test', () => {
    expect(resultOf(step, [bentKnee, refusal('nobody')], untold).estimate).toBeNull();
    const bend: Trial = measuredTrial(60);
    expect(resultOf({ test: 'forward-bend', side: null }, [bend], untold).estimate).toBeNull();
  });

  it('tells a refusal in whole degrees, and only where there are any', () => {
    expect(refusal('knee-bent', 17.6)).toEqual({
      kind: 'refused',
      reason: 'knee-bent',
      amount: 18,
    });
    expect(refusal('nobody').amount).toBeNull();
  });
});
