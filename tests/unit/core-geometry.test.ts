import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDegrees, toRadians, turn, wrap } from '../../src/core/geometry/angle.ts';
import { between, length, middle } from '../../src/core/geometry/vector.ts';
import { within } from '../helpers/arbitrary.ts';

const vector = fc
  .record({ x: within(-500, 500), y: within(-500, 500) })
  .filter(({ x, y }) => Math.hypot(x, y) > 1);
const angle = within(-2000, 2000);

describe('an angle', () => {
  it('is the same direction after wrapping, in (-180, 180]', () => {
    fc.assert(
      fc.property(angle, (one) => {
        const wrapped = wrap(one);
        expect(wrapped).toBeGreaterThan(-180);
        expect(wrapped).toBeLessThanOrEqual(180);
        expect(Math.cos(toRadians(wrapped - one))).toBeCloseTo(1, 9);
      }),
    );
    expect([wrap(-180), wrap(180), wrap(540), wrap(-1)]).toEqual([180, 180, 180, -1]);
  });

  it('is the same number after going to radians and back', () => {
    fc.assert(
      fc.property(angle, (one) => {
        expect(toDegrees(toRadians(one))).toBeCloseTo(one, 9);
      }),
    );
  });

  it('turns clockwise as seen on a picture, whose y grows downwards', () => {
    const [right, down] = [
      { x: 1, y: 0 },
      { x: 0, y: 1 },
    ];
    expect([turn(right, down), turn(down, right), turn(right, { x: -1, y: 0 })]).toEqual([
      90, -90, 180,
    ]);
  });

  it('of one turn after another is their sum, and back is its negative', () => {
    fc.assert(
      fc.property(vector, vector, vector, (a, b, c) => {
        expect(wrap(turn(a, b) + turn(b, c) - turn(a, c) + 90)).toBeCloseTo(90, 6);
        expect(wrap(turn(a, b) + turn(b, a) + 90)).toBeCloseTo(90, 6);
      }),
    );
  });
});

describe('a displacement', () => {
  it('leads from one point to the other by way of their middle', () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        const half = between(a, middle(a, b));
        expect(length(between(a, b))).toBeCloseTo(2 * length(half), 9);
        expect(a.x + between(a, b).x).toBeCloseTo(b.x, 9);
        expect(a.y + between(a, b).y).toBeCloseTo(b.y, 9);
      }),
    );
  });
});
