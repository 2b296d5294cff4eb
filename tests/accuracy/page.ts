import { SecondLook } from '../../src/app/second-look.ts';
import { StepRun } from '../../src/app/step-run.ts';
import type { Sighting } from '../../src/core/body/pose.ts';
import { measureStill, type MeasuredStill } from '../../src/core/measure/still.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import type { RefusedTrial, Trial } from '../../src/core/session/trial.ts';
import { Estimator } from '../../src/pose/estimator.ts';
import type { Frame } from '../../src/pose/frame-source.ts';
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
  const frame = async (): Promise<Frame> => ({
    picture: await createImageBitmap(file),
    capturedAt: 0,
  });
  const look = async (): Promise<Sighting> => estimator.estimate(await frame());
  const first = await look();
  // The detector's first region is rough; a second look starts from the body that the first has found.
  const second = await look();
  const sighting = second.pose ? second : first;
  return {
    outcomes: [measureStill(sighting.pose, step, await larger.survey(await frame()))],
    sightings: [sighting],
    second: [],
    judgedMs: [],
  };
}

async function clip(file: Blob, step: Step): Promise<Analysis> {
  const source = await openVideo(file);
  const secondLook = new SecondLook(() => larger);
  const second: Sighting[] = [];
  const judgedMs: number[] = [];
  const run = new StepRun(step, async (seen, of) => {
    const again = await secondLook.look(seen, of);
    second.push(...again.sightings);
    return again;
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
