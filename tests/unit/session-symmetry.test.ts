import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import { symmetryOf } from '../../src/core/session/symmetry.ts';
import { estimate } from '../helpers/sessions.ts';

const ten = degrees(10);

describe('the difference of both legs', () => {
  it.each([
    [60, 71, 4, 10, false],
    [60, 71.5, 4, 10, true],
    // More than people usually differ, but not more than these numbers may be off.
    [60, 72, 9, 10, false],
    // Nor more than this person's own numbers scatter.
    [60, 73, 4, 14, false],
  ])('of %f and %f, give or take %f, beyond %f: notable %o', (a, b, width, limit, notable) => {
    const symmetry = symmetryOf(estimate(a, width), estimate(b, width), degrees(limit));
    expect(symmetry).toMatchObject({ lower: 'left', difference: b - a, notable });
  });

  it('is the same seen from either leg', () => {
    const any = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(any, any, (a, b) => {
        fc.pre(a !== b);
        const one = symmetryOf(estimate(a), estimate(b), ten);
        const other = symmetryOf(estimate(b), estimate(a), ten);
        expect({ ...other, lower: other.lower === 'left' ? 'right' : 'left' }).toEqual(one);
      }),
    );
  });
});
