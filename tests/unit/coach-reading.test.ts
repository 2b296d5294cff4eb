import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pose } from '../../src/core/body/pose.ts';
import { distanceProblem } from '../../src/core/coach/distance.ts';
import type { Lighting } from '../../src/core/coach/lighting.ts';
import { checkOf, readSetUp, type SetUpSight } from '../../src/core/coach/set-up-reading.ts';
import { setUpProblems } from '../../src/core/coach/set-up-view.ts';
import { isSideOn, turnSeen } from '../../src/core/coach/side-on.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import { within } from '../helpers/arbitrary.ts';
import { lying, mirrored, seated, standing, type Figure } from '../helpers/figure.ts';
import { recorded } from '../helpers/replay.ts';
import { drawn, filmed, level, sheet, type Sheet } from '../helpers/stick-figure.ts';

const bend: Step = { test: 'forward-bend', side: null };
const rightLeg: Step = { test: 'slr', side: 'right' };
const reach: Step = { test: 'chair-reach', side: 'right' };

const fine: Lighting = { brightness: 0.5, glare: 0, body: 0.4, contrast: 0.3 };
const room: Sheet = { ...sheet, place: { x: 320, y: 260 }, size: 380 };

function sight(pose: Pose | null, more: Partial<SetUpSight> = {}): SetUpSight {
  const poses = pose ? [pose] : [];
  return { at: 0, poses, lighting: fine, shift: 0, hasSecond: false, gravityRoll: null, ...more };
}

const named = (pose: Pose | null, step: Step, more: Partial<SetUpSight> = {}) =>
  readSetUp(sight(pose, more), step).problems;

const all = (standing: string) => ({
  body: standing,
  'side-on': standing,
  light: standing,
  distance: standing,
  camera: standing,
});

describe('a good set-up', () => {
  it.each([
    ['standing', standing, bend],
    ['lying', lying, rightLeg],
    ['sitting', seated, reach],
  ] as const)('is seen in someone %s, to either side', (_, figure, step) => {
    expect(readSetUp(sight(drawn(figure, room)), step)).toEqual({
      at: 0,
      problems: [],
      checks: all('good'),
    });
    const other: Step = { ...step, side: step.side && 'left' };
    expect(named(drawn(mirrored(figure), room), other)).toEqual([]);
  });

  it.each(['slr_right', 'bend', 'dev_slr_03', 'dev_ake_02'])(
    'is seen at the start of a real recording: %s',
    (name) => {
      const { sightings, step } = recorded(name);
      for (const { pose } of sightings.slice(0, 10)) expect(named(pose, step)).toEqual([]);
    },
  );
});

describe('a frame with nobody', () => {
  it('says so, and leaves open what cannot be told', () => {
    expect(readSetUp(sight(null), bend)).toMatchObject({
      problems: ['nobody'],
      checks: { ...all('unknown'), body: 'bad' },
    });
  });

  it('may have a camera that moves', () => {
    expect(named(null, bend, { shift: 0.1 })).toEqual(['nobody', 'not-steady']);
  });

  it('is put down to the dark where it is dark', () => {
    const dark = { lighting: { ...fine, brightness: 0.05, body: null, contrast: null } };
    expect(readSetUp(sight(null, dark), bend)).toMatchObject({
      problems: ['too-dark'],
      checks: { body: 'unknown', light: 'bad' },
    });
  });
});

describe('a body that is not ready', () => {
  it.each([
    ['without its feet', 'feet-out', { ...room, place: { x: 320, y: 430 } }, standing, bend],
    ['without its head', 'head-out', { ...room, place: { x: 320, y: 110 } }, standing, bend],
    ['upright for a leg raise', 'not-lying', room, standing, rightLeg],
    ['flat for a bend', 'not-standing', room, lying, bend],
    ['upright before its chair', 'not-seated', room, standing, reach],
  ] as const)('%s is told, and nothing else of it', (_, problem, on, figure, step) => {
    const reading = readSetUp(sight(drawn(figure, on)), step);
    expect(reading.problems).toEqual([problem]);
    expect(reading.checks).toMatchObject({
      body: 'bad',
      'side-on': 'unknown',
      distance: 'unknown',
    });
  });

  it('and is seen badly may have too little contrast', () => {
    const pose = drawn(standing, room);
    const keypoints = { ...pose.keypoints, 'right-knee': { x: 320, y: 400, score: 0.1 } };
    const dull = { lighting: { ...fine, contrast: 0.05 } };
    expect(named({ ...pose, keypoints }, bend)).toEqual(['unsure']);
    expect(named({ ...pose, keypoints }, bend, dull)).toEqual(['unsure', 'low-contrast']);
    expect(named(pose, bend, dull)).toEqual([]);
  });

  it('with the other side near is asked to turn round', () => {
    expect(named(drawn(mirrored(lying), room), rightLeg)).toEqual(['wrong-side']);
    expect(named(drawn(mirrored(seated), room), reach)).toEqual(['wrong-side']);
    expect(named(drawn(mirrored(standing), room), bend)).toEqual([]);
  });

  it('that faces the camera has no near side yet', () => {
    const frontal = filmed(mirrored(seated), { ...level, yaw: 60 });
    expect(named(frontal, reach)).toContain('not-side-on');
    expect(named(frontal, reach)).not.toContain('wrong-side');
  });
});

describe('a second person', () => {
  it('is told beside everything else', () => {
    expect(named(drawn(standing, room), bend, { hasSecond: true })).toEqual(['two-people']);
    expect(readSetUp(sight(null, { hasSecond: true }), bend).checks.body).toBe('bad');
  });
});

describe('the camera', () => {
  const pose = drawn(standing, room);

  it('is not level by the body, or by gravity where that is known', () => {
    const tilted = drawn(standing, { ...room, tilt: 15 });
    expect(named(tilted, bend)).toEqual(['not-level']);
    expect(named(tilted, bend, { gravityRoll: degrees(1) })).toEqual([]);
    expect(named(pose, bend, { gravityRoll: degrees(-8) })).toEqual(['not-level']);
  });

  it('cannot be told of before its second small picture', () => {
    expect(readSetUp(sight(pose, { shift: null }), bend).checks.camera).toBe('unknown');
    expect(readSetUp(sight(pose, { lighting: null }), bend).checks.light).toBe('unknown');
  });
});

describe('side-on', () => {
  it('is read of a standing body as far as it is turned, whichever way', () => {
    fc.assert(
      fc.property(within(0, 60), (yaw) => {
        const [right, left] = [yaw, -yaw].map((each) => filmed(standing, { ...level, yaw: each }));
        const turn = turnSeen([right!], 'standing', 1);
        expect(turn).toBeCloseTo(yaw);
        expect(turnSeen([left!], 'standing', 1)).toBeCloseTo(yaw);
        const other = filmed(mirrored(standing), { ...level, yaw });
        expect(turnSeen([other], 'standing', -1)).toBeCloseTo(yaw);
      }),
    );
  });

  it('is the middle of the last moments, so that a single frame does not count', () => {
    const [straight, turned] = [0, 50].map((yaw) => filmed(standing, { ...level, yaw }));
    expect(turnSeen([straight!, turned!, straight!], 'standing', 1)).toBeCloseTo(0);
  });

  it('asks a lying body to turn where the fitted guess says so', () => {
    const { sightings, step } = recorded('dev_slr_03');
    const poses = sightings.slice(0, 5).flatMap(({ pose }) => (pose ? [pose] : []));
    expect(step.side).toBe('left');
    expect(turnSeen(poses, 'lying', -1)).toBeLessThan(10);
    const askew = filmed(lying, { ...level, yaw: 40, distance: 2.4 });
    expect(named(askew, rightLeg)).toEqual(['not-side-on']);
  });

  it('is judged most gently of a seated body', () => {
    expect(isSideOn(degrees(30), 'seated')).toBe(true);
    expect(isSideOn(degrees(30), 'standing')).toBe(false);
    expect(isSideOn(degrees(20), 'lying')).toBe(true);
  });
});

describe('the distance', () => {
  const at = (figure: Figure, on: Partial<Sheet>, posture: 'standing' | 'lying') =>
    distanceProblem(drawn(figure, { ...room, ...on }), posture, figure.facing);

  it('is too far where the body is small, sooner for someone lying', () => {
    expect(at(standing, { size: 150 }, 'standing')).toBe('too-far');
    expect(at(standing, { size: 180 }, 'standing')).toBeNull();
    expect(at(lying, { size: 190 }, 'lying')).toBe('too-far');
    expect(at(lying, { size: 220 }, 'lying')).toBeNull();
  });

  it('is too near where the body fills the picture', () => {
    expect(at(lying, { size: 590 }, 'lying')).toBe('too-near');
    expect(at(standing, { size: 460, place: { x: 320, y: 250 } }, 'standing')).toBe('too-near');
    expect(at(standing, { size: 420, place: { x: 320, y: 250 } }, 'standing')).toBeNull();
  });

  it('is too near where the leg has no room to be raised', () => {
    expect(at(lying, { place: { x: 320, y: 150 } }, 'lying')).toBe('too-near');
    expect(at(mirrored(lying), { place: { x: 320, y: 150 } }, 'lying')).toBe('too-near');
    expect(at(lying, { place: { x: 320, y: 250 } }, 'lying')).toBeNull();
  });

  it('is too near where the trunk has no room to bend forward', () => {
    expect(at(standing, { place: { x: 560, y: 250 } }, 'standing')).toBe('too-near');
    expect(at(mirrored(standing), { place: { x: 80, y: 250 } }, 'standing')).toBe('too-near');
    expect(at(standing, { place: { x: 80, y: 250 } }, 'standing')).toBeNull();
  });
});

describe('every problem', () => {
  it.each(setUpProblems)('belongs to a check: %s', (problem) => {
    expect(checkOf[problem]).toBeTruthy();
  });
});
