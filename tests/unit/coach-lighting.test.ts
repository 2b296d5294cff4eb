import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightingOf, lightOf, lightProblem } from '../../src/core/coach/lighting.ts';
import { partsOf } from '../../src/core/coach/silhouette.ts';
import type { Pose } from '../../src/core/body/pose.ts';
import { lying, mirrored, standing } from '../helpers/figure.ts';
import { flipped, isOn, painted } from '../helpers/small-picture.ts';
import { drawn, sheet } from '../helpers/stick-figure.ts';

const pose = drawn(standing);
const isBody = isOn(pose);
const shape = painted((x, y) => (isBody(x, y) ? 1 : 0));

/** Someone of one brightness before a wall of another. */
const before = (wall: number, body: number) => ({
  ...shape,
  values: shape.values.map((is) => (is ? body : wall)),
});

describe('the light of a picture', () => {
  it('is the mean of it, and by how much the body stands out, as shares of white', () => {
    const light = lightingOf(before(204, 51), pose, 'standing');
    expect(light.body).toBeCloseTo(0.2);
    expect(light.contrast).toBeCloseTo(0.6);
    expect(light.brightness).toBeGreaterThan(0.65);
    expect(light.glare).toBe(0);
    expect(lightOf(light)).toEqual({ brightness: light.brightness, contrast: light.contrast });
  });

  it('is the same in the mirror', () => {
    const levels = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(levels, levels, (wall, body) => {
        const plain = before(wall, body);
        const values = plain.values.map((value, i) =>
          shape.values[i] ? value : Math.max(0, value - (i % 80)),
        );
        const picture = { ...plain, values };
        const there = lightingOf(picture, pose, 'standing');
        const other = lightingOf(flipped(picture), drawn(mirrored(standing)), 'standing');
        expect(other.brightness).toBeCloseTo(there.brightness);
        expect(other.contrast).toBeCloseTo(there.contrast!);
        expect(other.body).toBeCloseTo(there.body!);
      }),
    );
  });

  it('grows in all its numbers with the lamp', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), (lamp) => {
        const dim = lightingOf(before(40, 20), pose, 'standing');
        const bright = lightingOf(before(40 * lamp, 20 * lamp), pose, 'standing');
        expect(bright.brightness).toBeCloseTo(lamp * dim.brightness);
        expect(bright.body).toBeCloseTo(lamp * dim.body!);
        expect(bright.contrast).toBeCloseTo(lamp * dim.contrast!);
      }),
    );
  });

  it('has no body without one, and none where it is a few pixels small', () => {
    const empty = lightingOf(before(100, 100), null, 'standing');
    expect(empty).toMatchObject({ body: null, contrast: null });
    expect(lightOf(empty)).toBeNull();
    const tiny = drawn(standing, { ...sheet, size: 4 });
    expect(lightingOf(before(100, 100), tiny, 'standing').contrast).toBeNull();
    const point: Pose = drawn(standing, { ...sheet, size: 0 });
    expect(lightingOf(before(100, 100), point, 'standing').contrast).toBeNull();
  });

  it('is read off each part of the near side, and off what is close beside it', () => {
    const parts = partsOf(before(200, 30), pose, 1);
    for (const part of Object.values(parts)) {
      expect(part.inside.length).toBeGreaterThan(0);
      expect(Math.max(...part.inside)).toBe(30);
      expect(part.around.length).toBeGreaterThan(part.inside.length / 2);
      expect(Math.min(...part.around)).toBe(200);
    }
  });

  it('takes no head where the nose and the ear are out of the picture', () => {
    const below = drawn(standing, { ...sheet, place: { x: 320, y: 100 } });
    expect(partsOf(before(200, 30), below, 1).head.inside).toEqual([]);
    expect(lightingOf(before(200, 30), below, 'standing').body).not.toBeNull();
  });

  it('is read of someone lying as well', () => {
    const onTheMat = drawn(lying);
    const isThere = isOn(onTheMat);
    const picture = painted((x, y) => (isThere(x, y) ? 153 : 51));
    expect(lightingOf(picture, onTheMat, 'lying').contrast).toBeCloseTo(0.4);
  });
});

describe('the light is named', () => {
  const named = (wall: number, body: number, isUnsure = false) =>
    lightProblem(lightingOf(before(wall, body), pose, 'standing'), isUnsure);

  it('when it is too little, with or without a body', () => {
    expect(named(20, 60)).toBe('too-dark');
    expect(lightProblem(lightingOf(before(20, 20), null, 'standing'), false)).toBe('too-dark');
    expect(lightProblem(lightingOf(before(90, 20), null, 'standing'), false)).toBeNull();
    expect(named(60, 20)).toBeNull();
  });

  it('when a window behind makes a shadow of the body', () => {
    expect(named(255, 30)).toBe('back-lit');
    expect(named(255, 120)).toBeNull();
  });

  it('never for a dark body on a white wall, nor for dark skin', () => {
    expect(named(225, 10)).toBeNull();
  });

  it('when nothing tells the body from its surroundings', () => {
    expect(named(120, 117)).toBe('low-contrast');
    expect(named(120, 110)).toBeNull();
    // Where the leg is seen badly, more contrast is needed to acquit the light.
    expect(named(120, 110, true)).toBe('low-contrast');
    expect(named(120, 80, true)).toBeNull();
  });
});
