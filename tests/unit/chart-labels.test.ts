import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from '../../src/ui/charts/spread-labels.ts';

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
