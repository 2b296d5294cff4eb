import { describe, expect, it } from 'vitest';
import { monthsBefore, progressOf, since } from '../../src/app/progress-view.ts';
import { bend, raise, straightening, unmeasured } from '../helpers/results.ts';
import { sessionOn, untold } from '../helpers/sessions.ts';

describe('what progress shows', () => {
  it('is one line for each test and side that was done, left first', () => {
    const sessions = [
      sessionOn(0, [bend(70), raise('right', 60)]),
      sessionOn(1, [raise('left', 62)]),
    ];
    expect(
      progressOf(sessions).map(({ test, series }) => [test, ...series.map(({ side }) => side)]),
    ).toEqual([
      ['slr', 'left', 'right'],
      ['forward-bend', null],
    ]);
  });

  it('has the band of the smallest real change around the first two checks', () => {
    const sessions = [60, 64, 75].map((value, on) => sessionOn(on * 7, [raise('left', value)]));
    expect(progressOf(sessions)[0]?.series[0]?.band).toEqual({ low: 52, high: 72 });
  });

  it('has a wider band where a number is unsure', () => {
    const sessions = [sessionOn(0, [raise('left', 60, 9)]), sessionOn(7, [raise('left', 60, 9)])];
    const band = progressOf(sessions)[0]?.series[0]?.band;
    expect(band?.high).toBeGreaterThan(70);
  });

  it('speaks of no change while the baseline is being made', () => {
    const sessions = [sessionOn(0, [raise('left', 50)]), sessionOn(7, [raise('left', 80)])];
    expect(progressOf(sessions)[0]?.changes).toEqual([]);
  });

  it('counts a knee that has become straighter as further', () => {
    const sessions = [30, 30, 18].map((value, on) =>
      sessionOn(on * 7, [straightening('left', value)]),
    );
    expect(progressOf(sessions)[0]?.changes).toMatchObject([{ amount: 12, verdict: 'real' }]);
  });

  it('speaks of the change since the baseline from the third check on', () => {
    const sessions = [60, 62, 74].map((value, on) => sessionOn(on * 7, [raise('left', value)]));
    expect(progressOf(sessions)[0]?.changes).toEqual([
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
    const [progress] = progressOf([sessionOn(0, [unmeasured(step, 'knee-bent')])]);
    expect(progress?.series[0]).toEqual({ side: 'left', points: [], band: null });
    expect(progress?.visits[0]?.readings[0]).toMatchObject({
      estimate: null,
      refused: { reason: 'knee-bent' },
    });
  });

  it('knows no reason where no repetition was tried', () => {
    const [progress] = progressOf([
      sessionOn(0, [{ test: 'slr', side: 'left', estimate: null, trials: [], ...untold }]),
    ]);
    expect(progress?.visits[0]?.readings[0]?.refused).toBeNull();
  });

  it('leaves older checks out of a shorter range, not out of the baseline', () => {
    const sessions = [60, 62, 74].map((value, on) => sessionOn(on * 7, [raise('left', value)]));
    const [progress] = progressOf(sessions);
    const shown = progress && since(progress, sessions[2]?.startedAt ?? 0);
    expect(shown?.visits).toHaveLength(1);
    expect(shown?.series[0]?.points).toHaveLength(1);
    expect(shown?.series[0]?.band).toEqual(progress?.series[0]?.band);
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
});
