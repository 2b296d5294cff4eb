import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SetUpRun } from '../../src/app/set-up-run.ts';
import type { SetUpProblem } from '../../src/core/coach/set-up-view.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import { Estimator } from '../../src/pose/estimator.ts';
import { lumaOf } from '../../src/pose/luma.ts';
import { openVideo } from '../../src/pose/video-file.ts';
import bendClip from '../fixtures/clips/bend.webm?url';
import leftClip from '../fixtures/clips/dev_slr_03.webm?url';
import darkTrousersClip from '../fixtures/clips/dev_slr_10.webm?url';
import raiseClip from '../fixtures/clips/slr_right.webm?url';
import walkOutClip from '../fixtures/clips/walk_out.webm?url';
import backLitClip from '../fixtures/setups/back_lit.webm?url';
import darkClip from '../fixtures/setups/dark.webm?url';
import farClip from '../fixtures/setups/far_away.webm?url';
import halfOutClip from '../fixtures/setups/half_out.webm?url';
import turnedClip from '../fixtures/setups/turned.webm?url';
import twoPeopleClip from '../fixtures/setups/two_people.webm?url';

const never = new AbortController().signal;
const bend: Step = { test: 'forward-bend', side: null };
const rightLeg: Step = { test: 'slr', side: 'right' };
const leftLeg: Step = { test: 'slr', side: 'left' };

const usual = new Estimator();
const larger = new Estimator('heavy');

beforeAll(async () => {
  await usual.load(() => undefined);
  await larger.load(() => undefined);
}, 120_000);

afterAll(() => {
  usual.close();
  larger.close();
});

interface Watched {
  /** What was named, in the order in which it was. */
  readonly problems: readonly SetUpProblem[];
  /** When the set-up was done, in milliseconds of the clip; null where it never was. */
  readonly doneAt: number | null;
}

/** What the coach says of a clip, shown to it at five frames a second, until it is content or time is up. */
async function watched(url: string, step: Step, from: number, to: number): Promise<Watched> {
  const source = await openVideo(await (await fetch(url)).blob());
  const run = new SetUpRun(step, () => true);
  const problems: SetUpProblem[] = [];
  usual.reset();
  let doneAt: number | null = null;
  let number = 0;
  let frame = await source.next(never);
  while (frame && frame.capturedAt <= to && doneAt === null) {
    const { picture, capturedAt } = frame;
    if (number++ % 3 === 0 && capturedAt >= from) {
      const luma = run.wantsLuma(capturedAt) ? lumaOf(picture) : null;
      const copy = run.wantsSurvey(capturedAt) ? await createImageBitmap(picture) : null;
      const sighting = await usual.estimate(frame);
      const surveys = copy ? await larger.survey({ picture: copy, capturedAt }) : [];
      const { problem } = run.take(sighting, luma, surveys);
      if (problem !== null && !problems.includes(problem)) problems.push(problem);
      if (run.isOver) doneAt = capturedAt;
    } else {
      picture.close();
    }
    frame = await source.next(never);
  }
  frame?.picture.close();
  source.close();
  return { problems, doneAt };
}

// The real models, beside other tests on few cores.
describe('The set-up coach', { timeout: 240_000 }, () => {
  test.each([
    ['in the dark', 'too-dark', darkClip, bend],
    ['before a window', 'back-lit', backLitClip, bend],
    ['cut by the edge of the picture', 'feet-out', halfOutClip, rightLeg],
    ['with somebody beside them', 'two-people', twoPeopleClip, bend],
    ['far away', 'too-far', farClip, bend],
    ['lying askew to the camera', 'not-side-on', turnedClip, rightLeg],
    ['lying the wrong way round', 'wrong-side', raiseClip, leftLeg],
    ['standing for a leg raise', 'not-lying', bendClip, rightLeg],
  ] as const)('tells someone %s what to mend', async (_, problem, clip, step) => {
    const { problems, doneAt } = await watched(clip, step, 0, 1800);
    expect(problems).toEqual([problem]);
    expect(doneAt).toBeNull();
  });

  test('tells at once that nobody is there', async () => {
    const { problems } = await watched(walkOutClip, bend, 4700, 5400);
    expect(problems).toEqual(['nobody']);
  });

  test.each([
    ['standing', bendClip, bend],
    ['lying with the head to the left', raiseClip, rightLeg],
    ['lying with the head to the right', leftClip, leftLeg],
    ['in dark trousers on a dark mat', darkTrousersClip, leftLeg],
  ] as const)('goes on by itself with someone %s', async (_, clip, step) => {
    const { problems, doneAt } = await watched(clip, step, 0, 3000);
    expect(problems).toEqual([]);
    expect(doneAt).not.toBeNull();
    expect(doneAt).toBeLessThanOrEqual(2600);
  });
});
