import { describe, expect, it } from 'vitest';
import { nearestTo, type Moment } from '../../src/app/moments.ts';

const moments: readonly Moment[] = [0, 10, 10, 40].map((at, index) => ({
  kind: 'entry',
  id: String(index),
  at,
  note: 'x',
  minutes: null,
  pain: null,
}));

describe('the moment nearest to a time', () => {
  it.each([
    [-5, 0],
    [4, 0],
    [5, 1],
    [10, 1],
    [24, 2],
    [26, 3],
    [99, 3],
  ])('to %i is number %i', (at, expected) => {
    expect(nearestTo(at, moments)).toBe(expected);
  });

  it('is none where there is none', () => {
    expect(nearestTo(5, [])).toBe(-1);
  });
});
