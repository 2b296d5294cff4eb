import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centre,
  facingOf,
  mirrorImage,
  nearSide,
  sided,
  swapped,
} from '../../src/core/body/facing.ts';
import { keypoint, keypointNames, landmarks, opposite } from '../../src/core/body/pose.ts';
import type { Posture } from '../../src/core/protocol/protocol.ts';
import { anyBending, anyCamera, anyLying, anySeated, anySheet } from '../helpers/arbitrary.ts';
import { lying, mirrored, type Figure } from '../helpers/figure.ts';
import { drawn, filmed } from '../helpers/stick-figure.ts';

/** The figure's foot turns with its shank; a person who bends deep on bent knees keeps it on the floor. */
const bending = anyBending.filter(({ trunk, right }) => trunk < 90 || right.knee < 15);

const postures: readonly (readonly [Posture, fc.Arbitrary<Figure>])[] = [
  ['lying', anyLying],
  ['standing', bending],
  ['seated', anySeated],
];

describe('the way a person faces', () => {
  it.each(postures)('is seen wherever they are in the picture: %s', (posture, anyone) => {
    fc.assert(
      fc.property(anyone, anySheet, (figure, on) => {
        expect(facingOf(drawn(figure, on), posture)).toBe(figure.facing);
      }),
    );
  });

  it('is seen from a camera off square too', () => {
    fc.assert(
      fc.property(anyLying, anyCamera, (figure, camera) => {
        expect(facingOf(filmed(figure, camera), 'lying')).toBe(figure.facing);
      }),
    );
  });

  it('says which side is near the camera', () => {
    expect([nearSide(1), nearSide(-1)]).toEqual(['right', 'left']);
    fc.assert(
      fc.property(anyLying, anyCamera, (figure, camera) => {
        const { space } = filmed(figure, camera);
        const near = nearSide(figure.facing);
        expect(space[`${near}-hip`].z).toBeLessThan(space[`${opposite(near)}-hip`].z);
      }),
    );
  });
});

describe('left and right', () => {
  it('stay as the model has them where its depth agrees with the way the person faces', () => {
    fc.assert(
      fc.property(anyLying, anyCamera, (figure, camera) => {
        const pose = filmed(figure, camera);
        expect(sided(pose, figure.facing)).toBe(pose);
      }),
    );
  });

  it('are put right where the model took one for the other throughout', () => {
    fc.assert(
      fc.property(anyLying, anyCamera, (figure, camera) => {
        const pose = filmed(figure, camera);
        expect(sided(swapped(pose, landmarks), figure.facing)).toEqual(pose);
      }),
    );
  });

  it('are exchanged for the wanted landmarks only, and the middle of both stays', () => {
    const pose = drawn({ ...lying, right: { hip: 60, knee: 10 } });
    const exchanged = swapped(pose, ['ankle']);
    expect(keypoint(exchanged, 'left', 'ankle')).toBe(keypoint(pose, 'right', 'ankle'));
    expect(keypoint(exchanged, 'left', 'knee')).toBe(keypoint(pose, 'left', 'knee'));
    expect(centre(exchanged, 'ankle')).toEqual(centre(pose, 'ankle'));
    expect(exchanged.space['right-ankle']).toBe(pose.space['left-ankle']);
  });

  it('change places in the mirror', () => {
    const [here, there] = [lying, mirrored(lying)];
    expect(nearSide(there.facing)).toBe(opposite(nearSide(here.facing)));
  });
});

describe('the mirror image of a pose', () => {
  it('is the pose of the mirrored person', () => {
    fc.assert(
      fc.property(anyLying, (figure) => {
        const [here, there] = [mirrorImage(drawn(figure)), drawn(mirrored(figure))];
        for (const name of keypointNames) {
          expect(here.keypoints[name].x).toBeCloseTo(there.keypoints[name].x, 6);
          expect(here.keypoints[name].y).toBeCloseTo(there.keypoints[name].y, 6);
          expect(here.space[name].x).toBeCloseTo(there.space[name].x, 6);
          expect(here.space[name].z).toBeCloseTo(there.space[name].z, 6);
        }
      }),
    );
  });
});
