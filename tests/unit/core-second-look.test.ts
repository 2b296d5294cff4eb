import { describe, expect, it } from 'vitest';
import { resized, type Pose, type Sighting } from '../../src/core/body/pose.ts';
import { lookAgainAt } from '../../src/core/measure/look-again.ts';
import { withSecondLook } from '../../src/core/measure/second-look.ts';
import { framesOf } from '../../src/core/measure/trial-frames.ts';
import { measureTrial } from '../../src/core/measure/trial.ts';
import { acted, forwardBend, legRaise } from '../helpers/acted-trial.ts';
import { lying } from '../helpers/figure.ts';
import { drawn } from '../helpers/stick-figure.ts';

const { sightings, step } = acted(legRaise);

/** The pose with all points moved by some pixels. */
function moved(pose: Pose, by: number): Pose {
  const points = Object.entries(pose.keypoints).map(([name, point]) => [
    name,
    { ...point, x: point.x + by, y: point.y - by },
  ]);
  return { ...pose, keypoints: Object.fromEntries(points) as Pose['keypoints'] };
}

/** A larger model that sees all points some pixels elsewhere, in every tenth frame. */
function second(by: (at: number) => number): readonly Sighting[] {
  return sightings
    .filter((_, i) => i % 10 === 5)
    .map(({ capturedAt, pose }) => ({ capturedAt, pose: pose && moved(pose, by(capturedAt)) }));
}

/** How far the right ankle was moved to the right in each frame. */
function shifts(looked: readonly Sighting[]): readonly number[] {
  return looked.map(({ pose }, i) => {
    const before = sightings[i]?.pose?.keypoints['right-ankle'].x ?? NaN;
    return (pose?.keypoints['right-ankle'].x ?? NaN) - before;
  });
}

describe('a second look', () => {
  it('moves every frame by half of what the larger model differs', () => {
    for (const shift of shifts(
      withSecondLook(
        sightings,
        second(() => 12),
      ),
    )) {
      expect(shift).toBeCloseTo(6, 9);
    }
  });

  it('goes over from one frame to the next that was looked at again', () => {
    const looked = shifts(
      withSecondLook(
        sightings,
        second((at) => at / 500),
      ),
    );
    const first = sightings[5]?.capturedAt ?? NaN;
    sightings.forEach(({ capturedAt }, i) => {
      const last = sightings.findLast((_, k) => k % 10 === 5)?.capturedAt ?? NaN;
      const at = Math.min(last, Math.max(first, capturedAt));
      expect(looked[i]).toBeCloseTo(at / 1000, 9);
    });
  });

  it('changes nothing where it saw nobody, no such frame, or something else', () => {
    const nobody = sightings.map(({ capturedAt }) => ({ capturedAt, pose: null }));
    const later = second(() => 12).map((each) => ({ ...each, capturedAt: each.capturedAt + 1 }));
    for (const nothing of [[], nobody, later, second(() => 200)]) {
      expect(withSecondLook(sightings, nothing)).toBe(sightings);
    }
  });

  it('leaves frames in which nobody was seen, and keeps scores and points in space', () => {
    const gaps = sightings.map((each, i) => (i === 7 ? { ...each, pose: null } : each));
    const looked = withSecondLook(
      gaps,
      second(() => 12),
    );
    expect(looked[7]?.pose).toBeNull();
    expect(looked[8]?.pose?.space).toBe(sightings[8]?.pose?.space);
    expect(looked[8]?.pose?.keypoints.nose.score).toBe(sightings[8]?.pose?.keypoints.nose.score);
  });

  it('makes the number of a leg raise surer', () => {
    const width = (trial: ReturnType<typeof measureTrial>): number =>
      trial.kind === 'measured' ? (trial.quantities['leg-raise']?.halfWidth95 ?? NaN) : NaN;
    const twice = width(measureTrial(sightings, step, { sightings: second(() => 0), surveys: [] }));
    expect(twice).toBeLessThan(width(measureTrial(sightings, step)));
  });
});

describe('the frames to look at again', () => {
  const kept = sightings.map(({ capturedAt }) => capturedAt).filter((_, i) => i % 3 === 0);

  it('are some of rest, way and hold, in order, out of those kept', () => {
    const frames = framesOf(sightings, step);
    if (typeof frames === 'string') throw new Error(frames);
    const times = lookAgainAt(sightings, step, kept);
    const held = frames.hold.map(({ capturedAt }) => capturedAt);
    const rested = frames.rest.map(({ capturedAt }) => capturedAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.filter((at) => rested.includes(at))).toHaveLength(3);
    expect(times.filter((at) => held.includes(at))).toHaveLength(5);
    expect(times).toHaveLength(11);
    expect(times.every((at) => kept.includes(at))).toBe(true);
  });

  it('are those that were seen before the end of the trial, where they show enough of it', () => {
    const frames = framesOf(sightings, step);
    if (typeof frames === 'string') throw new Error(frames);
    const inHold = frames.hold[Math.floor(0.8 * frames.hold.length)]!.capturedAt;
    const soon = sightings.filter(({ capturedAt }) => capturedAt <= inHold);
    const early = lookAgainAt(soon, step, kept);
    expect(early).toHaveLength(11);
    expect(early).not.toEqual(lookAgainAt(sightings, step, kept));
    expect(lookAgainAt(sightings, step, kept, early)).toEqual(early);
  });

  it('are others in the part of the trial that was not seen enough of', () => {
    const all = lookAgainAt(sightings, step, kept);
    const [beforeHold, inHold] = [all.slice(0, 6), all.slice(6, 9)];
    const others = kept.filter((at) => !all.includes(at));
    const early = [...others.filter((at) => at < beforeHold[2]!).slice(0, 3), ...inHold];
    const times = lookAgainAt(sightings, step, kept, early);
    expect(times.slice(0, 3)).toEqual(early.slice(0, 3));
    expect(times.slice(3)).toEqual(all.slice(3));
  });

  it('are as many as there are where few were kept', () => {
    const few = kept.filter((_, i) => i % 12 === 0);
    const times = lookAgainAt(sightings, step, few);
    expect(times.length).toBeGreaterThan(0);
    expect(times.length).toBeLessThan(11);
    expect(lookAgainAt(sightings, step, [])).toEqual([]);
  });

  it('are none where a trial was not held', () => {
    expect(lookAgainAt(sightings.slice(0, 40), step, kept)).toEqual([]);
  });

  it('are none in a test that gains nothing by it', () => {
    const bend = acted(forwardBend);
    expect(lookAgainAt(bend.sightings, bend.step, kept)).toEqual([]);
  });
});

describe('a pose in a copy of its frame', () => {
  it('is the same pose in the measure of the copy, and comes back', () => {
    const pose = drawn(lying);
    const small = resized(pose, { width: 320, height: 120 });
    expect(small.keypoints.nose.x).toBeCloseTo(pose.keypoints.nose.x / 2, 9);
    expect(small.keypoints.nose.y).toBeCloseTo(pose.keypoints.nose.y / 4, 9);
    expect(small.space).toBe(pose.space);
    const back = resized(small, pose.frame);
    expect(back.frame).toEqual(pose.frame);
    expect(back.keypoints['left-toe'].y).toBeCloseTo(pose.keypoints['left-toe'].y, 9);
  });
});
