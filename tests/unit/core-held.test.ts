import { describe, expect, it } from 'vitest';
import { headOf } from '../../src/core/body/head.ts';
import { keypoint, type Pose, type Sighting } from '../../src/core/body/pose.ts';
import { between, length } from '../../src/core/geometry/vector.ts';
import { heldMoment, pointsOf } from '../../src/core/measure/held.ts';
import { framesOf } from '../../src/core/measure/trial-frames.ts';
import { shownAngle } from '../../src/core/protocol/sample.ts';
import { acted, forwardBend, legRaise } from '../helpers/acted-trial.ts';
import { lying, mirrored, standing } from '../helpers/figure.ts';
import { recorded } from '../helpers/replay.ts';
import { drawn } from '../helpers/stick-figure.ts';

const { sightings, step } = acted(legRaise);
const all = sightings.map(({ capturedAt }) => capturedAt);

function framesIn(trial: readonly Sighting[]) {
  const frames = framesOf(trial, step);
  if (typeof frames === 'string') throw new Error(frames);
  return frames;
}

describe('the frame that stands for a hold', () => {
  it('shows the middle of the hold', () => {
    const { hold, side, facing } = framesIn(sightings);
    const angles = hold.map((pose) => shownAngle(pose, side, facing, 'slr')).sort((a, b) => a - b);
    const held = heldMoment(sightings, step, all);
    if (!held) throw new Error('nothing was held');
    const shown = shownAngle(pointsOf(held), held.side, held.facing, held.test);
    expect(Math.abs(shown - (angles[angles.length >> 1] ?? NaN))).toBeLessThan(0.1);
    expect(Math.abs(held.rest)).toBeLessThan(1);
  });

  it('is one of those that were kept, and one of the hold', () => {
    const { hold } = framesIn(sightings);
    const kept = all.filter((_, i) => i % 7 === 0);
    const at = heldMoment(sightings, step, kept)?.at;
    expect(kept).toContain(at);
    expect(hold.map(({ capturedAt }) => capturedAt)).toContain(at);
  });

  it('is not there where none of the hold was kept, or nothing was held', () => {
    expect(heldMoment(sightings, step, all.slice(0, 5))).toBeNull();
    expect(heldMoment(sightings.slice(0, 30), step, all)).toBeNull();
  });

  it('has the points in the picture, as the trial is measured with a second look', () => {
    const [at] = framesIn(sightings)
      .hold.slice(10)
      .map(({ capturedAt }) => capturedAt);
    const pose = sightings.find(({ capturedAt }) => capturedAt === at)?.pose;
    if (at === undefined || !pose) throw new Error('nobody was seen');
    const second = [{ capturedAt: at, pose: { ...pose, keypoints: movedAcross(pose, 8) } }];
    const seen = heldMoment(sightings, step, [at]);
    if (!seen) throw new Error('nothing was held');
    const first = pointsOf(seen);
    const mixed = heldMoment(sightings, step, [at], second);
    expect(mixed && pointsOf(mixed).keypoints['right-hip'].x).toBeCloseTo(
      first.keypoints['right-hip'].x + 4,
      6,
    );
    expect(first.keypoints.nose).toEqual({
      x: expect.closeTo(pose.keypoints.nose.x, 6) as number,
      y: expect.closeTo(pose.keypoints.nose.y, 6) as number,
    });
  });

  it.each(['slr_right', 'bend', 'dev_ake_02'])('is found in the recording %s', (name) => {
    const trial = recorded(name);
    const held = heldMoment(
      trial.sightings,
      trial.step,
      trial.sightings.map(({ capturedAt }) => capturedAt),
    );
    expect(held).toMatchObject({ test: trial.step.test });
  });

  it('belongs to the near side of a bend', () => {
    const trial = acted(forwardBend);
    const times = trial.sightings.map(({ capturedAt }) => capturedAt);
    expect(heldMoment(trial.sightings, trial.step, times)).toMatchObject({ side: 'right' });
  });
});

describe('the disc of the head', () => {
  it.each([
    ['lying', lying],
    ['standing', standing],
    ['mirrored', mirrored(lying)],
  ])('holds nose and ears, and no shoulder, of someone %s', (_, figure) => {
    const pose = drawn(figure);
    const { centre, radius } = headOf(pose);
    const away = (point: { x: number; y: number }): number => length(between(centre, point));
    expect(away(pose.keypoints.nose)).toBeLessThan(radius);
    expect(away(keypoint(pose, 'left', 'ear'))).toBeLessThan(radius);
    expect(away(keypoint(pose, 'left', 'hip'))).toBeGreaterThan(radius);
  });

  it('is no smaller where the shoulders are pulled up to the ears', () => {
    const pose = drawn(standing);
    const ears = {
      'left-shoulder': pose.keypoints['left-ear'],
      'right-shoulder': pose.keypoints['right-ear'],
    };
    const pulled = headOf({ keypoints: { ...pose.keypoints, ...ears } });
    expect(pulled.radius).toBeGreaterThan(0.8 * headOf(pose).radius);
  });
});

function movedAcross(pose: Pose, by: number): Pose['keypoints'] {
  return Object.fromEntries(
    Object.entries(pose.keypoints).map(([name, point]) => [name, { ...point, x: point.x + by }]),
  ) as Pose['keypoints'];
}
