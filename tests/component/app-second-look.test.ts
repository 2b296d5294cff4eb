import { describe, expect, test } from 'vitest';
import type { PoseEstimator } from '../../src/app/engine.svelte.ts';
import { Failure } from '../../src/core/errors.ts';
import type { Sighting } from '../../src/core/body/pose.ts';
import { rightLeg, shownClip } from '../helpers/held-clip.ts';
import { goodRaise } from '../helpers/recorded.ts';

/** A larger model that sees what the smaller one saw, and remembers of when the pictures were. */
class Echo implements PoseEstimator {
  readonly looked: number[] = [];
  readonly searched: number[] = [];

  load(): Promise<void> {
    return Promise.resolve();
  }

  reset(): void {
    // It follows nobody from picture to picture.
  }

  close(): void {
    // It holds nothing.
  }

  estimate({ picture, capturedAt }: { picture: ImageBitmap; capturedAt: number }) {
    picture.close();
    this.looked.push(capturedAt);
    return Promise.resolve(goodRaise.find((seen) => seen.capturedAt === capturedAt) as Sighting);
  }

  survey({ picture, capturedAt }: { picture: ImageBitmap; capturedAt: number }) {
    picture.close();
    this.searched.push(capturedAt);
    return Promise.resolve([{ capturedAt, bodies: [] }]);
  }
}

/** The raise until its hold has lasted for two seconds: from there on the person may return. */
const untilHeld = goodRaise.filter(
  ({ capturedAt }) => capturedAt <= goodRaise.at(-1)!.capturedAt - 1500,
);

describe('The second look', () => {
  test('is over at the end of a trial that it began in the hold of', async () => {
    const echo = new Echo();
    const secondLook = await shownClip(echo);
    secondLook.begin(untilHeld, rightLeg);
    await expect.poll(() => echo.looked.length).toBe(11);
    const { sightings, surveys } = await secondLook.look(goodRaise, rightLeg);
    expect(echo.looked).toHaveLength(11);
    expect(echo.searched).toHaveLength(2);
    expect(sightings.map(({ capturedAt }) => capturedAt)).toEqual(echo.looked);
    expect(surveys.map(({ capturedAt }) => capturedAt)).toEqual(echo.searched);
    expect(secondLook.takeHeld()).not.toBeNull();
  });

  test('is made anew where it began before there was a hold', async () => {
    const echo = new Echo();
    const secondLook = await shownClip(echo);
    secondLook.begin(goodRaise.slice(0, 20), rightLeg);
    const { sightings } = await secondLook.look(goodRaise, rightLeg);
    expect(sightings).toHaveLength(11);
  });

  test('is done without, and tells so, where the larger model is lost', async () => {
    const lost: string[] = [];
    const dead = new Echo();
    dead.estimate = () => Promise.reject(new Failure('engine-lost'));
    const secondLook = await shownClip(dead, () => lost.push('larger'));
    const { sightings, surveys } = await secondLook.look(goodRaise, rightLeg);
    expect(sightings).toEqual([]);
    expect(surveys).toHaveLength(2);
    expect(lost).toEqual(['larger']);
  });

  test('sees nothing of a trial that was thrown away', async () => {
    const echo = new Echo();
    const secondLook = await shownClip(echo);
    secondLook.begin(untilHeld, rightLeg);
    secondLook.drop();
    expect((await secondLook.look(goodRaise, rightLeg)).sightings).toEqual([]);
  });
});
