import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pose } from '../../src/core/body/pose.ts';
import { Estimator } from '../../src/pose/estimator.ts';
import { openVideo } from '../../src/pose/video-file.ts';
import raiseUrl from '../fixtures/clips/slr_right.webm?url';
import walkOutUrl from '../fixtures/clips/walk_out.webm?url';
import bendTruth from '../fixtures/stills/dev_bend_001.json';
import bendUrl from '../fixtures/stills/dev_bend_001.jpg?url';
import lyingTruth from '../fixtures/stills/dev_slr_001.json';
import lyingUrl from '../fixtures/stills/dev_slr_001.jpg?url';

const never = new AbortController().signal;
const shares: number[] = [];
let estimator: Estimator;

beforeAll(async () => {
  estimator = new Estimator();
  await estimator.load((share) => shares.push(share));
}, 60_000);

afterAll(() => {
  estimator.close();
});

async function blobOf(url: string): Promise<Blob> {
  return (await fetch(url)).blob();
}

async function poseIn(picture: ImageBitmap, capturedAt = 0): Promise<Pose | null> {
  estimator.reset();
  return (await estimator.estimate({ picture, capturedAt })).pose;
}

/** The poses of a clip's frames with these numbers, tracked from the first of them on. */
async function posesOf(url: string, from: number, to: number): Promise<(Pose | null)[]> {
  const source = await openVideo(await blobOf(url));
  const poses: (Pose | null)[] = [];
  estimator.reset();
  for (let number = 0; number <= to; number++) {
    const frame = await source.next(never);
    if (!frame) break;
    if (number < from) frame.picture.close();
    else poses.push((await estimator.estimate(frame)).pose);
  }
  source.close();
  return poses;
}

// The real model, beside other tests on few cores.
describe('The estimator', { timeout: 60_000 }, () => {
  test('tells how much of the model has come, up to all of it', () => {
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test('runs on wasm, never on plain JavaScript', () => {
    expect(estimator.backend).toBe('wasm');
  });

  test.each([
    ['someone who lies with a leg raised', lyingUrl, lyingTruth],
    ['someone who bends forward', bendUrl, bendTruth],
  ])('finds the joints of %s where they are', async (_, url, { near_side, joints_2d_px }) => {
    const pose = await poseIn(await createImageBitmap(await blobOf(url)));
    const side = near_side === 'l' ? 'left' : 'right';
    for (const joint of ['shoulder', 'hip', 'knee', 'ankle'] as const) {
      const truth = (joints_2d_px as Record<string, number[]>)[`${joint}_${near_side}`]!;
      const { x, y } = pose!.keypoints[`${side}-${joint}`];
      // Over the dev set nine of ten near joints are within 13 px; these two stills within 10.
      expect(Math.hypot(x - truth[0]!, y - truth[1]!), joint).toBeLessThan(13);
    }
  });

  test('gives points in the pixels of the frame, however large that is', async () => {
    const still = await blobOf(lyingUrl);
    const small = await poseIn(await createImageBitmap(still));
    const large = await poseIn(
      await createImageBitmap(still, { resizeWidth: 1280, resizeHeight: 960 }),
    );
    expect(large?.frame).toEqual({ width: 1280, height: 960 });
    const knee = small!.keypoints['left-knee'];
    expect(large!.keypoints['left-knee'].x / 2).toBeCloseTo(knee.x, -1);
    expect(large!.keypoints['left-knee'].y / 2).toBeCloseTo(knee.y, -1);
  });

  test('gives each frame back its own time', async () => {
    const picture = await createImageBitmap(await blobOf(bendUrl));
    expect((await poseIn(picture, 1234.5))?.capturedAt).toBe(1234.5);
  });

  test('finds nobody in an empty picture', async () => {
    expect(await poseIn(await createImageBitmap(new ImageData(640, 480)))).toBe(null);
  });

  test('finds nobody in a room that the person has left', async () => {
    // Frames 67 to 96 of the clip are of the room alone.
    expect(await posesOf(walkOutUrl, 67, 72)).toEqual([null, null, null, null, null, null]);
  });

  test('gives the same poses for the same clip, to the last digit', async () => {
    const first = await posesOf(raiseUrl, 60, 75);
    await poseIn(await createImageBitmap(await blobOf(bendUrl)));
    expect(await posesOf(raiseUrl, 60, 75)).toEqual(first);
    expect(first.every((pose) => pose !== null)).toBe(true);
  });
});
