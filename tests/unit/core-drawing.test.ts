import { describe, expect, it } from 'vitest';
import { swapped } from '../../src/core/body/facing.ts';
import { landmarks } from '../../src/core/body/pose.ts';
import { degrees, turn } from '../../src/core/geometry/angle.ts';
import { between, length } from '../../src/core/geometry/vector.ts';
import { arcOf, skeletonOf } from '../../src/core/measure/arc.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import { sampleOf } from '../../src/core/protocol/sample.ts';
import { lying, mirrored, seated, standing, type Figure } from '../helpers/figure.ts';
import { drawn } from '../helpers/stick-figure.ts';

/** The angle that the drawn arc opens by, degrees without a sign. */
function opening(figure: Figure, step: Step, rest = 0): number {
  const arc = arcOf(drawn(figure), step, degrees(rest));
  if (!arc) throw new Error('no arc');
  return Math.abs(turn(between(arc.centre, arc.from), between(arc.centre, arc.to)));
}

const slr: Step = { test: 'slr', side: 'right' };

describe('the drawn arc', () => {
  it('opens by the raise, from the rest of the trial', () => {
    const raised = { ...lying, right: { hip: 65, knee: 0 } };
    expect(opening(raised, slr)).toBeCloseTo(65, 6);
    expect(opening(raised, slr, -5)).toBeCloseTo(70, 6);
    expect(opening(mirrored(raised), { ...slr, side: 'left' }, 5)).toBeCloseTo(60, 6);
  });

  it('starts on the leg that lies, as long as the leg', () => {
    const arc = arcOf(drawn(lying), slr, degrees(0));
    const [from, to] = [arc?.from, arc?.to];
    if (!arc || !from || !to) throw new Error('no arc');
    expect(length(between(from, to))).toBeCloseTo(0, 6);
  });

  it('opens by what is left of the knee flexion in a knee straightening', () => {
    const figure = { ...lying, right: { hip: 90, knee: 35 } };
    expect(opening(figure, { test: 'ake', side: 'right' })).toBeCloseTo(35, 6);
  });

  it('opens by the bend of the hips, standing and seated', () => {
    const legs = { hip: 80, knee: 0 };
    const bent = { ...standing, trunk: 80, left: legs, right: legs };
    expect(opening(bent, { test: 'forward-bend', side: null })).toBeCloseTo(80, 6);
    const reach = { ...seated, trunk: 30, right: { hip: 95, knee: 0 } };
    expect(opening(reach, { test: 'chair-reach', side: 'right' })).toBeCloseTo(95, 6);
  });

  it('reads the whole leg on a chair, as the number does, where the arm hides the knee', () => {
    const step: Step = { test: 'chair-reach', side: 'right' };
    const reach = { ...seated, trunk: 30, right: { hip: 95, knee: 20 } };
    const { angle } = sampleOf({ capturedAt: 0, pose: drawn(reach) }, step);
    expect(opening(reach, step)).toBeCloseTo(angle ?? NaN, 6);
  });

  it('is not there before the start position is known', () => {
    expect(arcOf(drawn(lying), slr, null)).toBeNull();
  });
});

describe('the drawn bones', () => {
  it('lead from ear to toe of the measured side, each joined to the next', () => {
    const pose = drawn({ ...lying, right: { hip: 65, knee: 0 } });
    const bones = skeletonOf(pose, slr);
    expect(bones).toHaveLength(5);
    expect(bones[0]?.[0]).toBe(pose.keypoints['right-ear']);
    expect(bones.at(-1)?.[1]).toBe(pose.keypoints['right-toe']);
    bones.slice(1).forEach(([start], i) => expect(start).toBe(bones[i]?.[1]));
  });

  it('lie on the near side where the test has none of its own, also if the model swapped sides', () => {
    const pose = drawn(standing);
    const bend: Step = { test: 'forward-bend', side: null };
    expect(skeletonOf(swapped(pose, landmarks), bend)).toEqual(skeletonOf(pose, bend));
    expect(skeletonOf(pose, bend)[0]?.[0]).toBe(pose.keypoints['right-ear']);
  });
});
