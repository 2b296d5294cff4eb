import { describe, expect, it } from 'vitest';
import { usualFitSd } from '../../src/core/measure/calibration-table.ts';
import { guessedPriors } from '../../src/core/measure/camera-priors.ts';
import { raiseOf } from '../../src/core/measure/leg-raise.ts';
import { angleOf, guessedView } from '../../src/core/measure/rectify.ts';
import { mean } from '../../src/core/signal/robust.ts';
import { simulatedArc, type Scene } from '../helpers/simulated-arc.ts';

/** Degrees by which the guess is off in yaw and pitch: the app's own mean error (calibration-table.ts: 4.1). */
const offsets = [
  [4, 4],
  [4, -4],
  [-4, 4],
  [-4, -4],
] as const;

const raises = [50, 70, 90];

/** Right, and 17 % wrong to both sides. */
const focals = [1, 1.17, 1 / 1.17];

interface Errors {
  readonly picture: number;
  readonly rectified: number;
}

/** The error of one raise in degrees, as the picture has it and rectified from a wrong guess. */
function errorsOf(scene: Scene, [yaw, pitch]: readonly [number, number]): Errors {
  const { frames, camera, inPicture } = simulatedArc(scene);
  const guess = { yaw: camera.yaw + yaw, pitch: camera.pitch + pitch };
  const { angle } = raiseOf(frames, guess);
  return {
    picture: Math.abs(inPicture - scene.raise),
    rectified: Math.abs(angle - scene.raise),
  };
}

function meanOf(errors: readonly Errors[]): Errors {
  return {
    picture: mean(errors.map(({ picture }) => picture)),
    rectified: mean(errors.map(({ rectified }) => rectified)),
  };
}

describe('a leg raise seen by a camera that stands high and off square', () => {
  // The figures of the design (docs/measurement.md): the upper one holds for a wrong focal length.
  it.each([
    { height: 0.4, yaw: 10, design: 0.7 },
    { height: 0.8, yaw: 10, design: 1 },
    { height: 0.8, yaw: 20, design: 3.4 },
    { height: 1.3, yaw: 0, design: 1 },
    { height: 1.3, yaw: 10, design: 1 },
    { height: 1.3, yaw: 20, design: 3.9 },
  ])('is read within $design degrees in the mean at $height m, $yaw degrees', (row) => {
    const { height, yaw, design } = row;
    const errors = offsets.flatMap((offset, k) =>
      raises.map((raise, i) => {
        // Each raise and each wrong guess meets each focal length, and both sides of the body.
        const focal = focals[(i + k) % 3] ?? 1;
        const turned = k % 2 === 0 ? yaw : -yaw;
        return errorsOf({ height, yaw: turned, focal, raise, seed: 10 * k + i }, offset);
      }),
    );
    const { picture, rectified } = meanOf(errors);
    expect(rectified).toBeLessThanOrEqual(design);
    expect(rectified).toBeLessThan(picture / 2);
  });
});

describe('a leg raise seen square from the height of the hips', () => {
  it.each(focals)('is never made worse by more than 0.3 degrees (focal length %d)', (focal) => {
    for (const offset of offsets) {
      const scene = { height: 0.1, yaw: 0, focal };
      const errors = raises.map((raise, seed) => errorsOf({ ...scene, raise, seed }, offset));
      const { picture, rectified } = meanOf(errors);
      expect(rectified - picture).toBeLessThan(0.3);
    }
  });
});

describe('the camera of a leg raise', () => {
  it('is found nearer to the truth than it was guessed', () => {
    const { frames, camera } = simulatedArc({ height: 1.1, yaw: 12, focal: 1, raise: 85, seed: 3 });
    const found = raiseOf(frames, { yaw: camera.yaw - 6, pitch: camera.pitch + 6 }).camera;
    expect(Math.abs(found.yaw - camera.yaw)).toBeLessThan(6);
    expect(Math.abs(found.pitch - camera.pitch)).toBeLessThan(6);
    expect(found.distance).toBeGreaterThan(1.8);
    expect(found.distance).toBeLessThan(3.4);
  });

  it('is left as guessed by an arc under 25 degrees, and the number is less sure', () => {
    const guess = { yaw: 6, pitch: 21 };
    const raised = (raise: number) =>
      raiseOf(simulatedArc({ height: 0.8, yaw: 5, focal: 1, raise, seed: 4 }).frames, guess);
    const [short, long] = [raised(20), raised(40)];
    const { yaw, pitch, distance } = guessedView(guessedPriors(guess));
    expect(short.camera).toEqual({ yaw, pitch, distance });
    expect(short.sd).toBeGreaterThan(usualFitSd);
    expect(Math.abs(short.angle - 20)).toBeLessThan(1.96 * short.sd);
    expect(long.camera.yaw).not.toBe(guess.yaw);
  });

  it('leaves an error that the fit knows the size of', () => {
    const ratios = [0.4, 0.8, 1.3].flatMap((height, k) =>
      offsets.flatMap(([yaw, pitch], i) =>
        raises.map((raise) => {
          const seed = 10 * k + i;
          const { frames, camera } = simulatedArc({ height, yaw: 10, focal: 1, raise, seed });
          const guess = { yaw: camera.yaw + yaw, pitch: camera.pitch + pitch };
          const { angle, sd } = raiseOf(frames, guess);
          return Math.abs(angle - raise) / sd;
        }),
      ),
    );
    const inside = ratios.filter((ratio) => ratio < 1.96).length;
    expect(inside / ratios.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('a direction from the hip', () => {
  it('grows from the floor before the feet over the head, never to -180', () => {
    expect(angleOf({ x: 1, y: 0 })).toBe(0);
    expect(angleOf({ x: 0, y: 1 })).toBe(90);
    expect(angleOf({ x: 1, y: -1 })).toBe(-45);
    expect(angleOf({ x: -1, y: -0.1 })).toBeCloseTo(185.7, 1);
  });
});
