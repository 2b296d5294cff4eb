import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasHurt,
  hasRisen,
  isPain,
  keepsHurting,
  painBefore,
  wasWorseNextMorning,
  type Compared,
  type Exercised,
  type PainBefore,
} from '../../src/core/safety/pain.ts';

const anyPain = fc.integer({ min: 0, max: 10 });
const care: readonly PainBefore[] = ['go', 'gently', 'not-today'];

function exercised(after: Compared | null, nextMorning: Compared | null): Exercised {
  return { at: 0, after, nextMorning };
}

describe('pain before a check', () => {
  it.each([
    [0, null, 'go'],
    [3, 0, 'go'],
    [4, null, 'gently'],
    [4, 4, 'gently'],
    [4, 3, 'not-today'],
    [6, 10, 'gently'],
    [6, 0, 'not-today'],
    [7, null, 'not-today'],
    [7, 9, 'not-today'],
  ] as const)('of %i after %s: %s', (now, last, verdict) => {
    expect(painBefore(now, last)).toBe(verdict);
  });

  it('never lets more pain through than less', () => {
    fc.assert(
      fc.property(anyPain, anyPain, fc.option(anyPain), (one, other, last) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(care.indexOf(painBefore(more, last))).toBeGreaterThanOrEqual(
          care.indexOf(painBefore(less, last)),
        );
      }),
    );
  });
});

describe('a number for pain', () => {
  it.each([
    [0, true],
    [10, true],
    [-1, false],
    [11, false],
    [2.5, false],
    [Number.NaN, false],
  ])('%d is one: %s', (value, is) => {
    expect(isPain(value)).toBe(is);
  });
});

describe('pain while measuring', () => {
  it('stops when it rises by two, not by one', () => {
    expect(hasRisen(3, 4)).toBe(false);
    expect(hasRisen(3, 5)).toBe(true);
    expect(hasRisen(5, 3)).toBe(false);
  });
});

describe('pain after exercising', () => {
  it('counts as worse on the next morning when that was told, whatever was told before', () => {
    expect(wasWorseNextMorning(exercised('same', 'worse'))).toBe(true);
    expect(wasWorseNextMorning(exercised('worse', 'same'))).toBe(false);
    expect(wasWorseNextMorning(exercised('worse', null))).toBe(false);
  });

  it('counts as hurt when it was worse right after', () => {
    expect(hasHurt(exercised('worse', null))).toBe(true);
    expect(hasHurt(exercised('same', 'worse'))).toBe(false);
    expect(hasHurt(exercised(null, 'worse'))).toBe(false);
  });

  it('keeps hurting after three times in a row, not after two, nor with a good one between', () => {
    const bad = exercised('worse', null);
    const good = exercised('same', null);
    expect(keepsHurting([bad, bad])).toBe(false);
    expect(keepsHurting([bad, bad, bad])).toBe(true);
    expect(keepsHurting([bad, bad, good, bad])).toBe(false);
    expect(keepsHurting([good, bad, bad, bad])).toBe(true);
    expect(keepsHurting([bad, bad, bad, good])).toBe(false);
  });
});
