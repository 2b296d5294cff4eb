import { describe, expect, it } from 'vitest';
import { keypoint, type KeypointName, type Pose } from '../../src/core/body/pose.ts';
import { kneeFlexion } from '../../src/core/body/joint-angle.ts';
import { correct } from '../../src/core/measure/calibration.ts';
import { cameraModel, curves } from '../../src/core/measure/calibration-table.ts';
import { featuresOf, guessCamera } from '../../src/core/measure/camera-guess.ts';
import { kneeInPlane, lyingView, raiseOnFloor } from '../../src/core/measure/in-plane.ts';
import { measureStill } from '../../src/core/measure/still.ts';
import type { Quantity, Step } from '../../src/core/protocol/protocol.ts';
import { lying, mirrored, seated, standing, type Figure } from '../helpers/figure.ts';
import { filmed, level } from '../helpers/stick-figure.ts';

const slr: Step = { test: 'slr', side: 'right' };
const both = (hip: number) => ({ hip, knee: 0 });

function numbers(figure: Figure, step: Step): Readonly<Partial<Record<Quantity, number>>> {
  const still = measureStill([filmed(figure, level)], step);
  if (still.kind === 'refused') throw new Error(still.reason);
  return Object.fromEntries(
    Object.entries(still.quantities).map(([name, { value, halfWidth95 }]) => {
      expect(halfWidth95).toBeGreaterThanOrEqual(1.5);
      return [name, value];
    }),
  );
}

function without(pose: Pose, name: KeypointName): Pose {
  const gone = { x: -100, y: -100, score: 0.1 };
  return { ...pose, keypoints: { ...pose.keypoints, [name]: gone } };
}

describe('a single picture', () => {
  it('gives the leg raise against the other leg, and the knee', () => {
    const raised = numbers({ ...lying, right: { hip: 70, knee: 4 } }, slr);
    expect(Object.keys(raised)).toEqual(['leg-raise', 'knee-flexion']);
    expect(raised['knee-flexion']).toBeCloseTo(correct(curves['knee-lying-still'], 4), 0);
    const higher = numbers({ ...lying, right: { hip: 80, knee: 4 } }, slr);
    expect((higher['leg-raise'] ?? NaN) - (raised['leg-raise'] ?? NaN)).toBeGreaterThan(7);
  });

  it('gives what is left of the knee flexion in a knee straightening', () => {
    const figure: Figure = { ...lying, right: { hip: 90, knee: 30 } };
    const left = numbers(figure, { test: 'ake', side: 'right' });
    const pose = filmed(figure, level);
    const reading = kneeInPlane(pose, 'right', 1, lyingView([pose], 1));
    expect(Object.keys(left)).toEqual(['knee-flexion']);
    expect(left['knee-flexion']).toBeCloseTo(
      correct(curves['knee-straightening-still'], reading),
      0,
    );
    // A stick figure's shoulders make the camera be guessed a little off: carried onto its plane, so is the knee.
    expect(Math.abs(reading - 30)).toBeLessThan(4);
  });

  it('gives hips, trunk and knee of a bend, more for a deeper one', () => {
    const bend = (trunk: number) =>
      numbers(
        { ...standing, trunk, left: both(trunk), right: both(trunk) },
        { test: 'forward-bend', side: null },
      );
    const [shallow, deep] = [bend(50), bend(100)];
    expect(Object.keys(deep).sort()).toEqual(['hip-flexion', 'knee-flexion', 'trunk-inclination']);
    expect(deep['trunk-inclination']).toBeGreaterThan((shallow['trunk-inclination'] ?? NaN) + 30);
    expect(deep['hip-flexion']).toBeGreaterThan((shallow['hip-flexion'] ?? NaN) + 30);
  });

  it('gives the hips of a chair reach', () => {
    const reach = numbers(
      { ...seated, trunk: 40, right: both(105) },
      { test: 'chair-reach', side: 'right' },
    );
    expect(Object.keys(reach)).toEqual(['hip-flexion', 'knee-flexion']);
  });

  it('is the same for the mirror image', () => {
    const figure = { ...lying, right: { hip: 70, knee: 4 } };
    const [here, there] = [
      numbers(figure, slr),
      numbers(mirrored(figure), { ...slr, side: 'left' }),
    ];
    expect(there['leg-raise']).toBeCloseTo(here['leg-raise'] ?? NaN, 6);
  });

  it('is refused without a person, with the far leg up, or without the feet or the body', () => {
    const pose = filmed(lying, level);
    expect(measureStill([], slr)).toMatchObject({ reason: 'nobody' });
    expect(measureStill([pose], { ...slr, side: 'left' })).toMatchObject({ reason: 'far-leg' });
    expect(measureStill([without(pose, 'right-toe')], slr)).toMatchObject({
      reason: 'out-of-frame',
    });
    expect(measureStill([without(pose, 'right-knee')], slr)).toMatchObject({
      reason: 'out-of-frame',
    });
    expect(measureStill([without(pose, 'nose')], slr).kind).toBe('measured');
  });
});

describe('several looks at a picture', () => {
  const raised = (hip: number): Pose => filmed({ ...lying, right: both(hip) }, level);

  it('give the middle of their numbers', () => {
    const middle = measureStill([raised(60)], slr);
    expect(measureStill([raised(62), raised(60), raised(57)], slr)).toMatchObject({
      quantities: {
        'leg-raise': middle.kind === 'measured' ? middle.quantities['leg-raise'] : null,
      },
    });
  });

  it('outvote one that saw something else, and give no number where it is more than one in four', () => {
    const [right, wrong] = [raised(60), raised(10)];
    expect(measureStill([right, right, wrong, right], slr).kind).toBe('measured');
    expect(measureStill([right, right, wrong], slr)).toMatchObject({ reason: 'low-confidence' });
  });

  it('are put on the sides that most of them have', () => {
    const other = filmed(mirrored({ ...lying, right: both(60) }), level);
    const [one, many] = [raised(60), measureStill([raised(60), raised(60), raised(60)], slr)];
    expect(measureStill([one, one, other, one], slr).kind).toBe('measured');
    expect(many).toMatchObject({ side: 'right' });
  });

  it('may cut the person off in less than half of them', () => {
    const [whole, cut] = [raised(60), without(raised(60), 'right-toe')];
    expect(measureStill([cut, whole, whole], slr).kind).toBe('measured');
    expect(measureStill([cut, cut, whole], slr)).toMatchObject({ reason: 'out-of-frame' });
  });
});

describe('angles in the plane of the movement', () => {
  const square = { yaw: 0, pitch: 0, roll: 0, distance: 8 / 0.8347 };
  const far = { ...level, distance: 8 };

  it('are those of the joints for a camera that is known', () => {
    for (const raise of [20, 60, 90]) {
      const pose = filmed({ ...lying, right: { hip: raise, knee: 12 } }, far);
      expect(kneeInPlane(pose, 'right', 1, square)).toBeCloseTo(12, 0);
    }
  });

  it('are more than the picture shows of a knee that is seen aslant', () => {
    const view = { ...square, yaw: 25, distance: 2.5 };
    const pose = filmed(
      { ...lying, right: { hip: 90, knee: 60 } },
      { ...level, yaw: 25, distance: 2.5 * 0.8347 },
    );
    const shown = kneeFlexion(pose, 'right', 1);
    const inPlane = kneeInPlane(pose, 'right', 1, view);
    expect(Math.abs(inPlane - 60)).toBeLessThan(Math.abs(shown - 60) / 2);
  });

  it('are measured from half way between the other leg and the floor', () => {
    const raised = (other: number) =>
      raiseOnFloor(
        [filmed({ ...lying, left: both(other), right: both(60) }, far)],
        'right',
        1,
        square,
      );
    expect(raised(-1)).toBeCloseTo(61, 0);
    expect(raised(-1) - raised(9)).toBeCloseTo(5, 0);
  });

  it('are measured from the floor alone where the other leg is only guessed', () => {
    const pose = filmed({ ...lying, left: both(30), right: both(60) }, far);
    const unseen = (['left-knee', 'left-ankle'] as const).map((name) => ({
      ...pose,
      keypoints: { ...pose.keypoints, [name]: { ...pose.keypoints[name], score: 0.2 } },
    }));
    expect(raiseOnFloor(unseen, 'right', 1, square)).toBeCloseTo(61, 0);
  });
});

describe('the guessed camera', () => {
  const seenFrom = (yaw: number, height: number): Pose =>
    filmed(lying, { ...level, yaw, height, pitch: (Math.atan2(height, 2.2) * 180) / Math.PI });

  it('looks down more from higher up', () => {
    const pitches = [0.2, 0.6, 1, 1.4].map((height) => guessCamera([seenFrom(0, height)], 1).pitch);
    expect(pitches).toEqual([...pitches].sort((a, b) => a - b));
  });

  it('is turned more the more it stands to the head', () => {
    const yaws = [-20, -10, 0, 10, 20].map((yaw) => guessCamera([seenFrom(yaw, 0.5)], 1).yaw);
    expect(yaws).toEqual([...yaws].sort((a, b) => a - b));
  });

  it('is the middle of several, and never farther out than it was fitted for', () => {
    const [odd, usual] = [seenFrom(30, 0.5), seenFrom(0, 0.5)];
    expect(guessCamera([usual, odd, usual], 1)).toEqual(guessCamera([usual], 1));
    const wild = { ...cameraModel, yaw: { intercept: 500, slopes: {} } };
    const wilder = { ...wild, pitch: { intercept: -500, slopes: {} } };
    expect(guessCamera([usual], 1, wilder)).toEqual({ yaw: 40, pitch: -5 });
  });

  it('is the same for the mirror image', () => {
    const figure = mirrored(lying);
    const pose = filmed(figure, { ...level, yaw: 12, height: 0.6 });
    const features = featuresOf(filmed(lying, { ...level, yaw: 12, height: 0.6 }), 1);
    for (const [name, value] of Object.entries(featuresOf(pose, -1))) {
      expect(value).toBeCloseTo(features[name as keyof typeof features], 6);
    }
  });

  it('looks at the near side, whose points are the larger', () => {
    const pose = seenFrom(0, 0);
    expect(keypoint(pose, 'right', 'shoulder').x).toBeLessThan(
      keypoint(pose, 'left', 'shoulder').x,
    );
  });
});
