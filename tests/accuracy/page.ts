import { SecondLook } from '../../src/app/second-look.ts';
import { StepRun } from '../../src/app/step-run.ts';
import { mirrorImage } from '../../src/core/body/facing.ts';
import type { Sighting } from '../../src/core/body/pose.ts';
import { measureStill, type MeasuredStill } from '../../src/core/measure/still.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import type { RefusedTrial, Trial } from '../../src/core/session/trial.ts';
import { Estimator } from '../../src/pose/estimator.ts';
import { openVideo } from '../../src/pose/video-file.ts';

/*
 * The measurement as it is shipped, opened by the accuracy run in a real browser: the app's own frame
 * source, worker, models and way of a trial. It is told the file and the step, never the truth.
 */

/** What one file gave: the trials found in a clip, or the numbers of a picture, and all sightings. */
export interface Analysis {
  readonly outcomes: readonly (Trial | MeasuredStill | RefusedTrial)[];
  readonly sightings: readonly Sighting[];
  /** What the larger model saw in the second looks. */
  readonly second: readonly Sighting[];
  /** How long each trial that was looked at twice took to be judged, second look and fit, in milliseconds. */
  readonly judgedMs: readonly number[];
}

declare global {
  interface Window {
    analyse?: (url: string, kind: 'still' | 'trial', step: Step) => Promise<Analysis>;
  }
}

const estimator = new Estimator();
const larger = new Estimator('heavy');
await estimator.load(() => undefined);
await larger.load(() => undefined);

window.analyse = async (url, kind, step) => {
  const file = await (await fetch(url)).blob();
  estimator.reset();
  return kind === 'still' ? picture(file, step) : clip(file, step);
};

async function picture(file: Blob, step: Step): Promise<Analysis> {
  const whole = await createImageBitmap(file);
  const sightings: Sighting[] = [];
  for (const model of [estimator, larger]) {
    sightings.push(...(await looksAt(whole, model)));
    const mirrored = await looksAt(mirror(whole), model);
    sightings.push(
      ...mirrored.map(({ capturedAt, pose }) => ({ capturedAt, pose: pose && mirrorImage(pose) })),
    );
  }
  const looks = sightings.flatMap(({ pose }) => (pose ? [pose] : []));
  const surveys = await larger.survey({ picture: whole, capturedAt: 0 });
  return { outcomes: [measureStill(looks, step, surveys)], sightings, second: [], judgedMs: [] };
}

/**
 * Two looks at a picture. The detector's first region is rough, so the first look only tells where the body is;
 * the others start from the body that was found before.
 */
async function looksAt(whole: ImageBitmap, model: Estimator): Promise<readonly Sighting[]> {
  model.reset();
  const looks: Sighting[] = [];
  for (let look = 0; look < 3; look++) {
    looks.push(await model.estimate({ picture: await createImageBitmap(whole), capturedAt: 0 }));
  }
  return looks.slice(1);
}

function mirror(whole: ImageBitmap): ImageBitmap {
  const canvas = new OffscreenCanvas(whole.width, whole.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2d canvas');
  context.setTransform(-1, 0, 0, 1, whole.width, 0);
  context.drawImage(whole, 0, 0);
  return canvas.transferToImageBitmap();
}

async function clip(file: Blob, step: Step): Promise<Analysis> {
  const source = await openVideo(file);
  const secondLook = new SecondLook(() => larger);
  const second: Sighting[] = [];
  const judgedMs: number[] = [];
  const run = new StepRun(step, {
    begin(seen, of) {
      secondLook.begin(seen, of);
    },
    async look(seen, of) {
      const again = await secondLook.look(seen, of);
      second.push(...again.sightings);
      return again;
    },
  });
  const sightings: Sighting[] = [];
  const never = new AbortController().signal;
  for (let frame = await source.next(never); frame; frame = await source.next(never)) {
    await secondLook.keep(frame);
    const sighting = await estimator.estimate(frame);
    sightings.push(sighting);
    run.take(sighting);
    const [looked, before] = [second.length, performance.now()];
    await run.settle();
    if (second.length > looked) judgedMs.push(performance.now() - before);
  }
  await run.end(false);
  source.close();
  return { outcomes: run.trials, sightings, second, judgedMs };
}
