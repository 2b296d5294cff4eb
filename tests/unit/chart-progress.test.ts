import { describe, expect, it } from 'vitest';
import { beginOf, monthsBefore } from '../../src/app/progress-range.ts';
import { lastRefused } from '../../src/app/moments.ts';
import { since } from '../../src/app/progress-view.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { longHistory } from '../helpers/long-history.ts';
import { bend, raise, straightening, unmeasured } from '../helpers/results.ts';
import { sessionOn, untold } from '../helpers/sessions.ts';
import { goodSetUp } from '../helpers/set-ups.ts';
import { progressIn } from '../helpers/progress.ts';

describe('what progress shows', () => {
  it('is one line for each test and side that was done, left first', () => {
    const sessions = [
      sessionOn(0, [bend(70), raise('right', 60)]),
      sessionOn(1, [raise('left', 62)]),
    ];
    expect(
      progressIn(sessions).map(({ test, series }) => [test, ...series.map(({ side }) => side)]),
    ).toEqual([
      ['slr', 'left', 'right'],
      ['forward-bend', null],
    ]);
  });

  it('has the band of the smallest real change around the first two checks', () => {
    const sessions = [60, 64, 75].map((value, on) => sessionOn(on * 7, [raise('left', value)]));
    expect(progressIn(sessions)[0]?.series[0]?.band).toEqual({ low: 52, high: 72 });
  });

  it('has a wider band where a number is unsure', () => {
    const sessions = [sessionOn(0, [raise('left', 60, 9)]), sessionOn(7, [raise('left', 60, 9)])];
    const band = progressIn(sessions)[0]?.series[0]?.band;
    expect(band?.high).toBeGreaterThan(70);
  });

  it('speaks of no change while the baseline is being made', () => {
    const sessions = [sessionOn(0, [raise('left', 50)]), sessionOn(7, [raise('left', 80)])];
    expect(progressIn(sessions)[0]?.changes).toEqual([]);
  });

  it('counts a knee that has become straighter as further', () => {
    const sessions = [30, 30, 18].map((value, on) =>
      sessionOn(on * 7, [straightening('left', value)]),
    );
    expect(progressIn(sessions)[0]?.changes).toMatchObject([{ amount: 12, verdict: 'real' }]);
  });

  it('speaks of the change since the baseline from the third check on', () => {
    const sessions = [60, 62, 74].map((value, on) => sessionOn(on * 7, [raise('left', value)]));
    expect(progressIn(sessions)[0]?.changes).toEqual([
      {
        step: { test: 'slr', side: 'left' },
        since: sessions[0]?.startedAt,
        amount: 13,
        limit: 10,
        verdict: 'real',
      },
    ]);
  });

  it('keeps a check without a number, with the reason of its last try', () => {
    const step = { test: 'slr', side: 'left' } as const;
    const [progress] = progressIn([sessionOn(0, [unmeasured(step, 'knee-bent')])]);
    expect(progress?.series[0]).toMatchObject({
      side: 'left',
      points: [],
      baseline: null,
      band: null,
      limit: null,
      trend: null,
    });
    expect(progress?.start).toBeNull();
    const [reading] = progress?.visits[0]?.readings ?? [];
    expect(reading?.estimate).toBeNull();
    expect(reading && lastRefused(reading)).toMatchObject({ reason: 'knee-bent' });
  });

  it('knows no reason where no repetition was tried', () => {
    const [progress] = progressIn([
      sessionOn(0, [{ test: 'slr', side: 'left', estimate: null, trials: [], ...untold }]),
    ]);
    const [reading] = progress?.visits[0]?.readings ?? [];
    expect(reading && lastRefused(reading)).toBeNull();
  });

  it('leaves older checks out of a shorter range, not out of the baseline', () => {
    const sessions = [60, 62, 74].map((value, on) => sessionOn(on * 7, [raise('left', value)]));
    const [progress] = progressIn(sessions);
    const shown = progress && since(progress, sessions[2]?.startedAt ?? 0);
    expect(shown?.visits).toHaveLength(1);
    expect(shown?.series[0]?.points).toHaveLength(1);
    expect(shown?.series[0]?.band).toEqual(progress?.series[0]?.band);
  });
});

describe('the trend', () => {
  const rising = [60, 60, 60, 66, 72, 78];
  const sessions = rising.map((value, week) => sessionOn(week * 7, [raise('left', value)]));

  it('is that of the range that is shown', () => {
    const [progress] = progressIn(sessions);
    expect(progress?.series[0]?.trend).toMatchObject({ count: 6, direction: 'further' });
    const shown = progress && since(progress, sessions[2]?.startedAt ?? 0);
    expect(shown?.series[0]?.trend?.count).toBe(4);
    expect(shown?.series[0]?.trend?.slope).toBeCloseTo(6, 6);
    expect(progress && since(progress, sessions[3]?.startedAt ?? 0).series[0]?.trend).toBeNull();
  });

  it('leaves out what was refused and what cannot be compared, and shows both', () => {
    const odd = { ...raise('left', 20), setUp: { ...goodSetUp, yaw: degrees(40) } };
    const usual = (value: number) => ({ ...raise('left', value), setUp: goodSetUp });
    const results = [
      usual(60),
      odd,
      usual(63),
      unmeasured({ test: 'slr', side: 'left' }, 'not-held'),
      usual(66),
      usual(69),
    ];
    const [progress] = progressIn(results.map((one, week) => sessionOn(7 * week, [one])));
    expect(progress?.visits).toHaveLength(6);
    expect(progress?.series[0]?.points).toHaveLength(5);
    expect(progress?.series[0]?.trend?.count).toBe(4);
    expect(progress?.series[0]?.baseline?.value).toBe(61.5);
    expect(progress?.visits[1]?.readings[0]?.comparison?.likeness).toBe('not-comparable');
  });
});

describe('a person whose numbers scatter', () => {
  it('is judged by their own limit, which says that it is theirs', () => {
    const values = [50, 70, 52, 69, 51, 71, 74];
    const [progress] = progressIn(
      values.map((value, on) => sessionOn(7 * on, [raise('left', value)])),
    );
    expect(progress?.series[0]?.isOwnLimit).toBe(true);
    expect(progress?.series[0]?.limit).toBeGreaterThan(25);
    // 14 degrees over the baseline would be a real change for anybody else.
    expect(progress?.changes[0]?.verdict).toBe('noise');
  });
});

describe('both sides', () => {
  const both = (left: number, right: number) => [raise('left', left), raise('right', right)];

  it('are compared in the newest check that measured both', () => {
    const [progress] = progressIn([
      sessionOn(0, both(60, 60)),
      sessionOn(7, both(60, 74)),
      sessionOn(14, [raise('left', 90)]),
    ]);
    expect(progress?.symmetry).toMatchObject({ lower: 'left', difference: 14, notable: true });
  });

  it('are not compared where one was never measured, nor in another test', () => {
    expect(progressIn([sessionOn(0, [raise('left', 60)])])[0]?.symmetry).toBeNull();
    const knees = [straightening('left', 20), straightening('right', 40)];
    expect(progressIn([sessionOn(0, knees)])[0]?.symmetry).toBeNull();
  });
});

describe('what was written down', () => {
  it('stands between the checks, in order of time', () => {
    const [a, b] = [sessionOn(0, [raise('left', 60)]), sessionOn(7, [raise('left', 60)])];
    const entry = { id: 'e', at: a.startedAt + 1000, note: 'x', minutes: null, pain: null };
    const [progress] = progressIn([a, b], { entries: [entry], person: null, year: 2026 });
    expect(progress?.moments.map(({ kind }) => kind)).toEqual(['visit', 'entry', 'visit']);
    expect(progress?.visits).toHaveLength(2);
  });
});

describe('a long history', () => {
  it('is worked out in time that grows as it does', () => {
    const time = (sessions: number): number => {
      const history = longHistory({ sessions });
      const start = performance.now();
      progressIn(history);
      return performance.now() - start;
    };
    time(500);
    // Four times as many take about four times as long; sixteen times would be quadratic.
    expect(time(10_000)).toBeLessThan(10 * Math.max(10, time(2500)));
  });
});

describe('three months ago', () => {
  it.each([
    ['the same day', new Date(2026, 9, 12, 9, 30), new Date(2026, 6, 12, 9, 30)],
    ['in the year before', new Date(2026, 1, 12, 9, 30), new Date(2025, 10, 12, 9, 30)],
    ['the last day of a short month', new Date(2026, 4, 31, 9), new Date(2026, 1, 28, 9)],
  ])('is %s', (_what, now, then) => {
    expect(new Date(monthsBefore(now.getTime(), 3))).toEqual(then);
  });

  it('is when the range of three months begins; all has no beginning', () => {
    const now = new Date(2026, 9, 12, 9, 30).getTime();
    expect(beginOf('months', now)).toBe(monthsBefore(now, 3));
    expect(beginOf('year', now)).toBe(monthsBefore(now, 12));
    expect(beginOf('all', now)).toBe(-Infinity);
  });
});
