import { describe, expect, test } from 'vitest';
import { landmarks } from '../../src/core/body/pose.ts';
import { surveyedLandmarks } from '../../src/core/body/survey.ts';
import { bodyOf, poseOf } from '../../src/pose/worker/keypoints.ts';

/** The 33 points in the words and the order of pose-detection's BlazePose. */
const modelNames = [
  'nose',
  ...['eye_inner', 'eye', 'eye_outer'].map((name) => `left_${name}`),
  ...['eye_inner', 'eye', 'eye_outer'].map((name) => `right_${name}`),
  ...['left_ear', 'right_ear', 'mouth_left', 'mouth_right'],
  ...['shoulder', 'elbow', 'wrist', 'pinky', 'index', 'thumb', 'hip', 'knee', 'ankle', 'heel']
    .concat('foot_index')
    .flatMap((name) => [`left_${name}`, `right_${name}`]),
];

/** Each point lies at its place in the list, so that it can be told from the others. */
const found = {
  keypoints: modelNames.map((name, index) => ({ name, x: index, y: -index, score: index / 100 })),
  keypoints3D: modelNames.map((name, index) => ({ name, x: index, y: 0, z: 2 * index })),
};
const size = { width: 640, height: 480 };

function placeOf(name: string): number {
  return modelNames.indexOf(name);
}

describe('The points of a body', () => {
  test('are those of BlazePose under our names, the person’s left at left', () => {
    const { keypoints, space } = poseOf(found, size, size, 0);
    expect(modelNames).toHaveLength(33);
    for (const side of ['left', 'right'] as const) {
      for (const landmark of landmarks) {
        const theirs = landmark === 'toe' ? 'foot_index' : landmark;
        const index = placeOf(`${side}_${theirs}`);
        expect(index, `${side}-${landmark}`).toBeGreaterThan(0);
        expect(keypoints[`${side}-${landmark}`]).toEqual({
          x: index,
          y: -index,
          score: index / 100,
        });
        expect(space[`${side}-${landmark}`]).toEqual({ x: index, y: 0, z: 2 * index });
      }
    }
    expect(keypoints.nose.x).toBe(0);
    expect(Object.keys(keypoints)).toHaveLength(1 + 2 * landmarks.length);
  });

  test('lie in the pixels of the frame, not of the smaller picture the model saw', () => {
    const frame = { width: 1280, height: 720 };
    const pose = poseOf(found, { width: 640, height: 360 }, frame, 40);
    const index = placeOf('left_hip');
    expect(pose.keypoints['left-hip']).toMatchObject({ x: 2 * index, y: -2 * index });
    expect(pose).toMatchObject({ frame, capturedAt: 40 });
  });

  test('keep their place outside the frame', () => {
    const { keypoints } = poseOf(found, size, size, 0);
    expect(keypoints['right-toe'].y).toBeLessThan(0);
  });

  test('are all there, or there is no pose', () => {
    const legless = { ...found, keypoints: found.keypoints.slice(0, 20) };
    expect(() => poseOf(legless, size, size, 0)).toThrow('left_hip');
  });
});

/** The 17 points in the words of pose-detection's MoveNet. */
const roughNames = [
  'nose',
  ...['eye', 'ear', 'shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'].flatMap((name) => [
    `left_${name}`,
    `right_${name}`,
  ]),
];

describe('The points of one of several bodies', () => {
  const picture = { width: 200, height: 100 };
  const rough = {
    score: 0.5,
    keypoints: roughNames.map((name, index) => ({ name, x: index, y: 2 * index })),
  };

  test('are shares of the picture, under our names', () => {
    const { score, points } = bodyOf(rough, picture, false);
    expect(score).toBe(0.5);
    expect(Object.keys(points)).toHaveLength(1 + 2 * surveyedLandmarks.length);
    expect(points.nose).toEqual({ x: 0, y: 0 });
    const index = roughNames.indexOf('left_knee');
    expect(points['left-knee']).toEqual({ x: index / 200, y: index / 50 });
  });

  test('are turned back where the model saw the mirror image', () => {
    const { points } = bodyOf(rough, picture, true);
    const index = roughNames.indexOf('right_knee');
    expect(points['left-knee'].x).toBeCloseTo(1 - index / 200, 9);
    expect(points['left-knee'].y).toBeCloseTo(index / 50, 9);
    expect(points.nose.x).toBe(1);
  });

  test('have no score where the model gave none', () => {
    expect(bodyOf({ keypoints: rough.keypoints }, picture, false).score).toBe(0);
  });
});
