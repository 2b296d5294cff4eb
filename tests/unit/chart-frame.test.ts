import { describe, expect, it } from 'vitest';
import type { TestProgress } from '../../src/app/progress-view.ts';
import { spanOf } from '../../src/app/chart-span.ts';
import { anglesOf, angleTicks, chartFrame } from '../../src/ui/charts/chart-frame.ts';
import { timeTicks } from '../../src/ui/charts/time-ticks.ts';
import { raise, unmeasured } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { progressIn } from '../helpers/progress.ts';

const day = 24 * 60 * 60 * 1000;

function raises(...visits: readonly (readonly [number, number])[]): TestProgress {
  const [progress] = progressIn(visits.map(([on, value]) => sessionOn(on, [raise('left', value)])));
  if (progress === undefined) throw new Error('no visits');
  return progress;
}

function frameOf(progress: TestProgress, width = 1000): ReturnType<typeof chartFrame> {
  return chartFrame(anglesOf(progress), spanOf(progress.moments), { width, letters: 1, lanes: [] });
}

function ticksOf(progress: TestProgress, width = 1000): readonly string[] {
  return timeTicks(frameOf(progress, width).x, 1).map(({ text }) => text);
}

describe('the axes of a chart', () => {
  it('hold every bar and the whole band', () => {
    const progress = raises([0, 30], [10, 95]);
    const { y, top, bottom } = frameOf(progress);
    for (const { points, band } of progress.series) {
      const bars = points.flatMap(({ estimate: { value, halfWidth95 } }) => [
        value - halfWidth95,
        value + halfWidth95,
      ]);
      for (const angle of [...bars, band?.low ?? 0, band?.high ?? 0]) {
        expect(y(angle)).toBeGreaterThanOrEqual(top);
        expect(y(angle)).toBeLessThanOrEqual(bottom);
      }
    }
  });

  it('do not blow noise up: at least thirty degrees are shown', () => {
    const [low = 0, high = 0] = frameOf(raises([0, 60])).y.domain();
    expect(high - low).toBeGreaterThanOrEqual(30);
  });

  it('have round angles a few steps apart', () => {
    const ticks = frameOf(raises([0, 58], [60, 71])).y.ticks(angleTicks);
    expect(ticks).toEqual([50, 60, 70, 80]);
  });

  it('put a single check at the end of two weeks', () => {
    const progress = raises([20, 60]);
    const [from, to] = frameOf(progress).x.domain();
    expect(Number(to) - Number(from)).toBe(14 * day);
    expect(Number(to)).toBe(progress.visits[0]?.at);
  });

  it('stand ready for checks that gave no number', () => {
    const missed = sessionOn(0, [unmeasured({ test: 'slr', side: 'left' }, 'not-held')]);
    const [progress] = progressIn([missed]);
    expect(progress && frameOf(progress).y.domain()).toEqual([0, 30]);
  });

  it('keep the plot open on the narrowest screen with large letters', () => {
    const sheet = { width: 200, letters: 2, lanes: [] };
    const { left, right } = chartFrame([0, 60], [0, 1000], sheet);
    expect(right).toBeGreaterThan(left);
  });

  it('hold the whole of the typical range of the person', () => {
    const person = { sex: 'female', birthYear: 1990 } as const;
    const sessions = [sessionOn(0, [raise('left', 50)])];
    const [progress] = progressIn(sessions, { entries: [], person, year: 2026 });
    const [low, high] = progress ? anglesOf(progress) : [0, 0];
    expect(low).toBeLessThanOrEqual(40);
    expect(high).toBeGreaterThanOrEqual(98);
  });

  it('leave each lane its strip, below the dates and above the edge', () => {
    const lanes = ['notes', 'pain', 'minutes'] as const;
    for (const letters of [1, 2]) {
      const frame = chartFrame([0, 60], [0, 1000], { width: 600, letters, lanes });
      expect(frame.lanes.map(({ kind }) => kind)).toEqual(lanes);
      let above = frame.bottom + 26 * letters;
      for (const { top, bottom } of frame.lanes) {
        expect(top).toBeGreaterThan(above);
        expect(bottom).toBeGreaterThan(top);
        above = bottom;
      }
      expect(above).toBeLessThanOrEqual(frame.height);
    }
  });
});

describe('dates below a chart', () => {
  it('are days within weeks', () => {
    expect(ticksOf(raises([0, 60], [14, 62]))).toContain('Mar 5');
  });

  it('are months within years, and years where they begin', () => {
    const ticks = ticksOf(raises([0, 60], [500, 62]));
    expect(ticks).toContain('2027');
    expect(ticks).toContain('Oct');
  });

  it('are no more than fit', () => {
    const many = raises([0, 60], [100, 62]);
    expect(ticksOf(many, 360).length).toBeLessThanOrEqual(4);
    expect(ticksOf(many, 1200).length).toBeGreaterThan(4);
  });

  it('leave each date its room, however narrow the chart and however long the time', () => {
    for (const span of [14, 27, 45, 100, 200, 400, 900]) {
      for (const width of [286, 326, 700]) {
        const { x } = frameOf(raises([0, 60], [span, 62]), width);
        const places = timeTicks(x, 1).map(({ at }) => x(at));
        expect(places.length).toBeGreaterThan(0);
        for (const [i, place] of places.slice(1).entries()) {
          expect(place - places[i]!).toBeGreaterThanOrEqual(60);
        }
      }
    }
  });

  it('are two or more on a phone, so that a year is told by more than one day', () => {
    for (let span = 1; span < 4000; span += 3) {
      const ticks = ticksOf(raises([0, 60], [span, 62]), 326);
      expect(ticks.length, `${String(span)} days: ${ticks.join()}`).toBeGreaterThan(1);
    }
  });

  it('each stand at the start of a day', () => {
    const { x } = frameOf(raises([0, 60], [60, 62]));
    for (const { at } of timeTicks(x, 1)) expect(at.getHours()).toBe(0);
  });
});
