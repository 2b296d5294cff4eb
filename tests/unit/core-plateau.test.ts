import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlateau, trend, type PlateauRule, type Point } from '../../src/core/signal/plateau.ts';
import { within } from '../helpers/arbitrary.ts';
import { noiseFrom } from '../helpers/noise.ts';

const rule: PlateauRule = { direction: 1, minMs: 1000, maxSpread: 2, maxSpeed: 3 };

/** A trace of straight pieces, each `[seconds, to]`, at 15 frames a second. */
function trace(from: number, ...pieces: readonly (readonly [number, number])[]): readonly Point[] {
  let level = from;
  const values = pieces.flatMap(([seconds, to]) => {
    const frames = Math.round(seconds * 15);
    const start = level;
    level = to;
    return Array.from({ length: frames }, (_, i) => start + ((to - start) * (i + 1)) / frames);
  });
  return values.map((value, i) => ({ at: (i * 1000) / 15, value }));
}

const raised = trace(0, [1.5, 0], [2, 80], [2, 80], [2, 0], [1, 0]);

describe('a hold', () => {
  it('is found where the leg stays, at its middle, whatever the noise of a webcam', () => {
    fc.assert(
      fc.property(within(30, 110), fc.integer(), (top, seed) => {
        const noise = noiseFrom(seed);
        const clean = trace(0, [1.5, 0], [2, top], [2, top], [2, 0], [1, 0]);
        const seen = clean.map(({ at, value }) => ({ at, value: value + 0.7 * noise() }));
        const hold = findPlateau(seen, rule);
        expect(Math.abs((hold?.value ?? NaN) - top)).toBeLessThan(1.2);
        const held = (seen[hold?.last ?? 0]?.at ?? 0) - (seen[hold?.first ?? 0]?.at ?? 0);
        expect(held).toBeGreaterThan(1500);
      }),
    );
  });

  it('is the highest one, also where a lower one was longer', () => {
    const twice = trace(0, [1, 0], [2, 60], [4, 60], [1, 75], [1.5, 75], [2, 0]);
    expect(findPlateau(twice, rule)?.value).toBeCloseTo(75, 0);
  });

  it('is the lowest one for a number that shrinks', () => {
    const down = trace(90, [1.5, 90], [2, 20], [2, 20], [2, 90]);
    expect(findPlateau(down, { ...rule, direction: -1 })?.value).toBeCloseTo(20, 0);
    expect(findPlateau(down, rule)?.value).toBeCloseTo(90, 0);
  });

  it('is not found on a slow way up, nor in a stop that is too short', () => {
    expect(findPlateau(trace(0, [20, 80]), rule)).toBeNull();
    const short = trace(0, [1.5, 70], [0.7, 70], [1.5, 0]);
    expect(findPlateau(short, rule)).toBeNull();
    expect(findPlateau([], rule)).toBeNull();
    expect(findPlateau(raised.slice(0, 10), rule)).toBeNull();
  });

  it('bears frames that are missing for less than half a second', () => {
    const [start, count] = [fc.integer({ min: 53, max: 75 }), fc.integer({ min: 1, max: 6 })];
    fc.assert(
      fc.property(start, count, (from, lost) => {
        const seen = raised.filter((_, i) => i < from || i >= from + lost);
        expect(findPlateau(seen, rule)?.value).toBeCloseTo(80, 0);
      }),
    );
  });

  it('is none over a longer time out of sight, and does not grow past it', () => {
    const seen = raised.filter((_, i) => i < 62 || i >= 72);
    expect(findPlateau(seen, rule)?.value).toBeCloseTo(0, 0);
    const long = trace(0, [1, 0], [1, 50], [5, 50]);
    const gone = long.filter((_, i) => i < 60 || i >= 70);
    expect(findPlateau(gone, rule)).toMatchObject({ last: 59 });
    const back = findPlateau(gone.slice(50), rule);
    expect(gone[50 + (back?.first ?? 0)]?.at).toBeCloseTo((70 * 1000) / 15, 6);
  });

  it('bears a single wrong frame, and its value does not follow it', () => {
    const spiked = raised.map(({ at, value }, i) => ({ at, value: value + (i === 65 ? 7 : 0) }));
    const hold = findPlateau(spiked, rule);
    expect(hold?.value).toBeCloseTo(80, 1);
  });

  it('takes in a slow sway as a whole', () => {
    const swaying = Array.from({ length: 60 }, (_, i) => ({
      at: (i * 1000) / 15,
      value: 70 + 2 * Math.sin((2 * Math.PI * i) / 60),
    }));
    const hold = findPlateau(swaying, rule);
    expect([hold?.first, hold?.last]).toEqual([0, 59]);
    expect(hold?.value).toBeCloseTo(70, 0);
  });

  it('is as restless as its own frames', () => {
    const hold = findPlateau(raised, rule);
    expect(hold?.spread).toBeLessThan(1.5);
    const noise = noiseFrom(3);
    const shaky = raised.map(({ at, value }) => ({ at, value: value + 1.2 * noise() }));
    expect(findPlateau(shaky, rule)?.spread).toBeGreaterThan(hold?.spread ?? NaN);
  });
});

describe('a trend', () => {
  it('is the slope of a straight line in units per second, wherever it lies in time', () => {
    fc.assert(
      fc.property(within(-50, 50), within(-90, 90), within(0, 10000), (slope, level, start) => {
        const points = Array.from({ length: 15 }, (_, i) => ({
          at: start + i * 66,
          value: level + (slope * i * 66) / 1000,
        }));
        expect(trend(points)).toBeCloseTo(slope, 6);
      }),
    );
  });
});
