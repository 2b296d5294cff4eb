import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  figureLengths,
  headRadius,
  limbRadius,
  pointsOf,
  type FigurePoints,
  type Posture,
} from '../../src/core/advice/figure.ts';
import { postureBetween } from '../../src/core/advice/figure-motion.ts';
import { figures } from '../../src/core/advice/figures.ts';
import { exerciseIds, type ExerciseId } from '../../src/core/advice/exercises.ts';
import { between, length, type Vector } from '../../src/core/geometry/vector.ts';

/** How far a joint that carries the body may seem to move, in the drawing's units; chosen: a tenth of a limb's thickness would show. */
const stays = 3;

function distance(a: Vector, b: Vector): number {
  return length(between(a, b));
}

const upright: Posture = {
  at: { x: 0, y: 0 },
  trunk: 0,
  neck: 0,
  near: { hip: 0, knee: 0, ankle: 0 },
  far: { hip: 0, knee: 0, ankle: 0 },
  arm: { shoulder: 0, elbow: 0 },
  farArm: null,
};

describe('a figure', () => {
  it('stands upright at zero in every joint, facing right', () => {
    const { shoulder, head, near, arm } = pointsOf(upright);
    expect(shoulder.x).toBeCloseTo(0);
    expect(head.y).toBeCloseTo(figureLengths.trunk + figureLengths.neck);
    expect(near.ankle.y).toBeCloseTo(-figureLengths.thigh - figureLengths.shank);
    expect(near.toe.x).toBeCloseTo(figureLengths.foot);
    expect(arm.hand.y).toBeCloseTo(-4);
  });

  it('lifts its thigh to the front and its heel to the back', () => {
    const { near, far } = pointsOf({
      ...upright,
      near: { hip: 90, knee: 0, ankle: 0 },
      far: { hip: 0, knee: 90, ankle: 0 },
    });
    expect(near.knee.x).toBeCloseTo(figureLengths.thigh);
    expect(far.ankle.x).toBeCloseTo(-figureLengths.shank);
  });

  it('lies on its back with its face up at a trunk of -90', () => {
    const { shoulder, near } = pointsOf({
      ...upright,
      trunk: -90,
      near: { hip: 90, knee: 0, ankle: 0 },
    });
    expect(shoulder.x).toBeCloseTo(-figureLengths.trunk);
    expect(near.ankle.y).toBeCloseTo(figureLengths.thigh + figureLengths.shank);
  });
});

const farFoot = ({ far }: FigurePoints): Vector => far.ankle;
const nearFoot = ({ near }: FigurePoints): Vector => near.ankle;

/** What carries the body, where it is not the far foot alone. */
const carriers: Partial<Record<ExerciseId, readonly ((points: FigurePoints) => Vector)[]>> = {
  bridge: [farFoot, nearFoot, ({ shoulder }) => shoulder],
  'bird-dog': [farFoot, ({ arm }) => arm.hand],
  'side-bridge': [farFoot, ({ arm }) => arm.elbow],
  'curl-up': [farFoot, nearFoot, ({ hip }) => hip],
  'sit-to-stand': [farFoot, nearFoot],
  'hip-flexor': [farFoot, nearFoot, ({ near }) => near.knee],
  'figure-four': [({ hip }) => hip, ({ shoulder }) => shoulder],
  calf: [farFoot, nearFoot, ({ arm }) => arm.hand],
};

describe.each(exerciseIds)('the figure of %s', (id: ExerciseId) => {
  const { start, end } = figures[id];
  const postures = start ? [start, end] : [end];

  it('keeps all of the body above the floor', () => {
    for (const posture of postures) {
      const { hip, shoulder, head, near, far, arm } = pointsOf(posture);
      const legs = [near.knee, near.ankle, far.knee, far.ankle];
      for (const joint of [hip, shoulder, ...legs, arm.elbow, arm.hand]) {
        expect(joint.y).toBeGreaterThanOrEqual(limbRadius - 1);
      }
      expect(head.y).toBeGreaterThanOrEqual(headRadius - 1);
    }
  });

  it('touches the floor', () => {
    const points = postures.map(pointsOf);
    for (const { hip, far, near } of points) {
      expect(Math.min(hip.y, far.ankle.y, near.ankle.y)).toBeLessThan(limbRadius + 8);
    }
  });

  it('does not slide on what carries it', () => {
    if (start === null) return;
    const [before, after] = [pointsOf(start), pointsOf(end)];
    for (const carrier of carriers[id] ?? [farFoot]) {
      expect(distance(carrier(before), carrier(after))).toBeLessThan(stays);
    }
  });
});

describe('the frame around figures', () => {
  it('holds head, limbs and things, with the margin', () => {
    const points = pointsOf({ ...upright, farArm: { shoulder: 90, elbow: 0 } });
    const box = boundsOf([points], [{ x: -300, y: 10 }], 5);
    expect(box.left).toBe(-305);
    expect(box.right).toBeCloseTo(figureLengths.upperArm + figureLengths.forearm + 5);
    expect(box.top).toBeCloseTo(figureLengths.trunk + figureLengths.neck + headRadius + 5);
    expect(box.bottom).toBeCloseTo(-figureLengths.thigh - figureLengths.shank - 5);
  });

  it('reaches to the floor even where nothing touches it', () => {
    const points = pointsOf({ ...upright, at: { x: 0, y: 900 } });
    expect(boundsOf([points], [], 0).bottom).toBe(0);
  });
});

describe('a movement', () => {
  const moving = exerciseIds.flatMap((id) => {
    const { start, end } = figures[id];
    return start === null ? [] : [[id, start, end] as const];
  });

  it.each(moving)('of %s begins at its start and ends at its end', (_id, start, end) => {
    expectAlike(postureBetween(start, end, 0), start);
    expectAlike(postureBetween(start, end, 1), end);
  });

  it.each(moving)('of %s goes through no floor and jumps nowhere', (_id, start, end) => {
    const shares = Array.from({ length: 21 }, (_, i) => i / 20);
    const all = shares.map((share) => pointsOf(postureBetween(start, end, share)));
    const lowest = Math.min(...[start, end].map((one) => lowestOf(pointsOf(one))));
    for (const [i, points] of all.entries()) {
      expect(lowestOf(points)).toBeGreaterThan(lowest - sinks);
      const before = all[i - 1];
      if (before) expect(distance(before.shoulder, points.shoulder)).toBeLessThan(60);
    }
  });

  it('lets an arm come out from behind the other', () => {
    const half = postureBetween(upright, { ...upright, farArm: { shoulder: 90, elbow: 0 } }, 0.5);
    expect(half.farArm).toEqual({ shoulder: 45, elbow: 0 });
  });
});

/** How far a joint may seem to sink on the way, in the drawing's units; chosen: less than a limb is thick. */
const sinks = 16;

function lowestOf({ hip, shoulder, near, far, arm }: FigurePoints): number {
  const points = [hip, shoulder, near.knee, near.ankle, far.knee, far.ankle, arm.elbow, arm.hand];
  return Math.min(...points.map(({ y }) => y));
}

function expectAlike(posture: Posture, wanted: Posture): void {
  const [found, goal] = [pointsOf(posture), pointsOf(wanted)];
  expect(distance(found.hip, goal.hip)).toBeLessThan(1e-6);
  expect(distance(found.head, goal.head)).toBeLessThan(1e-6);
  expect(distance(found.near.toe, goal.near.toe)).toBeLessThan(1e-6);
}
