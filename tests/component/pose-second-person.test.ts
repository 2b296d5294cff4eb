import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SecondLook } from '../../src/app/second-look.ts';
import type { Survey } from '../../src/core/body/survey.ts';
import { showsSecondPerson } from '../../src/core/measure/second-person.ts';
import { measureStill } from '../../src/core/measure/still.ts';
import { measureTrial } from '../../src/core/measure/trial.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import type { Trial } from '../../src/core/session/trial.ts';
import { Estimator } from '../../src/pose/estimator.ts';
import { openVideo } from '../../src/pose/video-file.ts';
import alteredUrl from '../helpers/altered-fetch.worker.ts?worker&url';
import bendClip from '../fixtures/clips/bend.webm?url';
import kneeClip from '../fixtures/clips/dev_ake_02.webm?url';
import leftClip from '../fixtures/clips/dev_slr_03.webm?url';
import darkClip from '../fixtures/clips/dev_slr_10.webm?url';
import badKneeClip from '../fixtures/clips/slr_bad_knee.webm?url';
import raiseClip from '../fixtures/clips/slr_right.webm?url';
import walkOutClip from '../fixtures/clips/walk_out.webm?url';
import bendUrl from '../fixtures/stills/dev_bend_001.jpg?url';
import lyingTruth from '../fixtures/stills/dev_slr_001.json';
import lyingUrl from '../fixtures/stills/dev_slr_001.jpg?url';
import { goodRaise } from '../helpers/recorded.ts';

const never = new AbortController().signal;
const quiet = () => undefined;
let larger: Estimator;

beforeAll(async () => {
  larger = new Estimator('heavy');
  await larger.load(quiet);
}, 120_000);

afterAll(() => {
  larger.close();
});

async function pictureAt(url: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await fetch(url)).blob());
}

/** Looks at each frame of a clip; what it leaves open is closed. */
async function watch(url: string, look: (picture: ImageBitmap, at: number) => Promise<void>) {
  const source = await openVideo(await (await fetch(url)).blob());
  for (let frame = await source.next(never); frame; frame = await source.next(never)) {
    await look(frame.picture, frame.capturedAt);
    frame.picture.close();
  }
  source.close();
}

/** The first frame of the bend, in which someone stands upright. */
async function standing(): Promise<ImageBitmap> {
  const source = await openVideo(await (await fetch(bendClip)).blob());
  const frame = await source.next(never);
  source.close();
  return frame!.picture;
}

/** The picture with the person standing at its left edge, `height` pixels tall; part of the wall comes with them. */
function beside(picture: ImageBitmap, person: ImageBitmap, height: number): ImageBitmap {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  // Where they stand in that frame, with some of the wall: 90 by 410 pixels.
  context.drawImage(person, 240, 40, 90, 410, 20, 20, (height * 90) / 410, height);
  return canvas.transferToImageBitmap();
}

/** What becomes of the recorded raise when its frames, changed by `alter`, are looked at again. */
async function judged(alter: (picture: ImageBitmap) => ImageBitmap): Promise<Trial> {
  const step: Step = { test: 'slr', side: 'right' };
  const secondLook = new SecondLook(() => larger);
  const times = goodRaise.map(({ capturedAt }) => capturedAt);
  let number = 0;
  await watch(raiseClip, async (picture) => {
    const altered = alter(picture);
    await secondLook.keep({ picture: altered, capturedAt: times[number++]! });
    if (altered !== picture) altered.close();
  });
  return measureTrial(goodRaise, step, await secondLook.look(goodRaise, step));
}

// The real models, beside other tests on few cores.
describe('A leg raise', { timeout: 240_000 }, () => {
  test('is measured with nobody else in the picture', async () => {
    expect(await judged((picture) => picture)).toMatchObject({ kind: 'measured' });
  });

  test('gets no number when someone stands by', async () => {
    const person = await standing();
    const trial = await judged((picture) => beside(picture, person, 310));
    expect(trial).toMatchObject({ kind: 'refused', reason: 'second-person' });
  });

  test('is measured below a photograph of someone on the wall', async () => {
    const person = await standing();
    const trial = await judged((picture) => beside(picture, person, 110));
    expect(trial).toMatchObject({ kind: 'measured' });
  });
});

describe('A clip of one person', { timeout: 240_000 }, () => {
  test.each([raiseClip, leftClip, darkClip, badKneeClip, bendClip, kneeClip, walkOutClip])(
    'shows nobody else: %s',
    async (url) => {
      let number = 0;
      larger.reset();
      await watch(url, async (picture, capturedAt) => {
        if (number++ % 24 !== 0) return;
        const surveys = await larger.survey({
          picture: await createImageBitmap(picture),
          capturedAt,
        });
        const { pose } = await larger.estimate({ picture, capturedAt });
        expect(surveys).toHaveLength(2);
        for (const survey of surveys) {
          expect(survey.capturedAt).toBe(capturedAt);
          if (pose) expect(showsSecondPerson(pose, survey), `${String(capturedAt)} ms`).toBe(false);
        }
      });
    },
  );
});

describe('A picture', { timeout: 120_000 }, () => {
  const lying: Step = { test: 'slr', side: null };

  async function measured(picture: ImageBitmap, step: Step) {
    const surveys = await larger.survey({
      picture: await createImageBitmap(picture),
      capturedAt: 0,
    });
    larger.reset();
    const { pose } = await larger.estimate({ picture, capturedAt: 0 });
    return { outcome: measureStill(pose ? [pose] : [], step, surveys), surveys };
  }

  test('of one person is measured, and each survey says where they are', async () => {
    const { outcome, surveys } = await measured(await pictureAt(lyingUrl), lying);
    expect(outcome.kind).toBe('measured');
    const near = (survey: Survey, joint: 'hip' | 'ankle' | 'shoulder') => {
      const truth = lyingTruth.joints_2d_px[`${joint}_l`];
      const { x, y } = survey.bodies[0]!.points[`left-${joint}`];
      return Math.hypot(x * 640 - truth[0]!, y * 480 - truth[1]!);
    };
    for (const survey of surveys) {
      expect(survey.bodies).toHaveLength(1);
      for (const joint of ['hip', 'ankle', 'shoulder'] as const) {
        expect(near(survey, joint), joint).toBeLessThan(40);
      }
    }
  });

  test('of two people side by side gives no number', async () => {
    const [left, right] = [await pictureAt(lyingUrl), await pictureAt(bendUrl)];
    const canvas = new OffscreenCanvas(1280, 480);
    const context = canvas.getContext('2d')!;
    context.drawImage(left, 0, 0);
    context.drawImage(right, 640, 0);
    const { outcome } = await measured(canvas.transferToImageBitmap(), lying);
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'second-person' });
  });
});

describe('Without the model that finds several bodies', { timeout: 120_000 }, () => {
  const picture = () => createImageBitmap(new ImageData(64, 48));

  test.each(['the survey model is not there', 'the survey model is damaged'])(
    'because %s, the second look works as before',
    async (name) => {
      const worker = () => new Worker(alteredUrl, { type: 'module', name });
      const estimator = new Estimator('heavy', worker);
      await estimator.load(quiet);
      expect(await estimator.survey({ picture: await picture(), capturedAt: 0 })).toEqual([]);
      const lying = { picture: await pictureAt(lyingUrl), capturedAt: 7 };
      expect((await estimator.estimate(lying)).pose).not.toBeNull();
      estimator.close();
    },
  );
});
