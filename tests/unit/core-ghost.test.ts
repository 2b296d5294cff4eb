import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ghostOf, type Ghost } from '../../src/core/coach/ghost.ts';
import type { Vector } from '../../src/core/geometry/vector.ts';
import { setUpOf } from '../../src/core/measure/set-up-of.ts';
import type { WholeSetUp } from '../../src/core/session/set-up.ts';
import { anyLying, anySheet } from '../helpers/arbitrary.ts';
import { goodSetUp } from '../helpers/set-ups.ts';
import { drawn } from '../helpers/stick-figure.ts';

const picture = { width: 1280, height: 960 };
const widths = fc.integer({ min: 100, max: 4000 });

const anySetUp: fc.Arbitrary<WholeSetUp> = fc
  .tuple(anyLying, anySheet)
  .map(([figure, on]) => setUpOf([drawn(figure, on)], { test: 'slr', side: null }, null, null))
  .filter((setUp) => setUp !== null);

function pointsIn({ head, trunk, near, far }: Ghost): readonly Vector[] {
  return [head.centre, ...trunk, ...near.arm, ...near.leg, ...far.arm, ...far.leg];
}

function shown(setUp: WholeSetUp, width: number, isMirrored: boolean): Ghost {
  const ghost = ghostOf(setUp, { width, height: width * 0.75 }, isMirrored);
  if (ghost === null) throw new Error('A picture of the same shape has a ghost');
  return ghost;
}

describe('The ghost of a set-up', () => {
  test('stands where the body was, at whatever size the picture now has', () => {
    fc.assert(
      fc.property(anySetUp, widths, (setUp, width) => {
        const { near } = shown(setUp, width, false);
        const knee = setUp.outline[`${setUp.near}-knee`];
        expect(near.leg[1]?.x).toBeCloseTo(knee.x * width, 6);
        expect(near.leg[1]?.y).toBeCloseTo(knee.y * width * 0.75, 6);
      }),
    );
  });

  test('is turned round with a mirrored picture, and no taller or thicker', () => {
    fc.assert(
      fc.property(anySetUp, widths, (setUp, width) => {
        const [plain, mirrored] = [shown(setUp, width, false), shown(setUp, width, true)];
        expect(mirrored.thickness).toBeCloseTo(plain.thickness, 6);
        expect(mirrored.head.radius).toBeCloseTo(plain.head.radius, 6);
        const there = pointsIn(plain);
        for (const [i, { x, y }] of pointsIn(mirrored).entries()) {
          expect(x).toBeCloseTo(width - (there[i]?.x ?? NaN), 6);
          expect(y).toBeCloseTo(there[i]?.y ?? NaN, 6);
        }
      }),
    );
  });

  test('is not shown over a picture of another shape', () => {
    expect(ghostOf(goodSetUp, { width: 1280, height: 720 }, false)).toBeNull();
    expect(ghostOf(goodSetUp, picture, false)).not.toBeNull();
    expect(ghostOf({ ...goodSetUp, outline: null }, picture, false)).toBeNull();
  });
});
