import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { swapped } from '../../src/core/body/facing.ts';
import type { Landmark, Pose } from '../../src/core/body/pose.ts';
import { lockSides } from '../../src/core/signal/side-lock.ts';
import { within } from '../helpers/arbitrary.ts';
import { noiseFrom, shaken } from '../helpers/noise.ts';
import { lying } from '../helpers/figure.ts';
import { drawn } from '../helpers/stick-figure.ts';

const leg: readonly Landmark[] = ['knee', 'ankle', 'heel', 'toe'];

/** The right leg goes from `from` up to `to` in forty frames; the left one lies. */
function raise(from: number, to: number): readonly Pose[] {
  return Array.from({ length: 40 }, (_, i) => {
    const hip = from + ((to - from) * i) / 39;
    return drawn({ ...lying, right: { hip, knee: 0 } }, undefined, i * 67);
  });
}

describe('the sides of a trial', () => {
  it('are kept through a raise in which the model exchanges the legs now and then', () => {
    const which = fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { maxLength: 20 });
    fc.assert(
      fc.property(within(20, 40), within(60, 110), which, (from, to, frames) => {
        const moved = raise(from, to);
        const seen = moved.map((pose, i) => (frames.includes(i) ? swapped(pose, leg) : pose));
        const locked = lockSides(seen);
        expect(locked.poses).toEqual(moved);
        expect(locked.repaired).toBeCloseTo(frames.length / 40, 9);
      }),
    );
  });

  it('are left alone where nothing was exchanged and the legs are apart', () => {
    fc.assert(
      fc.property(within(30, 40), within(50, 110), fc.integer(), (from, to, seed) => {
        const noise = noiseFrom(seed);
        const moved = raise(from, to).map((pose) => shaken(pose, 1.5, noise));
        const locked = lockSides(moved);
        expect(locked.poses).toEqual(moved);
        expect(locked.repaired).toBe(0);
      }),
    );
  });

  it('stay as the model has them while the legs lie beside each other without noise', () => {
    const moved = raise(0, 90);
    expect(lockSides(moved)).toEqual({ poses: moved, repaired: 0 });
  });

  it('of no frames are no frames', () => {
    expect(lockSides([])).toEqual({ poses: [], repaired: 0 });
  });
});
