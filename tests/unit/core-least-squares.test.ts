import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../src/core/geometry/least-squares.ts';
import { within } from '../helpers/arbitrary.ts';

const times = Array.from({ length: 30 }, (_, i) => i / 10);

describe('a least-squares fit', () => {
  it('finds the parameters of a curve that is not straight', () => {
    fc.assert(
      fc.property(within(2, 5), within(0.6, 2), within(-3, 3), (height, rate, floor) => {
        const model = ([a, b, c]: readonly number[], t: number): number =>
          (a as number) * Math.exp(-(b as number) * t) + (c as number);
        const seen = times.map((t) => model([height, rate, floor], t));
        const fit = leastSquares(
          (parameters) => times.map((t, i) => model(parameters, t) - (seen[i] as number)),
          [3, 1, 0],
          [1, 1, 1],
        );
        expect(fit.cost).toBeLessThan(1e-8);
        expect(fit.parameters[0]).toBeCloseTo(height, 2);
        expect(fit.parameters[1]).toBeCloseTo(rate, 2);
        expect(fit.parameters[2]).toBeCloseTo(floor, 2);
      }),
    );
  });

  it('of a straight line is the textbook one, and so is its covariance', () => {
    const noise = times.map((_, i) => Math.sin(17 * i));
    const fit = leastSquares(
      ([level, slope]) =>
        times.map((t, i) => (level as number) + (slope as number) * t - (noise[i] as number)),
      [5, -3],
      [1, 1],
    );
    const n = times.length;
    const sum = (of: (t: number, i: number) => number): number =>
      times.reduce((total, t, i) => total + of(t, i), 0);
    const [st, stt] = [sum((t) => t), sum((t) => t * t)];
    const [sy, sty] = [sum((_, i) => noise[i] as number), sum((t, i) => t * (noise[i] as number))];
    const determinant = n * stt - st * st;
    expect(fit.parameters[0]).toBeCloseTo((stt * sy - st * sty) / determinant, 6);
    expect(fit.parameters[1]).toBeCloseTo((n * sty - st * sy) / determinant, 6);
    const analytic = [stt / determinant, -st / determinant, -st / determinant, n / determinant];
    fit.covariance.flat().forEach((value, i) => {
      expect(value).toBeCloseTo(analytic[i] as number, 6);
    });
  });

  it('exchanges rows where the first parameter says nothing of its own', () => {
    // The two residuals mix the parameters so that elimination meets a small pivot first.
    const fit = leastSquares(
      ([a, b]) => [(a as number) * 1e-3 + (b as number) - 2, (b as number) - 1],
      [0, 0],
      [1, 1],
    );
    expect(fit.parameters[0]).toBeCloseTo(1000, 0);
    expect(fit.parameters[1]).toBeCloseTo(1, 3);
  });

  it('comes down a bent valley (Rosenbrock)', () => {
    const fit = leastSquares(
      ([x, y]) => [10 * ((y as number) - (x as number) ** 2), 1 - (x as number)],
      [-1.2, 1],
      [1, 1],
    );
    expect(fit.parameters[0]).toBeCloseTo(1, 3);
    expect(fit.parameters[1]).toBeCloseTo(1, 3);
  });

  it('stays where no step makes it better', () => {
    const fit = leastSquares(([x]) => [1 + Math.abs(x as number)], [0], [1]);
    expect(fit.parameters).toEqual([0]);
    expect(fit.cost).toBe(0.5);
  });

  it('gives its best after as many steps as it is allowed', () => {
    // A valley without an end: every step improves and none is the last.
    const fit = leastSquares(([x]) => [Math.exp(-(x as number) / 1000)], [0], [1]);
    expect(fit.cost).toBeLessThan(0.5);
  });
});
