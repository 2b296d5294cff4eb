import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correct,
  curveKeys,
  predict,
  type Curve,
  type LinearModel,
} from '../../src/core/measure/calibration.ts';
import {
  cameraModel,
  curves,
  fittedOn,
  oneLookFactor,
  standingLean,
  stillLean,
  usualFitSd,
} from '../../src/core/measure/calibration-table.ts';
import { within } from '../helpers/arbitrary.ts';
import { uncorrected } from '../helpers/uncorrected.ts';

const named = curveKeys.map((key) => ({ key, curve: curves[key] }));

describe.each(named)('the calibration of $key', ({ curve }) => {
  it('grows with the measured angle', () => {
    fc.assert(
      fc.property(within(-60, 240), within(0.1, 30), (measured, more) => {
        expect(correct(curve, measured + more)).toBeGreaterThan(correct(curve, measured));
      }),
    );
  });

  it('says how far off it is on new bodies, from some of them, over a range', () => {
    expect(curve.sd).toBeGreaterThan(0);
    expect(curve.n).toBeGreaterThan(0);
    expect(curve.to).toBeGreaterThan(curve.from);
  });
});

describe('a correction', () => {
  const any = fc
    .record({
      a: within(-10, 10),
      b: within(0.5, 1.5),
      c: within(-0.1, 0.1),
      from: within(-20, 40),
    })
    .map(({ a, b, c, from }): Curve => ({
      coefficients: [a, b, c],
      from,
      to: from + 60,
      sd: 2,
      n: 10,
    }));

  it('is continuous at the ends of the fitted range, and stays what it is there beyond them', () => {
    fc.assert(
      fc.property(any, within(0.1, 50), (curve, beyond) => {
        for (const [end, way] of [
          [curve.from, -1],
          [curve.to, 1],
        ] as const) {
          const [at, near] = [correct(curve, end), correct(curve, end - way * 1e-7)];
          expect(near).toBeCloseTo(at, 5);
          expect(correct(curve, end + way * beyond) - (end + way * beyond)).toBeCloseTo(
            at - end,
            9,
          );
        }
      }),
    );
  });

  it('can be undone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...curveKeys), within(-40, 180), (key, angle) => {
        expect(correct(curves[key], uncorrected(curves[key], angle))).toBeCloseTo(angle, 4);
      }),
    );
  });
});

describe('a linear guess', () => {
  it('is its intercept where nothing is seen, and grows by each slope', () => {
    const model = { intercept: 3, slopes: { trunk: 2, knee: -1 } };
    expect(predict(model, () => 0)).toBe(3);
    expect(predict(model, (feature) => (feature === 'trunk' ? 5 : 4))).toBe(9);
    expect(predict({ intercept: 7, slopes: {} }, () => NaN)).toBe(7);
  });
});

describe('the calibration table', () => {
  it('has every curve and no other, and says what it was fitted on', () => {
    expect(Object.keys(curves).sort()).toEqual([...curveKeys].sort());
    expect(fittedOn.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(fittedOn.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(fittedOn.subjects).toBeGreaterThan(100);
  });

  it('holds numbers that can be', () => {
    const models: readonly LinearModel<string>[] = [cameraModel.yaw, cameraModel.pitch, stillLean];
    const numbers = models.flatMap(({ intercept, slopes }) => [
      intercept,
      ...Object.values(slopes),
    ]);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(Math.abs(standingLean)).toBeLessThan(10);
    expect(usualFitSd).toBeGreaterThan(0);
    expect(oneLookFactor).toBeGreaterThanOrEqual(1);
  });
});
