import { readFileSync } from 'node:fs';
import type { Pose, Sighting } from '../../src/core/body/pose.ts';
import { framesOf } from '../../src/core/measure/trial-frames.ts';
import { measureTrial } from '../../src/core/measure/trial.ts';
import { refinedBy, setUpOf } from '../../src/core/measure/set-up-of.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import type { SetUp } from '../../src/core/session/set-up.ts';
import { analyse } from './analyse.ts';
import { readArguments } from './arguments.ts';
import type { Recordings } from './calibrate.ts';
import { readDataset, type Subject } from './dataset.ts';
import { mean, robustSd } from './fit.ts';
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

const measures = ['yaw', 'height', 'distance'] as const;
const errors = new Map<string, number[]>();
for (const subject of subjects) {
  const posture = protocolOf(subject.step.test).posture;
  const truth = trueSetUp(subject.truth, posture);
  if (truth === null) continue;
  for (const [way, setUp] of setUpsOf(subject)) {
    for (const measure of measures) {
      const value = setUp[measure];
      if (value === null) continue;
      // Lengths are read as ratios: twice as far is as wrong at any distance.
      const error = measure === 'distance' ? value / truth.distance - 1 : value - truth[measure];
      const key = `${posture} ${subject.kind} ${way} ${measure}`;
      errors.set(key, [...(errors.get(key) ?? []), error]);
    }
  }
}
for (const [key, all] of [...errors].sort()) {
  const size = (value: number): string => value.toFixed(2).padStart(6);
  console.log(
    `${key.padEnd(36)} n ${String(all.length).padStart(3)}  MAE ${size(mean(all.map(Math.abs)))}  bias ${size(mean(all))}  robust sd ${size(robustSd(all))}  max ${size(Math.max(...all.map(Math.abs)))}`,
  );
}

/** A picture's set-up; a trial's at its quiet start, and with what its arc says. */
function setUpsOf({ id, kind, step }: Subject): readonly (readonly [string, SetUp])[] {
  const { sightings, second } = seen[id] ?? { sightings: [], second: [] };
  const of = (poses: readonly Pose[]): SetUp | null => setUpOf(poses, step, null, null);
  if (kind === 'still') {
    const setUp = of(sightings.flatMap(({ pose }) => (pose ? [pose] : [])));
    return setUp ? [['seen', setUp]] : [];
  }
  const frames = framesOf(sightings, step);
  const setUp = typeof frames === 'string' ? null : of(frames.rest);
  if (setUp === null) return [];
  const trial = measureTrial(sightings, step, { sightings: second, surveys: [] });
  const refined = refinedBy(setUp, [trial]);
  return refined === setUp
    ? [['seen', setUp]]
    : [
        ['seen', setUp],
        ['arc', refined],
      ];
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
