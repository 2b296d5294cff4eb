import fc from 'fast-check';
import { sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { testIds } from '../../src/core/protocol/protocol.ts';
import { baselineOf } from '../../src/core/session/baseline.ts';
import { realChangeLimit, smallestRealChange } from '../../src/core/session/progress.ts';
import { personalSmallestChange } from '../../src/core/session/spread.ts';
import { noiseFrom } from '../helpers/noise.ts';
import { numbersOn, weekly } from '../helpers/numbers.ts';

/** The within-person standard deviation that belongs to the published 10 degrees: 10 / 2.77. */
const usualScatter = 3.6;

/** Someone measured weekly whose numbers scatter about a level that may rise; degrees. */
interface Scattering {
  readonly visits: number;
  readonly scatter: number;
  /** The true level at a share of the time from 0 to 1. */
  readonly level?: (share: number) => number;
}

interface Judged {
  /** How often the newest number was called really different from the baseline. */
  readonly real: number;
  /** The median of the limit, in degrees. */
  readonly limit: number;
}

/** What is told of the newest of so many visits of many such people. */
function judged({ visits, scatter, level = () => 65 }: Scattering, seed = 1): Judged {
  const noise = noiseFrom(seed);
  const people = 3000;
  const limits: number[] = [];
  let real = 0;
  for (let person = 0; person < people; person += 1) {
    const values = Array.from(
      { length: visits },
      (_, visit) => level(visit / (visits - 1)) + scatter * noise(),
    );
    const points = weekly(...values);
    const newest = points.at(-1)?.estimate;
    const baseline = baselineOf(points);
    if (!newest || !baseline) throw new Error('Nobody goes without a number here');
    const personal = personalSmallestChange(points.slice(0, -1), 'slr');
    const limit = realChangeLimit(baseline, newest, 'slr', personal);
    limits.push(limit);
    if (Math.abs(newest.value - baseline.value) >= limit) real += 1;
  }
  return { real: real / people, limit: limits.sort((a, b) => a - b)[people / 2] ?? NaN };
}

describe("a person's own smallest real change", () => {
  it('is not known before there are three numbers', () => {
    expect(personalSmallestChange([], 'slr')).toBeNull();
    expect(personalSmallestChange(weekly(60, 64), 'slr')).toBeNull();
    expect(personalSmallestChange(weekly(60, 64, 61), 'slr')).not.toBeNull();
  });

  it('is not known from three numbers of one moment', () => {
    expect(personalSmallestChange(numbersOn([0, 60], [0, 70], [0, 65]), 'slr')).toBeNull();
  });

  /**
   * Worked by hand: 60, 66, 60 a week apart. No pace. Differences 6 and -6: squares 72, expected 2 x 2 - 98 / 98 = 3
   * for a variance of 1, so 24 with 1 degree of freedom. The published limit says (10 / 2.7719)^2 = 13.015 and counts
   * for 3. Together (3 x 13.015 + 24) / 4 = 15.761, 4 degrees of freedom, Student's factor 2.7764: 2.7764 x 1.4142 x
   * 3.9700 = 15.588.
   */
  it('is that of the example worked by hand', () => {
    expect(personalSmallestChange(weekly(60, 66, 60), 'slr')).toBeCloseTo(15.588, 2);
  });

  it('comes near 2.77 standard deviations once there are many numbers', () => {
    const noise = noiseFrom(3);
    const values = Array.from({ length: 400 }, () => 65 + 6 * noise());
    const own = personalSmallestChange(weekly(...values), 'slr') ?? NaN;
    expect(own / (2.77 * sampleStandardDeviation(values))).toBeCloseTo(1, 1);
  });

  it("is never below the test's own", () => {
    const anyValues = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(anyValues, fc.constantFrom(...testIds), (values, test) => {
        expect(personalSmallestChange(weekly(...values), test)).toBeGreaterThanOrEqual(
          smallestRealChange(test),
        );
      }),
    );
    expect(personalSmallestChange(weekly(...Array<number>(40).fill(65)), 'slr')).toBe(10);
  });

  it('does not change with a steady gain, however steep', () => {
    const anyValues = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(anyValues, fc.integer({ min: -20, max: 20 }), (values, gain) => {
        const still = personalSmallestChange(weekly(...values), 'slr') ?? NaN;
        const rising = values.map((value, week) => value + gain * week);
        expect(personalSmallestChange(weekly(...rising), 'slr')).toBeCloseTo(still, 6);
      }),
    );
  });
});

describe('"a real change", told to a person who does not change,', () => {
  const visits = [4, 5, 6, 9, 13, 21, 41];

  it.each([2, usualScatter, 6])(
    'is wrong in at most 5 of 100 checks when their numbers scatter by %f degrees',
    (scatter) => {
      for (const count of visits) {
        // 0.8 % more: two standard deviations of counting 3000 people.
        expect(judged({ visits: count, scatter }).real).toBeLessThan(0.058);
      }
    },
  );

  it('is wrong in at most 5 of 100 before anything is known of them, if they scatter as usual', () => {
    expect(judged({ visits: 3, scatter: usualScatter }).real).toBeLessThan(0.05);
  });
});

describe('a person who truly improves', () => {
  const still = { visits: 13, scatter: 3 };

  it.each([
    ['evenly', (share: number) => 60 + 20 * share],
    ['fast at first', (share: number) => 60 + 20 * (1 - (1 - share) ** 2)],
    ['only after half the time', (share: number) => 60 + 40 * Math.max(0, share - 0.5)],
  ])('%s has no wider limit than one who stays', (_how, level) => {
    const improving = judged({ ...still, level });
    expect(improving.limit).toBeLessThan(judged(still).limit + 0.5);
    expect(improving.real).toBeGreaterThan(0.95);
  });
});
