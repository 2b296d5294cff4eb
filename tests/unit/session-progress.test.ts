import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import { testIds, type TestId } from '../../src/core/protocol/protocol.ts';
import {
  latest,
  pointsOf,
  realChangeLimit,
  smallestRealChange,
  verdictOf,
  type Verdict,
} from '../../src/core/session/progress.ts';
import type { Result } from '../../src/core/session/session.ts';
import type { Estimate } from '../../src/core/session/trial.ts';
import { bentKnee, estimate, legRaise, sessionOn, untold } from '../helpers/sessions.ts';

const refused: Result = {
  test: 'slr',
  side: 'left',
  estimate: null,
  trials: [bentKnee],
  ...untold,
};
const right: Result = { ...legRaise(60), side: 'right' };
const bend: Result = {
  test: 'forward-bend',
  side: null,
  estimate: estimate(95),
  trials: [],
  ...untold,
};

describe('the time line of a test', () => {
  test('is oldest first, however the visits are stored', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 4000 })), (days) => {
        const points = pointsOf(
          days.map((day) => sessionOn(day)),
          'slr',
          'left',
        );
        expect(points.map(({ at }) => at)).toEqual(
          days.toSorted((a, b) => a - b).map((day) => sessionOn(day).startedAt),
        );
      }),
    );
  });

  test('keeps the order of their ids for visits of the same moment', () => {
    const first = sessionOn(0);
    const second = { ...first, id: first.id.replace('-8000-', '-9000-') };
    for (const stored of [
      [first, second],
      [second, first],
    ]) {
      expect(pointsOf(stored, 'slr', 'left').map(({ sessionId }) => sessionId)).toEqual([
        first.id,
        second.id,
      ]);
    }
  });

  test('shows a visit without a number as one without a number', () => {
    expect(pointsOf([sessionOn(0, [refused])], 'slr', 'left')).toEqual([
      { at: sessionOn(0).startedAt, sessionId: sessionOn(0).id, estimate: null },
    ]);
  });

  test('holds neither the other side nor another test', () => {
    const visits = [sessionOn(0, [right, bend])];
    expect(pointsOf(visits, 'slr', 'left')).toEqual([]);
    expect(pointsOf(visits, 'slr', 'right')).toHaveLength(1);
    expect(pointsOf(visits, 'forward-bend', null)).toHaveLength(1);
  });
});

describe('the latest number', () => {
  test('is that of the newest visit that gave one', () => {
    const visits = [sessionOn(9, [refused]), sessionOn(7, [legRaise(74)]), sessionOn(0)];
    expect(latest(visits, 'slr', 'left')).toEqual({
      at: sessionOn(7).startedAt,
      sessionId: sessionOn(7).id,
      estimate: estimate(74),
    });
  });

  test('is not there before the first measured visit', () => {
    expect(latest([sessionOn(0, [refused])], 'slr', 'left')).toBeNull();
  });
});

function verdictBetween(before: Estimate, now: Estimate, id: TestId = 'slr'): Verdict {
  return verdictOf(before, now, realChangeLimit(before, now, id));
}

describe('the verdict on a change', () => {
  test.each([
    [69.9, 63, 'noise'],
    [70, 63, 'possible'],
    [72.9, 63, 'possible'],
    [73, 63, 'real'],
    [53, 63, 'real'],
    [56, 63, 'possible'],
  ] as const)('from %2$d to %1$d degrees is %3$s', (now, before, verdict) => {
    expect(verdictBetween(estimate(before), estimate(now))).toBe(verdict);
  });

  test('asks more of numbers that are unsure', () => {
    // Half-widths 12 and 9: their difference is known to 15 degrees.
    expect(verdictBetween(estimate(60, 12), estimate(74.9, 9))).toBe('possible');
    expect(verdictBetween(estimate(60, 12), estimate(75, 9))).toBe('real');
    expect(verdictBetween(estimate(60, 12), estimate(70, 9))).toBe('noise');
  });

  test('asks more of a person whose numbers scatter, and never less of one whose do not', () => {
    const limit = (personal: number | null) =>
      realChangeLimit(
        estimate(60),
        estimate(72),
        'slr',
        personal === null ? null : degrees(personal),
      );
    expect([limit(null), limit(14), limit(6)]).toEqual([10, 14, 10]);
    expect(verdictOf(estimate(60), estimate(72), limit(14))).toBe('possible');
  });

  const anEstimate = fc
    .tuple(fc.integer({ min: -20, max: 140 }), fc.integer({ min: 0, max: 30 }))
    .map(([value, halfWidth]) => estimate(value, halfWidth));
  const aTest = fc.constantFrom(...testIds);

  test('is the same for a loss as for a gain', () => {
    fc.assert(
      fc.property(anEstimate, anEstimate, aTest, (a, b, test) => {
        expect(verdictBetween(a, b, test)).toBe(verdictBetween(b, a, test));
      }),
    );
  });

  test('is never real below the smallest real change', () => {
    fc.assert(
      fc.property(anEstimate, anEstimate, aTest, (a, b, test) => {
        fc.pre(Math.abs(a.value - b.value) < smallestRealChange(test));
        expect(verdictBetween(a, b, test)).not.toBe('real');
      }),
    );
  });

  test('grows with the change', () => {
    const rank = { noise: 0, possible: 1, real: 2 };
    fc.assert(
      fc.property(anEstimate, fc.nat(60), fc.nat(60), fc.nat(30), aTest, (a, x, y, w, test) => {
        const [less, more] = [Math.min(x, y), Math.max(x, y)].map((change) =>
          verdictBetween(a, estimate(a.value + change, w), test),
        );
        expect(rank[more ?? 'noise']).toBeGreaterThanOrEqual(rank[less ?? 'noise']);
      }),
    );
  });
});
