import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OneEuro } from '../../src/core/signal/one-euro.ts';
import { spread } from '../../src/core/signal/robust.ts';
import { within } from '../helpers/arbitrary.ts';
import { noiseFrom } from '../helpers/noise.ts';

const frameMs = 1000 / 15;

/** What the filter makes of a number that changes with time, at 15 frames a second. */
function filtered(value: (seconds: number) => number, frames: number): number[] {
  const filter = new OneEuro();
  return Array.from({ length: frames }, (_, i) =>
    filter.filter(value((i * frameMs) / 1000), i * frameMs),
  );
}

describe('the number on the screen', () => {
  it('stands still with the body', () => {
    fc.assert(
      fc.property(within(-30, 180), (angle) => {
        for (const shown of filtered(() => angle, 30)) expect(shown).toBeCloseTo(angle, 9);
      }),
    );
  });

  it('comes to the new angle after a jump, without going past it', () => {
    fc.assert(
      fc.property(within(-30, 180), within(-30, 180), (from, to) => {
        const shown = filtered((seconds) => (seconds === 0 ? from : to), 60);
        expect(Math.abs((shown.at(-1) ?? NaN) - to)).toBeLessThan(0.5);
        const [low, high] = [Math.min(from, to), Math.max(from, to)];
        expect(Math.min(...shown)).toBeGreaterThanOrEqual(low - 1e-9);
        expect(Math.max(...shown)).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });

  it('stays close behind a leg on its way up', () => {
    fc.assert(
      fc.property(within(5, 60), (degreesPerSecond) => {
        const shown = filtered((seconds) => degreesPerSecond * seconds, 45);
        const now = (degreesPerSecond * 44 * frameMs) / 1000;
        // A low-pass filter trails a ramp by its speed over 2 pi times its cut-off.
        const lag = degreesPerSecond / (2 * Math.PI * (1 + 0.02 * degreesPerSecond * 0.9));
        expect(now - (shown.at(-1) ?? NaN)).toBeLessThan(lag + degreesPerSecond * 0.005 + 0.1);
      }),
    );
  });

  it('jitters less than half as much as what is seen', () => {
    const noise = noiseFrom(1);
    const seen = Array.from({ length: 300 }, () => 70 + 1.5 * noise());
    const shown = filtered((seconds) => seen[Math.round((seconds * 1000) / frameMs)] ?? 70, 300);
    expect(spread(shown.slice(30))).toBeLessThan(spread(seen) / 2);
  });

  it('is the last one for a frame that comes twice or late', () => {
    const filter = new OneEuro({ minCutoff: 1, beta: 0 });
    filter.filter(10, 0);
    const last = filter.filter(20, 100);
    expect([filter.filter(90, 100), filter.filter(90, 50)]).toEqual([last, last]);
    expect(filter.filter(20, 200)).toBeGreaterThan(last);
  });
});
