import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  elevation,
  kneeFlexion,
  legElevation,
  thighElevation,
  thighLean,
  trunkInclination,
} from '../../src/core/body/joint-angle.ts';
import { nearSide } from '../../src/core/body/facing.ts';
import { opposite, type BodySide } from '../../src/core/body/pose.ts';
import { toRadians, wrap } from '../../src/core/geometry/angle.ts';
import { testIds } from '../../src/core/protocol/protocol.ts';
import { shownAngle } from '../../src/core/protocol/sample.ts';
import { anyBending, anyLying, anySeated, anySheet, within } from '../helpers/arbitrary.ts';
import { mirrored, standing, type Figure } from '../helpers/figure.ts';
import { drawn, sheet } from '../helpers/stick-figure.ts';

const side = fc.constantFrom<BodySide>('left', 'right');
const anyone = fc.oneof(anyLying, anyBending, anySeated);

/** The thigh's lean that follows from trunk and hip. */
function leanOf(figure: Figure, of: BodySide): number {
  return figure.trunk - figure[of].hip;
}

describe('the angles of a person seen square', () => {
  it('are those of the joints for any place, size, side and facing', () => {
    fc.assert(
      fc.property(anyone, anySheet, side, (figure, on, of) => {
        const pose = drawn(figure, on);
        const { facing } = figure;
        const lean = leanOf(figure, of);
        expect(kneeFlexion(pose, of, facing)).toBeCloseTo(figure[of].knee, 6);
        expect(thighLean(pose, of, facing)).toBeCloseTo(wrap(lean), 6);
        expect(Math.cos(toRadians(thighElevation(pose, of, facing) + 90 + lean))).toBeCloseTo(1, 9);
        expect(wrap(trunkInclination(pose, of, facing) - figure.trunk)).toBeCloseTo(0, 6);
      }),
    );
  });

  it('keep their sign: a knee bent the wrong way and a leg below the mat read below 0', () => {
    const hanging = { hip: -4, knee: -8 };
    const figure = { ...standing, trunk: -90, left: hanging, right: hanging };
    for (const one of [figure, mirrored(figure)]) {
      const pose = drawn(one);
      expect(kneeFlexion(pose, 'left', one.facing)).toBeCloseTo(-8, 9);
      expect(thighElevation(pose, 'right', one.facing)).toBeCloseTo(-4, 9);
      expect(legElevation(pose, 'right', one.facing)).toBeCloseTo(0, 1);
    }
  });

  it('give the leg raise of a straight leg from below the mat to far past the vertical', () => {
    fc.assert(
      fc.property(anyLying, anySheet, side, (figure, on, of) => {
        const straight = { ...figure, trunk: -90, [of]: { hip: figure[of].hip, knee: 0 } };
        const seen = legElevation(drawn(straight, on), of, figure.facing);
        expect(seen).toBeCloseTo(figure[of].hip, 6);
      }),
    );
  });

  it('give the bend of the hip, past 180 where the trunk folds onto the legs', () => {
    fc.assert(
      fc.property(anyBending, anySheet, (figure, on) => {
        const near = nearSide(figure.facing);
        const shown = shownAngle(drawn(figure, on), near, figure.facing, 'forward-bend');
        expect(shown).toBeCloseTo(figure[near].hip, 6);
      }),
    );
    const folded = {
      ...standing,
      trunk: 190,
      left: { hip: 190, knee: 0 },
      right: { hip: 190, knee: 0 },
    };
    expect(trunkInclination(drawn(folded), 'right', 1)).toBeCloseTo(190, 9);
  });

  it('turn with a tilted picture by just its tilt, and the knee not at all', () => {
    fc.assert(
      fc.property(anyLying, within(-8, 8), side, (figure, tilt, of) => {
        const { facing } = figure;
        const [flat, tilted] = [drawn(figure), drawn(figure, { ...sheet, tilt })];
        const turned = thighElevation(tilted, of, facing) - thighElevation(flat, of, facing);
        expect(turned).toBeCloseTo(-facing * tilt, 6);
        expect(kneeFlexion(tilted, of, facing)).toBeCloseTo(figure[of].knee, 6);
      }),
    );
  });

  it('are the same in the mirror', () => {
    fc.assert(
      fc.property(anyone, side, fc.constantFrom(...testIds), (figure, of, test) => {
        const other = mirrored(figure);
        const here = shownAngle(drawn(figure), of, figure.facing, test);
        const there = shownAngle(drawn(other), opposite(of), other.facing, test);
        expect(wrap(there - here)).toBeCloseTo(0, 6);
      }),
    );
  });

  it('read a leg that passes the head as past 180, not as under the mat', () => {
    const pastTheHead = { x: -1, y: -0.1 };
    const overTheHead = { x: -1, y: 0.1 };
    expect(elevation(pastTheHead, 1)).toBeCloseTo(174.3, 1);
    expect(elevation(overTheHead, 1)).toBeCloseTo(185.7, 1);
    expect(elevation({ x: 1, y: 0.1 }, -1)).toBeCloseTo(185.7, 1);
  });
});
