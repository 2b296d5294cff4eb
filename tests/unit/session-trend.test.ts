import fc from 'fast-check';
import {
  linearRegression,
  mean,
  standardDeviation,
  sumNthPowerDeviations,
} from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { MeasuredPoint } from '../../src/core/session/progress.ts';
import { spotsOf, straightLine, type Spots } from '../../src/core/session/straight-line.ts';
import { trendAt, trendOf, type Trend } from '../../src/core/session/trend.ts';
import { noiseFrom } from '../helpers/noise.ts';
import { firstDay, numbersOn, weekly } from '../helpers/numbers.ts';

const day = 24 * 60 * 60 * 1000;
const ten = degrees(10);

function trendIn(points: readonly MeasuredPoint[], limit = ten): Trend {
  const trend = trendOf(points, limit, 'slr');
  if (trend === null) throw new Error('There is a trend in this test');
  return trend;
}

const anyNumbers = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: -20, max: 140 })), {
    minLength: 4,
    maxLength: 40,
  })
  .map((spots) => spots.toSorted(([a], [b]) => a - b))
  .filter((spots) => (spots.at(-1)?.[0] ?? 0) - (spots[0]?.[0] ?? 0) >= 21);

function columnsOf(spots: readonly (readonly [number, number])[]): Spots {
  return {
    x: Float64Array.from(spots, ([x]) => x),
    y: Float64Array.from(spots, ([, y]) => y),
  };
}

describe('the straight line through numbers', () => {
  it('is the one that simple-statistics draws', () => {
    fc.assert(
      fc.property(anyNumbers, (spots) => {
        const { m: slope, b: intercept } = linearRegression(spots.map(([x, y]) => [x, y]));
        const line = straightLine(columnsOf(spots));
        expect(line?.slope).toBeCloseTo(slope, 9);
        expect((line?.middle.y ?? NaN) - slope * (line?.middle.x ?? NaN)).toBeCloseTo(intercept, 6);
        expect(line?.middle.x).toBeCloseTo(mean(spots.map(([x]) => x)), 6);
        expect(line?.squaresX).toBeCloseTo(
          sumNthPowerDeviations(
            spots.map(([x]) => x),
            2,
          ),
          3,
        );
        const left = spots.map(([x, y]) => y - intercept - slope * x);
        expect(line?.squaresLeft).toBeCloseTo(spots.length * standardDeviation(left) ** 2, 3);
      }),
    );
  });

  it('does not exist for numbers of one moment, or for none', () => {
    expect(straightLine(spotsOf([]))).toBeNull();
    expect(
      straightLine(
        columnsOf([
          [3, 60],
          [3, 70],
        ]),
      ),
    ).toBeNull();
  });
});

describe('a trend', () => {
  /**
   * Worked by hand: 60, 63, 67, 68, 72 a week apart. Mean day 14, mean number 66. Sxx = 49 (4 + 1 + 0 + 1 + 4) = 490,
   * Sxy = 7 (2 x 6 + 1 x 3 + 1 x 2 + 2 x 6) = 203, so 203 / 490 degrees a day: 2.9 a week. Left over: -0.2, -0.1, 1,
   * -0.9, 0.2; squares 1.9; standard deviation sqrt(1.9 / 3) = 0.7958. Student for 3: 3.1824. Half-width of the
   * slope: 3.1824 x 0.7958 / sqrt(490) x 7 = 0.8009 a week; of the line in its middle 3.1824 x 0.7958 / sqrt(5)
   * = 1.1326; at its end 3.1824 x 0.7958 x sqrt(1/5 + 196/490) = 1.9617.
   */
  const byHand = weekly(60, 63, 67, 68, 72);

  it('is that of the example worked by hand', () => {
    const trend = trendIn(byHand);
    expect(trend.slope).toBeCloseTo(2.9, 10);
    expect(trend.slopeHalfWidth95).toBeCloseTo(0.8009, 3);
    expect(trend).toMatchObject({ count: 5, from: firstDay, to: firstDay + 28 * day });
    const middle = trendAt(trend, firstDay + 14 * day);
    expect(middle.value).toBeCloseTo(66, 10);
    expect(middle.halfWidth95).toBeCloseTo(1.1326, 3);
    const end = trendAt(trend, firstDay + 28 * day);
    expect(end.value).toBeCloseTo(71.8, 10);
    expect(end.halfWidth95).toBeCloseTo(1.9617, 3);
  });

  it('goes further when it is sure and more than the smallest real change', () => {
    expect(trendIn(byHand).direction).toBe('further');
    // 2.9 a week for four weeks are 11.6.
    expect(trendIn(byHand, degrees(11.5)).direction).toBe('further');
    expect(trendIn(byHand, degrees(11.7)).direction).toBe('unclear');
  });

  it('is unclear when the numbers scatter about it', () => {
    expect(trendIn(weekly(60, 75, 58, 77, 72)).direction).toBe('unclear');
  });

  it('goes less far when the leg does', () => {
    expect(trendIn(weekly(72, 68, 67, 63, 60)).direction).toBe('less-far');
  });

  it('goes further for a knee that has less left to straighten', () => {
    const knee = trendOf(weekly(40, 36, 33, 30, 26), ten, 'ake');
    expect(knee?.direction).toBe('further');
    expect(knee?.slope).toBeLessThan(0);
  });

  it('needs four numbers and three weeks', () => {
    expect(trendOf([], ten, 'slr')).toBeNull();
    expect(trendOf(weekly(60), ten, 'slr')).toBeNull();
    expect(trendOf(weekly(60, 65, 70), ten, 'slr')).toBeNull();
    expect(trendOf(numbersOn([0, 60], [1, 61], [2, 62], [20.9, 63]), ten, 'slr')).toBeNull();
    expect(trendOf(numbersOn([0, 60], [1, 61], [2, 62], [21, 63]), ten, 'slr')).not.toBeNull();
  });

  it('counts real days: the same numbers twice as far apart rise half as fast', () => {
    fc.assert(
      fc.property(anyNumbers, (spots) => {
        const near = trendIn(numbersOn(...spots));
        const far = trendIn(numbersOn(...spots.map(([on, value]) => [2 * on, value] as const)));
        expect(far.slope).toBeCloseTo(near.slope / 2, 6);
        expect(far.direction).toBe(near.direction);
      }),
    );
  });

  it('has no more certainty at its ends than in its middle', () => {
    fc.assert(
      fc.property(anyNumbers, fc.integer({ min: 0, max: 4000 }), (spots, on) => {
        const trend = trendIn(numbersOn(...spots));
        const middle = trendAt(trend, trend.from + trend.line.middle.x * day);
        expect(trendAt(trend, firstDay + on * day).halfWidth95).toBeGreaterThanOrEqual(
          middle.halfWidth95 - 1e-9,
        );
      }),
    );
  });

  it('keeps its promise: the true slope is in the interval 95 times of 100', () => {
    const noise = noiseFrom(7);
    const people = 4000;
    let caught = 0;
    for (let person = 0; person < people; person += 1) {
      const values = Array.from({ length: 6 }, (_, week) => 60 + 1.5 * week + 3 * noise());
      const { slope, slopeHalfWidth95 } = trendIn(weekly(...values));
      if (Math.abs(slope - 1.5) <= slopeHalfWidth95) caught += 1;
    }
    // Within three standard deviations of what counting 4000 people gives.
    expect(Math.abs(caught / people - 0.95)).toBeLessThan(0.0104);
  });

  it('hardly ever goes anywhere for a person who does not change', () => {
    const noise = noiseFrom(8);
    const people = 2000;
    let told = 0;
    for (let person = 0; person < people; person += 1) {
      const values = Array.from({ length: 4 + (person % 20) }, () => 65 + 3.6 * noise());
      if (trendIn(weekly(...values)).direction !== 'unclear') told += 1;
    }
    expect(told / people).toBeLessThan(0.05);
  });
});
