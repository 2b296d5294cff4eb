import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestProgress } from '../../src/app/progress-view.ts';
import { anglesOf, chartFrame } from '../../src/ui/charts/chart-frame.ts';
import { within } from '../../src/ui/charts/drawn-marks.ts';
import { linesEnd } from '../../src/ui/charts/lines-end.ts';
import { spreadLabels } from '../../src/ui/charts/spread-labels.ts';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { progressIn } from '../helpers/progress.ts';

function places(ats: readonly number[], gap = 20): readonly number[] {
  return spreadLabels(
    ats.map((at) => ({ at })),
    gap,
  ).map(({ shownAt }) => shownAt);
}

describe('labels at the ends of lines', () => {
  it('stay where their lines end when there is room', () => {
    expect(places([10, 100])).toEqual([10, 100]);
  });

  it('move apart evenly when the lines end close to each other', () => {
    expect(places([50, 54])).toEqual([42, 62]);
  });

  it('put the left side above the right when both end at one place', () => {
    expect(places([50, 50])).toEqual([40, 60]);
  });

  it('push on to a third one', () => {
    expect(places([50, 52, 66])).toEqual([36, 56, 76]);
  });

  it('never overlap, and keep the order of the lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 6 }),
        (ats) => {
          const shown = places(ats).map((place, index) => ({ place, at: ats[index] ?? 0 }));
          const sorted = shown.toSorted((a, b) => a.place - b.place);
          for (const [index, { place, at }] of sorted.entries()) {
            const above = sorted[index - 1];
            if (above === undefined) continue;
            expect(place - above.place).toBeGreaterThan(20 - 1e-6);
            expect(at).toBeGreaterThanOrEqual(above.at);
          }
        },
      ),
    );
  });
});

describe('the labels of lines', () => {
  const day = 24 * 60 * 60 * 1000;
  const start = sessionOn(0).startedAt;
  // The right leg was last measured on the 21st day, the left one a week later.
  const sessions = [0, 7, 14, 21, 28].map((on) =>
    sessionOn(on, [raise('left', 60 + on), ...(on < 28 ? [raise('right', 60 + on)] : [])]),
  );
  const [progress] = progressIn(sessions) as readonly [TestProgress];

  /** Where they stand when one looks at some days, and where days lie, in pixels. */
  function looking(from: number, to: number): { end: number; placeOf: (on: number) => number } {
    const span = [start + from * day, start + to * day] as const;
    const frame = chartFrame(anglesOf(progress), span, { width: 800, letters: 1, lanes: [] });
    const series = progress.series.map((one) => ({ ...one, points: within(one.points, span) }));
    return { end: linesEnd(series, frame), placeOf: (on) => frame.x(start + on * day) };
  }

  it('stand beyond the last number of both sides', () => {
    const { end, placeOf } = looking(0, 28);
    expect(end).toBeCloseTo(placeOf(28));
  });

  it('stand beyond a trend that goes on after the last number in sight', () => {
    const { end, placeOf } = looking(0, 20);
    expect(end).toBeCloseTo(placeOf(20));
  });

  it('stay at the last number where nothing comes after it', () => {
    const { end, placeOf } = looking(20, 40);
    expect(end).toBeCloseTo(placeOf(28));
  });
});
