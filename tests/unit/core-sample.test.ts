import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pose } from '../../src/core/body/pose.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import { sampleOf } from '../../src/core/protocol/sample.ts';
import {
  kneeCue,
  kneeCueSeated,
  kneeLimitLying,
  kneeLimitSeated,
  kneeLimitStanding,
  otherLegLimit,
  pelvisLimit,
  thighCue,
  thighDriftLimit,
  turnCue,
  turnLimit,
  unsureShare,
} from '../../src/core/protocol/validity.ts';
import { anyLying, anySheet } from '../helpers/arbitrary.ts';
import { lying, mirrored, seated, standing, type Figure } from '../helpers/figure.ts';
import { drawn, filmed, level } from '../helpers/stick-figure.ts';

const slr: Step = { test: 'slr', side: 'right' };
const bend: Step = { test: 'forward-bend', side: null };
const ake: Step = { test: 'ake', side: 'right' };
const reach: Step = { test: 'chair-reach', side: 'right' };

const readyForAke: Figure = { ...lying, right: { hip: 90, knee: 90 } };

function read(figure: Figure, step: Step) {
  return sampleOf({ capturedAt: 40, pose: drawn(figure) }, step);
}

function onLegs(figure: Figure, leg: Figure['left']): Figure {
  return { ...figure, left: leg, right: leg };
}

/** Angles that are at no limit, where rounding would decide. */
function offTheGrid(figure: Figure): Figure {
  const off = ({ hip, knee }: Figure['left']) => ({ hip: hip + 0.03, knee: knee + 0.03 });
  return {
    ...figure,
    trunk: figure.trunk + 0.03,
    left: off(figure.left),
    right: off(figure.right),
  };
}

describe('what a frame says', () => {
  it('is that there is nobody where there is nobody', () => {
    expect(sampleOf({ capturedAt: 40, pose: null }, slr)).toEqual({
      at: 40,
      problem: 'nobody',
      start: null,
      angle: null,
      fault: null,
    });
  });

  it.each([
    [lying, slr, 0],
    [standing, bend, 0],
    [readyForAke, ake, 90],
    [seated, reach, 65],
  ] as const)('is that the person is ready in the start position (%#)', (figure, step, angle) => {
    const sample = read(figure, step);
    expect(sample).toMatchObject({ at: 40, problem: null, start: null, fault: null });
    expect(sample.angle).toBeCloseTo(angle, 6);
    const other = step.side ? { ...step, side: 'left' as const } : step;
    expect(read(mirrored(figure), other)).toMatchObject({ problem: null, start: null });
  });

  it.each([
    ['the leg is up', { ...lying, right: { hip: 26, knee: 0 } }, slr, 'leg-not-down'],
    ['the thigh is not upright', { ...lying, right: { hip: 58, knee: 90 } }, ake, 'leg-not-up'],
    ['the knee is not bent', { ...lying, right: { hip: 90, knee: 48 } }, ake, 'knee-not-bent'],
    ['the knees are bent', onLegs(standing, { hip: 20, knee: 45 }), bend, 'knee-not-straight'],
    ['the person stands', standing, slr, 'not-lying'],
    ['the person sits', seated, bend, 'not-standing'],
    ['the person stands', standing, reach, 'not-seated'],
  ] as const)('is what is wrong with the start where %s', (_, figure, step, start) => {
    expect(read(figure, step)).toMatchObject({ start });
  });

  it('is that the leg is the far one', () => {
    expect(read(lying, { test: 'slr', side: 'left' })).toMatchObject({ problem: 'wrong-side' });
  });

  it('is no angle where the leg is not seen, and why', () => {
    const pose = drawn(lying);
    const knee = { ...pose.keypoints['right-knee'], score: 0.2 };
    const blind: Pose = { ...pose, keypoints: { ...pose.keypoints, 'right-knee': knee } };
    expect(sampleOf({ capturedAt: 0, pose: blind }, slr)).toMatchObject({
      problem: 'unsure',
      angle: null,
      fault: null,
    });
  });

  it('is the same wherever the person lies in the picture', () => {
    fc.assert(
      fc.property(anyLying.map(offTheGrid), anySheet, (figure, on) => {
        const wide = { ...on, frame: { width: 20000, height: 20000 } };
        const moved = { ...wide, place: { x: on.place.x + 8000, y: on.place.y + 8000 } };
        const side = figure.facing === 1 ? ('right' as const) : ('left' as const);
        const here = sampleOf({ capturedAt: 0, pose: drawn(figure, moved) }, { test: 'slr', side });
        const twice = { ...moved, size: 2 * on.size };
        const there = sampleOf(
          { capturedAt: 0, pose: drawn(figure, twice) },
          { test: 'slr', side },
        );
        expect(there.angle).toBeCloseTo(here.angle ?? NaN, 6);
        expect({ ...there, angle: null }).toEqual({ ...here, angle: null });
      }),
    );
  });
});

describe('a cheat seen now', () => {
  it.each([
    ['knee-bent', kneeCue, (knee: number) => ({ ...lying, right: { hip: 40, knee } }), slr],
    ['knee-bent', kneeCue, (knee: number) => onLegs(standing, { hip: 20, knee }), bend],
    [
      'knee-bent',
      kneeCueSeated,
      (knee: number) => ({ ...seated, right: { hip: 70, knee } }),
      reach,
    ],
    [
      'thigh-drift',
      thighCue,
      (by: number) => ({ ...lying, right: { hip: 90 + by, knee: 60 } }),
      ake,
    ],
    [
      'thigh-drift',
      thighCue,
      (by: number) => ({ ...lying, right: { hip: 90 - by, knee: 60 } }),
      ake,
    ],
    ['other-leg-lifted', 25, (hip: number) => ({ ...lying, left: { hip, knee: 0 } }), slr],
  ] as const)(
    'is named past its cue and not below: %s past %i (%#)',
    (fault, cue, figure, step) => {
      expect(read(figure(cue + 0.5), step).fault).toBe(fault);
      expect(read(figure(cue - 0.5), step).fault).toBeNull();
    },
  );

  it('is a picture that is not side-on, past its cue and not below', () => {
    const from = (yaw: number) =>
      sampleOf({ capturedAt: 0, pose: filmed(lying, { ...level, yaw }) }, slr).problem;
    expect(from(turnCue - 2)).toBeNull();
    expect(from(turnCue + 2)).toBe('not-side-on');
  });
});

describe('the limits of a valid trial', () => {
  it('are those that are documented', () => {
    expect({
      kneeLimitLying,
      kneeLimitStanding,
      kneeLimitSeated,
      otherLegLimit,
      pelvisLimit,
      thighDriftLimit,
      turnLimit,
      unsureShare,
    }).toEqual({
      kneeLimitLying: 15,
      kneeLimitStanding: 15,
      kneeLimitSeated: 35,
      otherLegLimit: 12,
      pelvisLimit: 0.35,
      thighDriftLimit: 15,
      turnLimit: 50,
      unsureShare: 0.2,
    });
  });

  it('come before the cues, so that the cues do not nag', () => {
    expect(kneeCue).toBeGreaterThan(Math.max(kneeLimitLying, kneeLimitStanding));
    expect(kneeCueSeated).toBeGreaterThan(kneeLimitSeated);
    expect(thighCue).toBeGreaterThan(thighDriftLimit);
    expect(turnCue).toBeGreaterThan(turnLimit);
  });
});
