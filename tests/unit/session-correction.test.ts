import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keypoint, type Pose } from '../../src/core/body/pose.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { Vector } from '../../src/core/geometry/vector.ts';
import type { TestId } from '../../src/core/protocol/protocol.ts';
import { pooled } from '../../src/core/measure/uncertainty.ts';
import { automaticOf, correctionsOf, withCorrections } from '../../src/core/session/corrected.ts';
import {
  correctedEstimate,
  jointsOf,
  movedJoints,
  placeOf,
  type Joint,
  type Places,
} from '../../src/core/session/correction.ts';
import type { CameraFit } from '../../src/core/session/trial.ts';
import { lying, mirrored, seated, standing, type Figure } from '../helpers/figure.ts';
import { correction, heldOf } from '../helpers/held.ts';
import { bentKnee, estimate, measuredTrial, sessionOn, untold } from '../helpers/sessions.ts';
import { drawn, filmed, level, type Camera } from '../helpers/stick-figure.ts';

const held: Readonly<Record<TestId, Figure>> = {
  slr: { ...lying, right: { hip: 70, knee: 0 } },
  ake: { ...lying, right: { hip: 90, knee: 30 } },
  'forward-bend': {
    ...standing,
    trunk: 80,
    left: { hip: 85, knee: 0 },
    right: { hip: 85, knee: 0 },
  },
  'chair-reach': { ...seated, trunk: 40, right: { hip: 105, knee: 0 } },
};
const tests = Object.keys(held) as TestId[];
const automatic = estimate(70, 4);

function stepOf(test: TestId, side: 'left' | 'right' = 'right') {
  return { test, side: test === 'forward-bend' ? null : side };
}

/** Where a joint of the right side is in a pose, as shares of its frame. */
function shareOf(pose: Pose, joint: Joint): Vector {
  const { x, y } = keypoint(pose, 'right', joint);
  return { x: x / pose.frame.width, y: y / pose.frame.height };
}

/** The number after joints were put where another figure has them. */
function afterMovingTo(
  figure: Figure,
  test: TestId,
  see: (figure: Figure) => Pose = drawn,
  camera: CameraFit | null = null,
): number {
  const before = heldOf(see(held[test]), stepOf(test));
  const places = Object.fromEntries(
    jointsOf(test).map((joint) => [joint, shareOf(see(figure), joint)]),
  );
  return correctedEstimate(automatic, before, places, camera).value;
}

describe('a number corrected by hand', () => {
  it.each(tests)('of a %s stays what it is, as sure as it is, when nothing is moved', (test) => {
    const moment = heldOf(drawn(held[test]), stepOf(test));
    const places = Object.fromEntries(
      jointsOf(test).map((joint) => [joint, placeOf(moment, joint)]),
    );
    expect(correctedEstimate(automatic, moment, {}, null)).toBe(automatic);
    expect(correctedEstimate(automatic, moment, places, null)).toBe(automatic);
    expect(movedJoints(moment, places)).toEqual({});
  });

  it('grows by as many degrees as the leg is put higher', () => {
    expect(afterMovingTo({ ...lying, right: { hip: 76, knee: 0 } }, 'slr')).toBeCloseTo(76, 6);
  });

  it('grows by as much as the knee is put farther bent, or the trunk and the thigh', () => {
    expect(afterMovingTo({ ...lying, right: { hip: 90, knee: 41 } }, 'ake')).toBeCloseTo(81, 6);
    const legs = { hip: 90, knee: 0 };
    const bend = { ...standing, trunk: 85, left: legs, right: legs };
    expect(afterMovingTo(bend, 'forward-bend')).toBeCloseTo(75, 6);
    const reach = { ...seated, trunk: 35, right: { hip: 100, knee: 0 } };
    expect(afterMovingTo(reach, 'chair-reach')).toBeCloseTo(65, 6);
  });

  it('of a raise is read in the plane of the movement, where the camera is known', () => {
    const camera: Camera = { ...level, yaw: 18, distance: 2.4 };
    const see = (figure: Figure): Pose => filmed(figure, camera);
    const leg = lying.stature * 0.49;
    const fit = { yaw: degrees(18), pitch: degrees(0), distance: camera.distance / leg };
    const higher = { ...lying, right: { hip: 82, knee: 0 } };
    expect(Math.abs(afterMovingTo(higher, 'slr', see, fit) - 82)).toBeLessThan(0.5);
    expect(Math.abs(afterMovingTo(higher, 'slr', see) - 82)).toBeGreaterThan(0.1);
  });

  it('is the same in the mirror image', () => {
    const moved = { x: 0.03, y: -0.04 };
    for (const test of tests) {
      const one = heldOf(drawn(held[test]), stepOf(test));
      const other = heldOf(drawn(mirrored(held[test])), stepOf(test, 'left'));
      for (const joint of jointsOf(test)) {
        const [here, there] = [placeOf(one, joint), placeOf(other, joint)];
        const put = { x: here.x + moved.x, y: here.y + moved.y };
        const mirror = { x: there.x - moved.x, y: there.y + moved.y };
        const camera = { yaw: degrees(8), pitch: degrees(5), distance: 2.5 };
        expect(correctedEstimate(automatic, other, { [joint]: mirror }, camera).value).toBeCloseTo(
          correctedEstimate(automatic, one, { [joint]: put }, camera).value,
          6,
        );
      }
    }
  });

  it('follows an ankle on its way up without ever going back', () => {
    const yaws = fc.integer({ min: -30, max: 30 });
    fc.assert(
      fc.property(
        yaws,
        fc.integer({ min: 0, max: 119 }),
        fc.integer({ min: 1, max: 60 }),
        (yaw, from, by) => {
          const camera = { yaw: degrees(yaw), pitch: degrees(10), distance: 2.5 };
          const at = (hip: number): number =>
            afterMovingTo({ ...lying, right: { hip, knee: 0 } }, 'slr', drawn, camera);
          const to = Math.min(120, from + by);
          expect(at(to)).toBeGreaterThan(at(from));
        },
      ),
    );
  });

  it('is never surer than what it corrects, nor than an eye can be', () => {
    const moment = heldOf(drawn(held.slr), stepOf('slr'));
    const places: Places = { ankle: { x: 0.6, y: 0.2 } };
    const width = (halfWidth95: number): number =>
      correctedEstimate(estimate(70, halfWidth95), moment, places, null).halfWidth95;
    expect(width(5)).toBe(5);
    expect(width(1.5)).toBeCloseTo(2.94, 9);
  });

  it('keeps what was moved, from where to where', () => {
    const moment = heldOf(drawn(held.slr), stepOf('slr'));
    const after = { x: 0.6, y: 0.2 };
    expect(movedJoints(moment, { hip: placeOf(moment, 'hip'), ankle: after })).toEqual({
      ankle: { before: placeOf(moment, 'ankle'), after },
    });
  });
});

describe('a session as it is shown', () => {
  const trials = [measuredTrial(70), bentKnee, measuredTrial(72)];
  const result = { test: 'slr', side: 'left', estimate: estimate(71), trials, ...untold } as const;
  const session = sessionOn(0, [result]);

  it('has the corrected trials, pooled anew, and the measured number beside', () => {
    const made = correction(78);
    const [shown] = withCorrections(session, [made]).results;
    expect(shown?.estimate).toEqual(pooled([estimate(78), estimate(72)]));
    expect(shown).toMatchObject({ automatic: estimate(71), corrections: [made] });
    expect(shown?.trials[0]).toMatchObject({ quantities: { 'leg-raise': estimate(78) } });
    expect(shown && automaticOf(shown)).toEqual(estimate(71));
    expect(session.results[0]?.estimate).toEqual(estimate(71));
  });

  it('has the latest correction of each trial, in whatever order they come', () => {
    const first = correction(78, 1);
    const second = correction(80, 2);
    const third = correction(74, 3, { trial: 2 });
    const same = correction(81, 2);
    for (const made of [
      [first, second, third, same],
      [same, third, second, first],
    ]) {
      const [shown] = withCorrections(session, made).results;
      expect(shown && correctionsOf(shown)).toEqual([same, third]);
    }
  });

  it('is as it was measured where a correction points at nothing', () => {
    const astray = [
      correction(78, 1, { sessionId: sessionOn(3).id }),
      correction(78, 1, { trial: 1 }),
      correction(78, 1, { trial: 7 }),
      correction(78, 1, { side: 'right' }),
      correction(78, 1, { test: 'ake' }),
    ];
    const [shown] = withCorrections(session, astray).results;
    expect(shown).toEqual(result);
    expect(shown && automaticOf(shown)).toBeNull();
    expect(shown && correctionsOf(shown)).toEqual([]);
    expect(withCorrections(session, [])).toBe(session);
  });

  it('is as it was measured where a trial has no number of its test', () => {
    const empty = { ...measuredTrial(70), quantities: {} };
    const [shown] = withCorrections(sessionOn(0, [{ ...result, trials: [empty] }]), [
      correction(78),
    ]).results;
    expect(shown && automaticOf(shown)).toBeNull();
  });
});
