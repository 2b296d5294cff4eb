import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureTrial } from '../../src/core/measure/trial.ts';
import { motionIn } from '../../src/core/measure/trial-motion.ts';
import type { Pose, Sighting } from '../../src/core/body/pose.ts';
import { bestTrial, isOf, keptMotions } from '../../src/core/session/kept-motions.ts';
import {
  isFrame,
  mostPoses,
  motionEvery,
  motionNames,
  packed,
  unpacked,
  type BodyMotion,
} from '../../src/core/session/motion.ts';
import { angleAt, movementOf, placesAt, type Movement } from '../../src/core/session/movement.ts';
import type { Result } from '../../src/core/session/session.ts';
import type { MeasuredTrial } from '../../src/core/session/trial.ts';
import {
  acted,
  chairReach,
  forwardBend,
  kneeStraightening,
  legRaise,
} from '../helpers/acted-trial.ts';
import { movedVisit, raiseHeldAt, raiseMotion, raiseTrace } from '../helpers/motions.ts';
import { recorded, type Recorded } from '../helpers/replay.ts';
import { bentKnee, estimate, measuredTrial, sessionOn, untold } from '../helpers/sessions.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const place = fc.option(fc.record({ x: share, y: share }));

describe('places as bytes', () => {
  it('come back to half a step, and points that were not seen as not seen', () => {
    const anyPoses = fc.array(fc.tuple(place, place, place), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(anyPoses, (poses) => {
        const back = unpacked(3, packed(3, poses))!;
        expect(back).toHaveLength(Math.min(mostPoses, poses.length));
        for (const [row, pose] of back.entries()) {
          for (const [column, is] of pose.entries()) {
            const was = poses[row]![column] ?? null;
            if (was === null) expect(is).toBeNull();
            else expect(Math.hypot(is!.x - was.x, is!.y - was.y)).toBeLessThan(1 / 65_534);
          }
        }
        expect(packed(3, back)).toEqual(packed(3, poses));
      }),
      { numRuns: 60 },
    );
  });

  it('are none where they are no whole poses, nothing at all, or more than the most', () => {
    for (const length of [0, 3, 51, 53, 52 * (mostPoses + 1)])
      expect(unpacked(13, new Uint8Array(length))).toBeNull();
    expect(unpacked(0, new Uint8Array(52))).toBeNull();
    expect(unpacked(13, new Uint8Array(52 * mostPoses))).toHaveLength(mostPoses);
  });

  it('of points out of the frame lie on its edge, of points that are missing are not seen', () => {
    expect(unpacked(2, packed(2, [[{ x: -1, y: 2 }]]))).toEqual([[{ x: 0, y: 1 }, null]]);
  });

  it('are shares of a frame whose sides 16 bits can tell', () => {
    expect(isFrame({ width: 1920, height: 1080 })).toBe(true);
    for (const width of [0, -1, NaN, 65_535]) expect(isFrame({ width, height: 480 })).toBe(false);
  });
});

function measured({ sightings, step }: Recorded): MeasuredTrial {
  const trial = measureTrial(sightings, step);
  if (trial.kind === 'refused') throw new Error(trial.reason);
  return trial;
}

function movement(recording: Recorded, withCurve = true): Movement {
  const trial = measured(recording);
  const motion = motionIn(recording.sightings, recording.step)!;
  const of = { test: recording.step.test, side: trial.side };
  return movementOf(of, motion, withCurve ? trial.trace : [])!;
}

/** How far the angle through the points is from the curve, in degrees, every 50 ms. */
function disagreements(recording: Recorded): readonly number[] {
  const [told, drawn] = [movement(recording), movement(recording, false)];
  const times = Array.from({ length: Math.ceil(told.lasts / 50) }, (_, index) => index * 50);
  return times.map((at) => Math.abs(angleAt(told, at) - angleAt(drawn, at)));
}

describe('the motion of a trial', () => {
  const all: readonly (readonly [string, Recorded])[] = [
    ['a leg raise', acted(legRaise)],
    ['a forward bend', acted(forwardBend)],
    ['a knee straightening', acted(kneeStraightening)],
    ['a chair reach', acted(chairReach)],
    ['a recorded raise', recorded('slr_right')],
    ['a recorded bend', recorded('bend')],
    ['a recorded knee', recorded('dev_ake_02')],
  ];

  it.each(all)('shows at each moment the angle that the curve has: %s', (_, recording) => {
    const off = disagreements(recording).toSorted((a, b) => a - b);
    // Ten poses a second and a curve of one raw frame after the other: what is between them is a guess of both.
    expect(off[Math.floor(off.length / 2)]).toBeLessThan(0.5);
    expect(off[Math.floor(off.length * 0.95)]).toBeLessThan(2);
  });

  it.each(all)('begins and ends with its curve, in few bytes: %s', (_, recording) => {
    const motion = motionIn(recording.sightings, recording.step)!;
    const poses = unpacked(motion.names.length, motion.places)!;
    const { trace } = measured(recording);
    const lasts = (poses.length - 1) * motion.every;
    expect(motion.every).toBe(motionEvery);
    expect(lasts).toBeGreaterThanOrEqual(trace.at(-1)!.at);
    expect(lasts - trace.at(-1)!.at).toBeLessThan(2 * motionEvery);
    expect(motion.places.length).toBe(52 * poses.length);
  });

  it('of a long trial has fewer poses a second, and never more than 8,320 bytes', () => {
    const long = acted({ ...legRaise, restMs: 20_000, holdMs: 40_000 });
    const motion = motionIn(long.sightings, long.step)!;
    expect(motion.every).toBe(500);
    expect(motion.places.length).toBeLessThanOrEqual(8320);
    expect(movement(long).heldAt).toBeGreaterThan(20_000);
    const longer = acted({ ...legRaise, restMs: 200_000 });
    expect(measureTrial(longer.sightings, longer.step).kind).toBe('measured');
    expect(motionIn(longer.sightings, longer.step)).toBeNull();
  });

  it('is read with the second look, as the number is', () => {
    const { sightings, step } = acted(legRaise);
    const second = sightings.flatMap(({ capturedAt, pose }): Sighting[] =>
      pose === null ? [] : [{ capturedAt, pose: movedBy(pose, 20) }],
    );
    const [once, twice] = [motionIn(sightings, step)!, motionIn(sightings, step, second)!];
    const nose = (motion: BodyMotion): number =>
      unpacked(motionNames.length, motion.places)![10]![0]!.x * motion.frame.width;
    expect(nose(twice) - nose(once)).toBeCloseTo(10, 1);
  });

  it('is not there where the trial has no number', () => {
    const { sightings, step } = recorded('dev_slr_not_held_01');
    expect(motionIn(sightings, step)).toBeNull();
  });

  it('has no points that lay out of the frame: they were guessed', () => {
    const { sightings, step } = acted(legRaise);
    const high = sightings.map(({ capturedAt, pose }) => ({
      capturedAt,
      pose: pose && {
        ...pose,
        keypoints: { ...pose.keypoints, 'left-wrist': { x: -4, y: 20, score: 0.1 } },
      },
    }));
    const motion = motionIn(high, step)!;
    const wrist = motionNames.indexOf('left-wrist');
    const poses = unpacked(motionNames.length, motion.places)!;
    expect(poses.every((pose) => pose[wrist] === null)).toBe(true);
    const { side } = measured({ sightings: high, step, expected: { reason: null, angles: {} } });
    expect(placesAt(movementOf({ test: 'slr', side }, motion, [])!, 450)[wrist]).toBeNull();
  });
});

function movedBy(pose: Pose, pixels: number): Pose {
  const keypoints = Object.entries(pose.keypoints).map(([name, point]) => [
    name,
    { ...point, x: point.x + pixels },
  ]);
  return { ...pose, keypoints: Object.fromEntries(keypoints) as Pose['keypoints'] };
}

describe('a movement', () => {
  const motion = raiseMotion(sessionOn(0).id, 'right', 70);
  const of = { test: 'slr', side: 'right' } as const;

  it('is held when its hold begins, told by its curve or, without one, by its points', () => {
    const told = movementOf(of, motion, raiseTrace(70))!;
    const drawn = movementOf(of, motion, [])!;
    for (const { heldAt } of [told, drawn])
      expect(Math.abs(heldAt - raiseHeldAt)).toBeLessThan(250);
    expect(drawn.lasts).toBe(told.lasts);
    for (let at = 0; at <= told.lasts; at += 90)
      expect(Math.abs(angleAt(told, at) - angleAt(drawn, at))).toBeLessThan(0.2);
  });

  it('that was never held is laid by where it was furthest', () => {
    const sharp = [0, 20, 70, 10, 0].map((angle, index) => ({ at: index * 300, angle }));
    expect(movementOf(of, motion, sharp)!.heldAt).toBe(600);
  });

  it('of a left side is turned the other way', () => {
    const left = raiseMotion(sessionOn(0).id, 'left', 50);
    const drawn = movementOf({ test: 'slr', side: 'left' }, left, [])!;
    expect(drawn.facing).toBe(-1);
    expect(angleAt(drawn, 4000)).toBeCloseTo(50, 1);
  });

  it('of a knee is told as its number is: smaller is further', () => {
    const knee = movement(acted(kneeStraightening));
    expect(angleAt(knee, 0)).toBeGreaterThan(80);
    expect(angleAt(knee, knee.heldAt + 800)).toBeLessThan(35);
  });

  it('stands still before its start and after its end', () => {
    const told = movementOf(of, motion, raiseTrace(70))!;
    expect(placesAt(told, -500)).toEqual(told.poses[0]);
    expect(placesAt(told, 99_999)).toEqual(told.poses.at(-1));
    expect([angleAt(told, -500), angleAt(told, 99_999)]).toEqual([0, 0]);
  });

  it('goes straight from pose to pose', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5900, noNaN: true }), (at) => {
        const told = movementOf(of, motion, [])!;
        const index = Math.floor(at / 100);
        const gone = at / 100 - index;
        const ankle = motionNames.indexOf('right-ankle');
        const [from, to] = [told.poses[index]![ankle]!, told.poses[index + 1]![ankle]!];
        const is = placesAt(told, at)[ankle]!;
        expect(is.x).toBeCloseTo(from.x + (to.x - from.x) * gone, 9);
        expect(is.y).toBeCloseTo(from.y + (to.y - from.y) * gone, 9);
      }),
    );
  });

  it('is none of bytes that are none, nor without a single angle', () => {
    expect(movementOf(of, { ...motion, places: new Uint8Array(3) }, raiseTrace(70))).toBeNull();
    const blind = packed(1, [[{ x: 0, y: 0 }], [{ x: 0, y: 0 }]]);
    expect(movementOf(of, { ...motion, names: ['nose'], places: blind }, [])).toBeNull();
  });
});

describe('which motions are kept', () => {
  const anyTrial = fc.oneof(
    fc.constant(bentKnee),
    fc.integer({ min: 20, max: 100 }).map(measuredTrial),
    fc.constant({ ...measuredTrial(50), quantities: {} }),
  );
  const anyResult = fc
    .tuple(fc.array(anyTrial, { maxLength: 5 }), fc.option(fc.integer({ min: 20, max: 100 })))
    .map(([trials, value]): Result => ({
      test: 'slr',
      side: 'left',
      estimate: value === null ? null : estimate(value),
      trials,
      ...untold,
    }));

  it('are one for each result at most: of the trial that is nearest to its number', () => {
    fc.assert(
      fc.property(anyResult, fc.subarray([0, 1, 2, 3, 4]), (result, seen) => {
        const session = sessionOn(0, [result]);
        const motions = seen.map((trial) => ({
          ...raiseMotion(session.id, 'left', 60),
          trial,
        }));
        const kept = keptMotions(session, motions);
        const numbers = seen.flatMap((index) => {
          const trial = result.trials[index];
          if (trial?.kind !== 'measured' || result.estimate === null) return [];
          const value = trial.quantities['leg-raise']?.value;
          return value === undefined ? [] : [Math.abs(value - result.estimate.value)];
        });
        expect(kept).toHaveLength(Math.min(1, numbers.length));
        for (const motion of kept) {
          expect(isOf(session, motion)).toBe(true);
          const trial = result.trials[motion.trial] as MeasuredTrial;
          const off = Math.abs(trial.quantities['leg-raise']!.value - result.estimate!.value);
          expect(off).toBe(Math.min(...numbers));
        }
      }),
    );
  });

  it('belong to the session, whatever it was called while it was measured', () => {
    const { session, motions } = movedVisit(0, 60, 70);
    const strange = motions.map((motion) => ({ ...motion, sessionId: 'sample' }));
    expect(keptMotions(session, strange)).toEqual(motions);
    expect(motions.every((motion) => isOf(session, motion))).toBe(true);
    expect(strange.some((motion) => isOf(session, motion))).toBe(false);
  });

  it('are none of a trial, side or test that the session does not have', () => {
    const { session, motions } = movedVisit(0, 60, 70);
    const [first] = motions;
    expect(isOf(session, { ...first!, trial: 3 })).toBe(false);
    expect(isOf(session, { ...first!, test: 'ake' })).toBe(false);
    expect(isOf(sessionOn(0, [{ ...session.results[0]!, trials: [bentKnee] }]), first!)).toBe(
      false,
    );
  });

  it('the best trial is asked of all where nothing else is said', () => {
    const [result] = movedVisit(0, 60, 70).session.results;
    const trials = [40, 62, 58].map(measuredTrial);
    expect(bestTrial({ ...result!, trials })).toBe(1);
    expect(bestTrial({ ...result!, trials }, [0, 2])).toBe(2);
    expect(bestTrial({ ...result!, trials: [] })).toBeNull();
  });
});
