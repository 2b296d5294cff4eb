import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestProgress } from '../../src/app/progress-view.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { drawnMarks, groupingFor, within } from '../../src/ui/charts/drawn-marks.ts';
import { lanesIn, minuteBars, noteTimes, painMarks } from '../../src/ui/charts/lanes.ts';
import { asideOf, markLook } from '../../src/ui/charts/mark-look.ts';
import { momentsOf } from '../../src/app/moments.ts';
import { longDiary, longHistory } from '../helpers/long-history.ts';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { goodSetUp } from '../helpers/set-ups.ts';
import { progressIn } from '../helpers/progress.ts';

const day = 24 * 60 * 60 * 1000;
const history = longHistory({ sessions: 1500 });
const [legs] = progressIn(history) as readonly [TestProgress];
const points = legs.series[0]?.points ?? [];
const whole = [history[0]?.startedAt ?? 0, history.at(-1)?.startedAt ?? 0] as const;

describe('the marks of a chart', () => {
  it('are one for each number while there is room', () => {
    const few = progressIn([0, 7, 14].map((on) => sessionOn(on, [raise('left', 60 + on)])));
    const [progress] = few as readonly [TestProgress];
    expect(groupingFor(progress, [0, Infinity], 300)).toBeNull();
    const marks = drawnMarks(progress.series[0]?.points ?? [], null);
    expect(marks.map(({ value, low, high }) => [value, low, high])).toEqual([
      [60, 56, 64],
      [67, 63, 71],
      [74, 70, 78],
    ]);
  });

  it('are as few as have room when there are many', () => {
    for (const pixels of [200, 400, 900]) {
      const period = groupingFor(legs, whole, pixels);
      expect(period).not.toBeNull();
      const counted = drawnMarks(points, period).filter(({ isApart }) => !isApart);
      expect(counted.length).toBeLessThanOrEqual(pixels / 7 + 2);
      expect(counted.length).toBeGreaterThan(pixels / 60);
    }
  });

  it('stand for every number: none outside of its mark, and means that add up', () => {
    const marks = drawnMarks(points, 'month');
    expect(Math.min(...marks.map(({ low }) => low))).toBe(
      Math.min(...points.map(({ estimate }) => estimate.value)),
    );
    expect(Math.max(...marks.map(({ high }) => high))).toBe(
      Math.max(...points.map(({ estimate }) => estimate.value)),
    );
    for (const { low, value, high } of marks) {
      expect(value).toBeGreaterThanOrEqual(low - 1e-9);
      expect(value).toBeLessThanOrEqual(high + 1e-9);
    }
  });

  it('never mix what cannot be compared into a mean', () => {
    const yaw = degrees(40);
    const odd = { ...raise('left', 20), setUp: { ...goodSetUp, yaw } };
    const usual = { ...raise('left', 60), setUp: goodSetUp };
    const days = [usual, odd, usual, usual].map((result, on) => sessionOn(on, [result]));
    const [progress] = progressIn(days) as readonly [TestProgress];
    expect(
      drawnMarks(progress.series[0]?.points ?? [], 'month').map(({ value, isApart }) => [
        value,
        isApart,
      ]),
    ).toEqual([
      [60, false],
      [20, true],
    ]);
  });

  it('are those of the time that is looked at', () => {
    fc.assert(
      fc.property(fc.nat(3650), fc.nat(3650), (a, b) => {
        const from = whole[0] + Math.min(a, b) * day;
        const to = whole[0] + Math.max(a, b) * day;
        expect(within(points, [from, to])).toEqual(
          points.filter(({ at }) => at >= from && at <= to),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('the marks of two sides at one time', () => {
  /** How much further a diamond reaches from its middle than a circle of its area. */
  const diamond = Math.sqrt(Math.PI / 2);

  it('never touch each other nor those of the next time while there is room for both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 150, max: 1100 }), (n, px) => {
        const look = markLook([n, n], { left: 0, right: px });
        // Four marks of the least size, and a little between them.
        if (px / n < 15) return;
        const right = asideOf('right', look) - diamond * look.size;
        const left = asideOf('left', look) + look.size;
        expect(right).toBeGreaterThan(left);
        const next = px / n + asideOf('left', look) - look.size;
        expect(next).toBeGreaterThan(asideOf('right', look) + diamond * look.size);
      }),
    );
  });

  it('have bars that are evenly apart where there is little room', () => {
    const look = markLook([30, 30], { left: 0, right: 240 });
    expect(asideOf('right', look) - asideOf('left', look)).toBe(4);
    expect(look.size).toBe(3);
  });

  it('stand at their time where there is one line', () => {
    expect(asideOf(null, markLook([5], { left: 0, right: 300 }))).toBe(0);
    expect(asideOf('right', markLook([5], { left: 0, right: 300 }))).toBe(0);
  });
});

describe('what stands below the numbers', () => {
  const diary = longDiary({ years: 1 });
  const moments = momentsOf([], diary);

  it('is there only for what was told', () => {
    const one = { id: '1', at: 0, note: '', minutes: null, pain: null };
    expect(lanesIn([])).toEqual([]);
    expect(lanesIn(momentsOf([], [{ ...one, pain: 0 }]))).toEqual(['pain']);
    expect(lanesIn(momentsOf([], [{ ...one, note: 'x', minutes: 5 }]))).toEqual([
      'notes',
      'minutes',
    ]);
  });

  it('has the pain that was told in a check', () => {
    const hurt = { ...raise('left', 60), marks: [{ sensation: 'pain', trial: 0, angle: null }] };
    const [progress] = progressIn([sessionOn(0, [hurt as ReturnType<typeof raise>])]) as readonly [
      TestProgress,
    ];
    expect(lanesIn(progress.moments)).toEqual(['pain']);
    expect(painMarks(progress.moments, 0)).toMatchObject([{ pain: null }]);
  });

  it('has every minute in one of its bars, however it is taken together', () => {
    const all = diary.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
    for (const period of ['week', 'month', 'quarter', 'year'] as const) {
      const bars = minuteBars(moments, period);
      expect(bars.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(all);
    }
    expect(minuteBars(moments, 'week').length).toBeGreaterThan(50);
  });

  it('keeps the worst pain where several would lie on one place', () => {
    const pains = [2, 7, null, 3].map((pain, on) => ({
      id: String(on),
      at: on * day,
      note: '',
      minutes: null,
      pain,
    }));
    expect(painMarks(momentsOf([], pains), 0).map(({ pain }) => pain)).toEqual([2, 7, 3]);
    expect(painMarks(momentsOf([], pains), 30 * day).map(({ pain }) => pain)).toEqual([7]);
  });

  it('has a mark at each note that has a place of its own', () => {
    const notes = diary.filter(({ note }) => note !== '').length;
    expect(noteTimes(moments, 0)).toHaveLength(notes);
    expect(noteTimes(moments, 60 * day).length).toBeLessThan(8);
  });
});
