import { readFileSync } from 'node:fs';
import type { Sighting } from '../../src/core/body/pose.ts';
import { framesOf } from '../../src/core/measure/trial-frames.ts';
import { setUpOf } from '../../src/core/measure/set-up-of.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import type { SetUp } from '../../src/core/session/set-up.ts';
import { analyse } from './analyse.ts';
import { readArguments } from './arguments.ts';
import type { Recordings } from './calibrate.ts';
import { readDataset, type Subject } from './dataset.ts';
import { mean, rms, robustSd } from './fit.ts';
import { trueSetUp } from './true-set-up.ts';

/*
 * How far off the set-up is that a session keeps: `node tests/accuracy/run.mjs set-up-main`, with
 * `--recordings FILE` of the calibration to spare the models. docs/measurement.md, "The set-up".
 */

const { dataset, recordings } = readArguments(process.argv.slice(2));
const subjects = readDataset(dataset).filter(({ id }) => id.startsWith('dev_'));
const seen = recordings
  ? (JSON.parse(readFileSync(recordings, 'utf8')) as Recordings)
  : await record(subjects);

/** Chosen: an upright trunk is within this of the vertical. Degrees. */
const latestStart = 30;

const measures = ['yaw', 'height', 'distance'] as const;
const errors = new Map<string, number[]>();
for (const subject of subjects) {
  const posture = protocolOf(subject.step.test).posture;
  const truth = trueSetUp(subject.truth, posture);
  if (truth === null || !isStart(subject)) continue;
  const setUp = setUpIn(subject);
  for (const measure of measures) {
    const value = setUp?.[measure] ?? null;
    if (value === null) continue;
    // Distances are compared as ratios: twice as far is as wrong at any distance.
    const error = measure === 'distance' ? value / truth.distance - 1 : value - truth[measure];
    const key = `${posture} ${subject.kind} ${measure}`;
    errors.set(key, [...(errors.get(key) ?? []), error]);
  }
}
for (const [key, all] of [...errors].sort()) {
  const size = (value: number): string => value.toFixed(2).padStart(6);
  console.log(
    `${key.padEnd(36)} n ${String(all.length).padStart(3)}  MAE ${size(mean(all.map(Math.abs)))}  bias ${size(mean(all))}  rms ${size(rms(all))}  robust sd ${size(robustSd(all))}  max ${size(Math.max(...all.map(Math.abs)))}`,
  );
}

/** Whether it shows somebody as a test begins; no picture of a lying person shows less than one with a leg up. */
function isStart({ step, truth }: Subject): boolean {
  const inclination = truth.angles?.trunk_inclination ?? 0;
  return protocolOf(step.test).posture === 'lying' || inclination < latestStart;
}

/** A picture's set-up, or a trial's at its quiet start. */
function setUpIn({ id, kind, step }: Subject): SetUp | null {
  const { sightings } = seen[id] ?? { sightings: [] };
  if (kind === 'still') {
    return setUpOf(
      sightings.flatMap(({ pose }) => (pose ? [pose] : [])),
      step,
      null,
      null,
    );
  }
  const frames = framesOf(sightings, step);
  return typeof frames === 'string' ? null : setUpOf(frames.rest, step, null, null);
}

async function record(of: readonly Subject[]): Promise<Recordings> {
  const analysed = await analyse(of, false);
  return Object.fromEntries(
    analysed.map(
      ({
        subject,
        analysis,
      }): [string, { sightings: readonly Sighting[]; second: readonly Sighting[] }] => [
        subject.id,
        { sightings: analysis.sightings, second: analysis.second },
      ],
    ),
  );
}
