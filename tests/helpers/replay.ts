import { readFileSync } from 'node:fs';
import { StepRun } from '../../src/app/step-run.ts';
import type { FrameSize, KeypointName, Pose, Sighting } from '../../src/core/body/pose.ts';
import type { Quantity, RefusalReason, Step } from '../../src/core/protocol/protocol.ts';
import type { Trial } from '../../src/core/session/trial.ts';
import { noLook } from './no-look.ts';

/*
 * Recordings of what the real model saw in rendered clips, pressed small: one row of whole numbers for
 * each coordinate, the first value and then the changes from frame to frame.
 */

/** What a recorded trial has to give: a reason for no number ('any': whichever), or true angles in degrees. */
export interface Expected {
  readonly reason: RefusalReason | 'any' | null;
  readonly angles: Readonly<Partial<Record<Quantity, number>>>;
}

/** A recording as its file holds it. Pixels in tenths, scores and metres in thousandths. */
export interface Pressed {
  readonly step: Step;
  readonly expected: Expected;
  readonly frame: FrameSize;
  /** Times in milliseconds. */
  readonly times: string;
  /** The frames, counted from 0, in which nobody was found. */
  readonly absent: readonly number[];
  readonly keypoints: Readonly<Record<string, readonly string[]>>;
  readonly space: Readonly<Record<string, readonly string[]>>;
}

/** A recorded trial. */
export interface Recorded {
  readonly step: Step;
  readonly expected: Expected;
  readonly sightings: readonly Sighting[];
}

/** The points in space that are kept: the app reads the trunk's depth, never that of arms or feet. */
const kept = ['shoulder', 'hip', 'knee', 'ankle'];

const tenths = 10;
const thousandths = 1000;

/** The recorded trial of that name in tests/fixtures/recordings. */
export function recorded(name: string): Recorded {
  const file = new URL(`../fixtures/recordings/${name}.json`, import.meta.url);
  return unpressed(JSON.parse(readFileSync(file, 'utf8')) as Pressed);
}

/** What the app makes of the first trial of a recording, frame by frame, as it would live. */
export async function replayed({ sightings, step }: Recorded): Promise<Trial | undefined> {
  const run = new StepRun(step, noLook);
  for (const sighting of sightings) {
    run.take(sighting);
    await run.settle();
  }
  await run.end(false);
  return run.trials[0];
}

/** The recording without what the app does not read, as its file holds it. */
export function pressed({ sightings, step, expected }: Recorded): Pressed {
  const poses = sightings.flatMap(({ pose }) => (pose ? [pose] : []));
  const [first] = poses;
  if (!first) throw new Error('There is nobody in this recording.');
  const names = Object.keys(first.keypoints) as KeypointName[];
  const row = (value: (pose: Pose) => number, unit: number): string =>
    changes(poses.map(value), unit);
  const inSpace = names.filter((name) => kept.some((landmark) => name.endsWith(landmark)));
  return {
    step,
    expected,
    frame: first.frame,
    times: changes(
      sightings.map(({ capturedAt }) => capturedAt),
      1,
    ),
    absent: sightings.flatMap(({ pose }, i) => (pose ? [] : [i])),
    keypoints: Object.fromEntries(
      names.map((name) => [
        name,
        [
          row(({ keypoints }) => keypoints[name].x, tenths),
          row(({ keypoints }) => keypoints[name].y, tenths),
          row(({ keypoints }) => keypoints[name].score, thousandths),
        ],
      ]),
    ),
    space: Object.fromEntries(
      inSpace.map((name) => [
        name,
        (['x', 'y', 'z'] as const).map((axis) =>
          row(({ space }) => space[name][axis], thousandths),
        ),
      ]),
    ),
  };
}

/** The recording as the model gave it, rounded; points in space that were not kept are 0. */
export function unpressed(file: Pressed): Recorded {
  const times = values(file.times, 1);
  const points = (rows: readonly string[], units: readonly number[]): number[][] =>
    rows.map((row, i) => values(row, units[i] as number));
  const keypoints = Object.entries(file.keypoints).map(
    ([name, rows]) => [name, points(rows, [tenths, tenths, thousandths])] as const,
  );
  const space = new Map(
    Object.entries(file.space).map(([name, rows]) => [
      name,
      points(rows, [thousandths, thousandths, thousandths]),
    ]),
  );
  const poseAt = (i: number, capturedAt: number): Pose => ({
    keypoints: Object.fromEntries(
      keypoints.map(([name, [x, y, score]]) => [name, { x: x?.[i], y: y?.[i], score: score?.[i] }]),
    ) as Pose['keypoints'],
    space: Object.fromEntries(
      keypoints.map(([name]) => {
        const [x, y, z] = space.get(name) ?? [];
        return [name, { x: x?.[i] ?? 0, y: y?.[i] ?? 0, z: z?.[i] ?? 0 }];
      }),
    ) as Pose['space'],
    frame: file.frame,
    capturedAt,
  });
  let found = 0;
  const sightings = times.map((capturedAt, i) => ({
    capturedAt,
    pose: file.absent.includes(i) ? null : poseAt(found++, capturedAt),
  }));
  return { step: file.step, expected: file.expected, sightings };
}

function changes(row: readonly number[], unit: number): string {
  const whole = row.map((value) => Math.round(value * unit));
  return whole.map((value, i) => value - (whole[i - 1] ?? 0)).join(' ');
}

function values(row: string, unit: number): number[] {
  let sum = 0;
  return row.split(' ').map((change) => (sum += Number(change)) / unit);
}
