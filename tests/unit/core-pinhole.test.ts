import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDegrees } from '../../src/core/geometry/angle.ts';
import {
  assumedFieldOfView,
  cross,
  dot,
  focalLength,
  lookingAt,
  ontoPicture,
  ontoPlane,
  planeAxes,
  type Vector3,
  type View,
} from '../../src/core/geometry/pinhole.ts';
import type { Vector } from '../../src/core/geometry/vector.ts';
import { nearSide } from '../../src/core/body/facing.ts';
import { keypoint } from '../../src/core/body/pose.ts';
import { angleOf } from '../../src/core/measure/rectify.ts';
import { anyCamera, within } from '../helpers/arbitrary.ts';
import { legLength, lying } from '../helpers/figure.ts';
import { filmed } from '../helpers/stick-figure.ts';

const frame = { width: 640, height: 480 };
const facing = fc.constantFrom<1 | -1>(1, -1);
const pixel = fc.record({ x: within(0, 640), y: within(0, 480) });

const view: fc.Arbitrary<View> = fc.record({
  yaw: within(-40, 40),
  pitch: within(-20, 50),
  roll: within(-10, 10),
  distance: within(1.8, 6),
});

/** Leg lengths from the hip: wherever an ankle can be. */
const place = fc
  .record({ angle: within(-10, 190), far: within(0.2, 1.1) })
  .map(({ angle, far }) => ({
    x: far * Math.cos((angle * Math.PI) / 180),
    y: far * Math.sin((angle * Math.PI) / 180),
  }));

function rayOf(point: Vector, focal: number): Vector3 {
  return {
    x: (point.x - frame.width / 2) / focal,
    y: (point.y - frame.height / 2) / focal,
    z: 1,
  };
}

function angleBetween(a: Vector3, b: Vector3): number {
  return toDegrees(Math.acos(Math.min(1, dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)))));
}

describe('a camera', () => {
  it('of the assumed field of view sees the edges of the picture under half of it', () => {
    for (const size of [frame, { width: 480, height: 640 }]) {
      const edge = toDegrees(Math.atan(320 / focalLength(size)));
      expect(2 * edge).toBeCloseTo(assumedFieldOfView, 9);
    }
    expect(assumedFieldOfView).toBe(65);
  });

  it('turned to a point has it in the middle', () => {
    fc.assert(
      fc.property(pixel, (target) => {
        const middle = lookingAt(target, frame)(target);
        expect(middle.x).toBeCloseTo(0, 9);
        expect(middle.y).toBeCloseTo(0, 9);
      }),
    );
  });

  it('turned about its own centre keeps the angles between what it sees', () => {
    const focal = focalLength(frame);
    fc.assert(
      fc.property(pixel, pixel, pixel, (target, a, b) => {
        const seen = lookingAt(target, frame);
        const turned = [seen(a), seen(b)].map(({ x, y }) => ({ x, y, z: 1 })) as [Vector3, Vector3];
        const before = angleBetween(rayOf(a, focal), rayOf(b, focal));
        expect(angleBetween(...turned)).toBeCloseTo(before, 5);
      }),
    );
  });
});

describe('the plane of the movement', () => {
  it('has two axes of length 1, square to each other', () => {
    fc.assert(
      fc.property(view, facing, (from, to) => {
        const { feet, up } = planeAxes(from, to);
        expect(dot(feet, feet)).toBeCloseTo(1, 9);
        expect(dot(up, up)).toBeCloseTo(1, 9);
        expect(dot(feet, up)).toBeCloseTo(0, 9);
        expect(dot(cross(feet, up), feet)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('gives back every point that was projected from it', () => {
    fc.assert(
      fc.property(view, facing, place, (from, to, point) => {
        const back = ontoPlane(from, to)(ontoPicture(from, to)(point));
        expect(back.x).toBeCloseTo(point.x, 8);
        expect(back.y).toBeCloseTo(point.y, 8);
      }),
    );
  });

  it('is the picture itself for a far camera that stands square', () => {
    const square = { yaw: 0, pitch: 0, roll: 0, distance: 1000 };
    fc.assert(
      fc.property(facing, place, (to, point) => {
        const seen = ontoPicture(square, to)(point);
        expect(1000 * seen.x).toBeCloseTo(to * point.x, 2);
        expect(1000 * seen.y).toBeCloseTo(-point.y, 2);
      }),
    );
  });

  it('has the leg of a filmed person in its own length and direction, whichever way they face', () => {
    fc.assert(
      fc.property(anyCamera, within(-5, 110), facing, (standpoint, raise, to) => {
        const leg = { hip: raise, knee: 0 };
        const figure = { ...lying, facing: to, left: leg, right: leg };
        const camera = { ...standpoint, pitch: 0, roll: 0, fieldOfView: assumedFieldOfView };
        const pose = filmed(figure, camera);
        const near = nearSide(to);
        const { x, y, z } = pose.space[`${near}-hip`];
        // From the camera to the near hip, whose offset from the middle is in the camera's own axes.
        const [aside, away] = [x, z + camera.distance];
        const view = {
          yaw: camera.yaw + to * toDegrees(Math.atan2(aside, away)),
          pitch: toDegrees(Math.atan2(y + camera.height, Math.hypot(aside, away))),
          roll: 0,
          distance: Math.hypot(aside, away, y + camera.height) / legLength(figure),
        };
        const seen = lookingAt(keypoint(pose, near, 'hip'), frame);
        const ankle = ontoPlane(view, to)(seen(keypoint(pose, near, 'ankle')));
        expect(Math.hypot(ankle.x, ankle.y)).toBeCloseTo(1, 6);
        expect(angleOf(ankle)).toBeCloseTo(raise, 6);
      }),
    );
  });
});
