import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degrees, toDegrees } from '../../src/core/geometry/angle.ts';
import { gravityOf, turnedGravity, type Gravity } from '../../src/core/geometry/gravity.ts';
import { lookingAt } from '../../src/core/geometry/pinhole.ts';
import { keypoint } from '../../src/core/body/pose.ts';
import { raiseOf } from '../../src/core/measure/leg-raise.ts';
import { mean } from '../../src/core/signal/robust.ts';
import { within } from '../helpers/arbitrary.ts';
import { standing } from '../helpers/figure.ts';
import { simulatedArc, type Scene } from '../helpers/simulated-arc.ts';
import { filmed, level } from '../helpers/stick-figure.ts';

const frame = { width: 640, height: 480 };
const stand = (pitch: number, roll: number): Gravity => ({
  pitch: degrees(pitch),
  roll: degrees(roll),
});

describe('a device that feels how it stands', () => {
  it('upright has a level camera on both sides', () => {
    for (const direction of ['user', 'environment'] as const) {
      const { pitch, roll } = gravityOf({ beta: 90, gamma: 0 }, 0, direction);
      expect(pitch).toBeCloseTo(0, 9);
      expect(roll).toBeCloseTo(0, 9);
    }
  });

  it('lying on its back looks down with the camera there, up with the other', () => {
    expect(gravityOf({ beta: 0, gamma: 0 }, 0, 'environment').pitch).toBeCloseTo(90, 9);
    expect(gravityOf({ beta: 0, gamma: 0 }, 0, 'user').pitch).toBeCloseTo(-90, 9);
  });

  it('leaning has its two cameras look the same angle up and down, and roll opposite ways', () => {
    fc.assert(
      fc.property(within(40, 140), within(-40, 40), fc.constantFrom(0, 90, 270), (b, g, turned) => {
        const front = gravityOf({ beta: b, gamma: g }, turned, 'user');
        const back = gravityOf({ beta: b, gamma: g }, turned, 'environment');
        expect(front.pitch).toBeCloseTo(0 - back.pitch, 9);
        expect(front.roll).toBeCloseTo(0 - back.roll, 9);
      }),
    );
  });

  it('tipped over to its right, as its owner sees it, has the world tip to the left in the back camera', () => {
    expect(gravityOf({ beta: 80, gamma: 10 }, 0, 'environment').roll).toBeLessThan(0);
    expect(gravityOf({ beta: 80, gamma: 10 }, 0, 'user').roll).toBeGreaterThan(0);
  });

  it('held across, on either edge, has an upright picture', () => {
    const left = gravityOf({ beta: 0, gamma: -80 }, 90, 'environment');
    const right = gravityOf({ beta: 0, gamma: 80 }, 270, 'environment');
    for (const { pitch, roll } of [left, right]) {
      expect(pitch).toBeCloseTo(10, 9);
      expect(roll).toBeCloseTo(0, 9);
    }
  });
});

describe('the stand of a camera as if it looked at the hip', () => {
  it('is as it is for a hip in the middle of the picture', () => {
    fc.assert(
      fc.property(within(-40, 60), within(-20, 20), (pitch, roll) => {
        const turned = turnedGravity(stand(pitch, roll), { x: 320, y: 240 }, frame);
        expect(turned.pitch).toBeCloseTo(pitch, 9);
        expect(turned.roll).toBeCloseTo(roll, 9);
      }),
    );
  });

  it('looks down the more, the lower the hip is in the picture', () => {
    const at = (y: number): number => turnedGravity(stand(10, 0), { x: 320, y }, frame).pitch;
    expect(at(400)).toBeGreaterThan(at(240));
    expect(at(240)).toBeGreaterThan(at(80));
  });

  it('has the vertical where the thigh of someone upright is seen', () => {
    fc.assert(
      fc.property(within(-10, 40), within(-15, 15), within(-20, 20), (pitch, roll, yaw) => {
        const pose = filmed(standing, { ...level, pitch, roll, yaw });
        const hip = keypoint(pose, 'right', 'hip');
        const knee = lookingAt(hip, frame)(keypoint(pose, 'right', 'knee'));
        const turned = turnedGravity(stand(pitch, roll), hip, frame);
        expect(toDegrees(Math.atan2(-knee.x, knee.y))).toBeCloseTo(turned.roll, 6);
      }),
    );
  });
});

/** Degrees in yaw and pitch by which guesses are off, and readings in pitch and roll with them. */
const offsets = [
  { guess: [4, 4], reading: [1, 1] },
  { guess: [-4, -4], reading: [-1.5, 1.5] },
] as const;

/** The mean error of two raises, each from both wrong guesses, without and with a reading. */
function errorsOf(scene: Omit<Scene, 'raise' | 'seed'>): { without: number; felt: number } {
  const cases = [40, 80].flatMap((raise, k) =>
    offsets.map(({ guess: [yaw, pitch], reading }, i) => {
      const { frames, camera, gravity } = simulatedArc({ ...scene, raise, seed: 2 * k + i });
      const guess = { yaw: camera.yaw + yaw, pitch: camera.pitch + pitch };
      const felt = stand(gravity.pitch + reading[0], gravity.roll + reading[1]);
      const off = (by: Gravity | null): number =>
        Math.abs(raiseOf(frames, guess, by).angle - raise);
      return { without: off(null), felt: off(felt) };
    }),
  );
  return { without: mean(cases.map((c) => c.without)), felt: mean(cases.map((c) => c.felt)) };
}

describe('a leg raise seen by a camera that feels how it stands', () => {
  it.each([
    { height: 0.8, yaw: 10, focal: 1 },
    { height: 1.3, yaw: 0, focal: 1 },
    { height: 1.3, yaw: 10, focal: 1 / 1.17 },
    { height: 1.3, yaw: 20, focal: 1 },
  ])('is read better by a seventh from $height m, $yaw degrees', (scene) => {
    const { without, felt } = errorsOf({ ...scene, roll: 0 });
    expect(felt).toBeLessThan(0.85 * without);
  });

  it.each([
    { focal: 1, roll: 0 },
    { focal: 1.17, roll: 0 },
    { focal: 1 / 1.17, roll: 0 },
    { focal: 1, roll: 9 },
  ])('is read no worse by one at its own height (focal length $focal, roll $roll)', (lens) => {
    const { without, felt } = errorsOf({ height: 0.3, yaw: 0, ...lens });
    // A picture rolled by more than usual is read worse than 0.1 degrees only by the reading's own error.
    expect(felt - without).toBeLessThan(lens.roll === 0 ? 0.1 : 0.2);
  });

  it('is read as if nothing were felt where the reading cannot be of this camera', () => {
    const { frames, camera } = simulatedArc({ height: 0.8, yaw: 5, focal: 1, raise: 80, seed: 1 });
    expect(raiseOf(frames, camera, stand(-60, 0))).toEqual(raiseOf(frames, camera));
  });
});
