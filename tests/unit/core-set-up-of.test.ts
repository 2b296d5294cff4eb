import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keypointNames, type Pose } from '../../src/core/body/pose.ts';
import { setUpOf } from '../../src/core/measure/set-up-of.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import type { WholeSetUp } from '../../src/core/session/set-up.ts';
import { anyCamera, anyLying, within } from '../helpers/arbitrary.ts';
import { legLength, lying, mirrored, seated, standing, type Figure } from '../helpers/figure.ts';
import { filmed, level, type Camera } from '../helpers/stick-figure.ts';

const raise: Step = { test: 'slr', side: null };
const bend: Step = { test: 'forward-bend', side: null };
const reach: Step = { test: 'chair-reach', side: null };
const light = { brightness: 0.5, contrast: 0.2 };

function setUp(poses: readonly Pose[], step: Step): WholeSetUp {
  const found = setUpOf(poses, step, 'front', light);
  if (found === null) throw new Error('A body in full view has a set-up');
  return found;
}

function seenBy(camera: Partial<Camera>, figure: Figure, step: Step): WholeSetUp {
  return setUp([filmed(figure, { ...level, ...camera })], step);
}

describe('The set-up', () => {
  test('keeps the camera, its picture, the light and the side that is near', () => {
    const pose = filmed(lying, level);
    expect(setUp([pose], raise)).toMatchObject({
      camera: 'front',
      frame: level.frame,
      near: 'right',
      light,
    });
    expect(setUp([filmed(mirrored(lying), level)], raise).near).toBe('left');
  });

  test('is not known where the near leg is not seen', () => {
    const pose = filmed(lying, level);
    const hidden = {
      ...pose,
      keypoints: { ...pose.keypoints, 'right-knee': { ...pose.keypoints['right-knee'], score: 0 } },
    };
    expect(setUpOf([hidden], raise, null, null)).toBeNull();
    expect(setUpOf([], raise, null, null)).toBeNull();
  });

  test('keeps where the body was, whatever one bad frame says', () => {
    const pose = filmed(lying, level);
    const jumped = {
      ...pose,
      keypoints: { ...pose.keypoints, 'right-ankle': { x: 0, y: 0, score: 1 } },
    };
    const { outline } = setUp([pose, jumped, pose], raise);
    for (const name of keypointNames) {
      expect(outline[name].x).toBeCloseTo(pose.keypoints[name].x / pose.frame.width, 6);
      expect(outline[name].y).toBeCloseTo(pose.keypoints[name].y / pose.frame.height, 6);
    }
  });

  test('is the same for the mirror image, but for the side and the outline', () => {
    fc.assert(
      fc.property(anyLying, anyCamera, (figure, camera) => {
        const plain = setUpOf([filmed(figure, { ...camera, roll: 0 })], raise, null, null);
        const turned = setUpOf(
          [filmed(mirrored(figure), { ...camera, roll: 0 })],
          raise,
          null,
          null,
        );
        expect(turned === null).toBe(plain === null);
        if (plain === null || turned === null) return;
        expect(turned.near).not.toBe(plain.near);
        expect(turned.yaw).toBeCloseTo(plain.yaw ?? NaN, 6);
        expect(turned.height).toBeCloseTo(plain.height ?? NaN, 6);
        expect(turned.distance).toBeCloseTo(plain.distance ?? NaN, 6);
      }),
    );
  });

  test('upright has a yaw of the right sign that grows with the true one, and no height', () => {
    fc.assert(
      fc.property(within(-50, 45), fc.constantFrom(standing, seated), (yaw, figure) => {
        const step = figure === standing ? bend : reach;
        const here = seenBy({ yaw, distance: 3.5 }, figure, step);
        const further = seenBy({ yaw: yaw + 5, distance: 3.5 }, figure, step);
        expect(further.yaw).toBeGreaterThan(here.yaw ?? NaN);
        if (Math.abs(yaw) > 1) expect(Math.sign(here.yaw ?? 0)).toBe(Math.sign(yaw));
        expect(here.height).toBeNull();
      }),
    );
  });

  test('lying has a height that grows with the camera', () => {
    const [low, high] = [0, 30].map((pitch) =>
      seenBy(
        { pitch, height: 2.6 * Math.sin((pitch * Math.PI) / 180), distance: 2.6 },
        lying,
        raise,
      ),
    );
    expect(high?.height).toBeGreaterThan((low?.height ?? NaN) + 0.3);
  });

  test('knows the distance of a level camera in leg lengths', () => {
    fc.assert(
      fc.property(
        within(2.4, 6),
        fc.constantFrom(standing, mirrored(standing)),
        (metres, figure) => {
          const { distance } = seenBy({ distance: metres, fieldOfView: 65 }, figure, bend);
          expect((distance ?? NaN) / (metres / legLength(figure))).toBeCloseTo(1, 1);
        },
      ),
    );
  });

  test('knows the distance of bent and turned legs too', () => {
    const folded: Figure = { ...lying, right: { hip: 90, knee: 90 } };
    const far = 2.6 / legLength(lying);
    expect(seenBy({ distance: 2.6 }, folded, { test: 'ake', side: 'right' }).distance).toBeCloseTo(
      far,
      0,
    );
    expect(seenBy({ distance: 3, yaw: 25 }, standing, bend).distance).toBeCloseTo(
      3 / legLength(standing),
      0,
    );
  });
});
