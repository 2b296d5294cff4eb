import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyRoll, isLevel } from '../../src/core/coach/level.ts';
import { isSteady, shiftOf } from '../../src/core/coach/steadiness.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { lying, mirrored, seated, standing } from '../helpers/figure.ts';
import { noiseFrom } from '../helpers/noise.ts';
import { within } from '../helpers/arbitrary.ts';
import { flipped, isOn, painted } from '../helpers/small-picture.ts';
import { drawn, sheet } from '../helpers/stick-figure.ts';

const pose = drawn(standing);

/** A room with edges in it, seen by a camera that has moved by so many small pixels. */
const room = (moved = 0, brighter = 0) =>
  painted(
    (x, y) =>
      brighter + (Math.floor((x + moved) / 8) % 2) * 60 + (Math.floor(y / 10) % 2) * 50 + 40,
  );

describe('a camera at rest', () => {
  it('is steady, also with a noisy picture', () => {
    expect(shiftOf(room(), room(), pose)).toBe(0);
    const noise = noiseFrom(1);
    const grainy = () => {
      const clean = room();
      return { ...clean, values: clean.values.map((value) => value + 2 * noise()) };
    };
    expect(isSteady(shiftOf(grainy(), grainy(), pose)!)).toBe(true);
  });

  it('is steady while it makes up for the light', () => {
    expect(shiftOf(room(), room(0, 30), pose)).toBeCloseTo(0);
  });

  it('is steady while the body moves before it', () => {
    const isBody = isOn(pose);
    const empty = room();
    const moved = painted((x, y) => (isBody(x, y) ? 255 : (empty.values[y * 80 + x] as number)));
    expect(shiftOf(empty, moved, pose)).toBe(0);
    expect(shiftOf(empty, moved, null)).toBeGreaterThan(0);
  });

  it('is steady before a bare wall, of which nothing can be told', () => {
    expect(
      shiftOf(
        painted(() => 90),
        painted(() => 91),
        null,
      ),
    ).toBe(0);
  });
});

describe('a camera that is put up', () => {
  it('is not steady, the less so the farther it moves', () => {
    const shift = (by: number): number => shiftOf(room(), room(by), pose)!;
    expect(isSteady(shift(1))).toBe(false);
    expect(shift(2)).toBeGreaterThan(shift(1));
    expect(shift(3)).toBeGreaterThan(shift(2));
  });

  it('reads the same in the mirror', () => {
    const there = shiftOf(room(), room(2), null)!;
    const other = shiftOf(flipped(room()), flipped(room(2)), null)!;
    expect(other / there).toBeCloseTo(1, 1);
  });

  it('tells nothing across a change of size, or where the body fills all', () => {
    const tall = { ...room(), width: 60, height: 80 };
    expect(shiftOf(tall, room(), pose)).toBeNull();
    const wide = { ...room(), width: 80, height: 50 };
    expect(shiftOf(wide, room(), pose)).toBeNull();
    const all = drawn(lying, { ...sheet, size: 2000 });
    expect(shiftOf(room(), room(2), all)).toBeNull();
  });
});

describe('the roll of the camera', () => {
  it.each([
    ['standing', standing],
    ['lying', lying],
    ['seated', seated],
  ] as const)('is what the picture is turned by, %s, to either side', (posture, figure) => {
    fc.assert(
      fc.property(within(-20, 20), (tilt) => {
        const on = { ...sheet, tilt };
        const flat = bodyRoll(drawn(figure), posture, 1);
        expect(bodyRoll(drawn(figure, on), posture, 1) - flat).toBeCloseTo(tilt);
        const other = mirrored(figure);
        const flatOther = bodyRoll(drawn(other), posture, -1);
        expect(flatOther + flat).toBeCloseTo(0);
        expect(bodyRoll(drawn(other, on), posture, -1) - flatOther).toBeCloseTo(tilt);
      }),
    );
  });

  it('of someone lying is read off the leg that lies', () => {
    const raised = { ...lying, right: { hip: 80, knee: 0 } };
    expect(bodyRoll(drawn(raised), 'lying', 1)).toBeCloseTo(bodyRoll(drawn(lying), 'lying', 1));
  });

  it('may be larger where a body tells it than where gravity does', () => {
    expect(isLevel(degrees(4), 'gravity')).toBe(true);
    expect(isLevel(degrees(-6), 'gravity')).toBe(false);
    expect(isLevel(degrees(-11), 'standing')).toBe(true);
    expect(isLevel(degrees(13), 'standing')).toBe(false);
    expect(isLevel(degrees(25), 'lying')).toBe(true);
    expect(isLevel(degrees(31), 'seated')).toBe(false);
  });
});
