import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  framingProblem,
  isInside,
  isMeasurable,
  postureProblem,
} from '../../src/core/body/framing.ts';
import { landmarks, type KeypointName, type Pose } from '../../src/core/body/pose.ts';
import type { Posture } from '../../src/core/protocol/protocol.ts';
import { within } from '../helpers/arbitrary.ts';
import { lying, mirrored, seated, standing, type Figure } from '../helpers/figure.ts';
import { drawn, sheet } from '../helpers/stick-figure.ts';

const inView = drawn(lying, { ...sheet, place: { x: 300, y: 300 } });

/** The pose with one point elsewhere or seen less well. */
function but(pose: Pose, name: KeypointName, change: Partial<Pose['keypoints']['nose']>): Pose {
  const point = { ...pose.keypoints[name], ...change };
  return { ...pose, keypoints: { ...pose.keypoints, [name]: point } };
}

describe('a picture of a person', () => {
  it('is fine with the whole body in it', () => {
    expect(framingProblem(inView, 'right')).toBeNull();
    expect(isMeasurable(inView, 'right')).toBe(true);
  });

  it.each([
    ['ankle', 'feet-out'],
    ['heel', 'feet-out'],
    ['toe', 'feet-out'],
    ['ear', 'head-out'],
    ['shoulder', 'body-out'],
    ['hip', 'body-out'],
    ['knee', 'body-out'],
  ] as const)('lacks what is beyond its edge: %s', (landmark, problem) => {
    expect(framingProblem(but(inView, `right-${landmark}`, { x: 700 }), 'right')).toBe(problem);
    expect(framingProblem(but(inView, `right-${landmark}`, { y: -20 }), 'right')).toBe(problem);
    // The far side is often hidden or guessed: it may be anywhere.
    expect(framingProblem(but(inView, `left-${landmark}`, { x: 700 }), 'right')).toBeNull();
  });

  it('lacks the head without the nose, and does not need arms', () => {
    expect(framingProblem(but(inView, 'nose', { x: -60 }), 'right')).toBe('head-out');
    for (const landmark of landmarks.filter((one) => ['elbow', 'wrist', 'index'].includes(one))) {
      expect(framingProblem(but(inView, `right-${landmark}`, { x: 900 }), 'right')).toBeNull();
    }
  });

  it('names the feet first, as they tell a person to step back', () => {
    const cut = but(but(inView, 'right-toe', { x: 700 }), 'nose', { x: -60 });
    expect(framingProblem(cut, 'right')).toBe('feet-out');
  });

  it.each(['shoulder', 'hip', 'knee', 'ankle'] as const)(
    'cannot be measured with where the %s is a guess',
    (landmark) => {
      for (const [score, measurable] of [
        [0.49, false],
        [0.5, true],
      ] as const) {
        const pose = but(inView, `right-${landmark}`, { score });
        expect(isMeasurable(pose, 'right')).toBe(measurable);
        expect(framingProblem(pose, 'right')).toBe(measurable ? null : 'unsure');
      }
      expect(isMeasurable(but(inView, `right-${landmark}`, { x: 700 }), 'right')).toBe(false);
    },
  );

  it('forgives points that jitter over its edge by less than a fiftieth', () => {
    fc.assert(
      fc.property(within(-9, 649), within(-9, 489), (x, y) => {
        const all = { x, y, score: 1 };
        expect(isInside(all, inView)).toBe(x > -12.8 && x < 652.8 && y > -9.6 && y < 489.6);
      }),
    );
    expect(isInside({ x: -13, y: 100, score: 1 }, inView)).toBe(false);
    expect(isInside({ x: 653, y: 100, score: 1 }, inView)).toBe(false);
    expect(isInside({ x: 100, y: -10, score: 1 }, inView)).toBe(false);
    expect(isInside({ x: 100, y: 490, score: 1 }, inView)).toBe(false);
  });
});

describe('the start position', () => {
  const problem = (figure: Figure, posture: Posture): string | null =>
    postureProblem(drawn(figure), posture, figure.facing === 1 ? 'right' : 'left', figure.facing);

  it.each([
    [lying, 'lying', null],
    [standing, 'lying', 'not-lying'],
    [seated, 'lying', 'not-lying'],
    [standing, 'standing', null],
    [lying, 'standing', 'not-standing'],
    [seated, 'standing', 'not-standing'],
    [seated, 'seated', null],
    [standing, 'seated', 'not-seated'],
    [lying, 'seated', 'not-seated'],
  ] as const)('is told from the others, to either side (%#)', (figure, posture, wanted) => {
    expect(problem(figure, posture)).toBe(wanted);
    expect(problem(mirrored(figure), posture)).toBe(wanted);
  });

  it('bears a trunk that is up to 40 degrees off', () => {
    for (const off of [-39, 39]) {
      expect(problem({ ...lying, trunk: -90 + off }, 'lying')).toBeNull();
      const leaning = { hip: off, knee: 0 };
      const upright = { ...standing, trunk: off, left: leaning, right: leaning };
      expect(problem(upright, 'standing')).toBeNull();
    }
    for (const off of [-41, 41]) {
      expect(problem({ ...lying, trunk: -90 + off }, 'lying')).toBe('not-lying');
      const leaning = { hip: off, knee: 0 };
      const bent = { ...standing, trunk: off, left: leaning, right: leaning };
      expect(problem(bent, 'standing')).toBe('not-standing');
    }
  });
});
