import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../src/core/protocol/sample.ts';
import { chairReach, kneeStraightening } from '../helpers/acted-trial.ts';
import { filmed, level, type Figure } from '../helpers/stick-figure.ts';

type Leg = Figure['right'];

function straightening(right: Leg) {
  const pose = filmed({ ...kneeStraightening.rest, right }, level);
  return sampleOf({ capturedAt: 0, pose }, kneeStraightening.step);
}

function reaching(knee: number) {
  const pose = filmed({ ...chairReach.hold, right: { hip: 115, knee } }, level);
  return sampleOf({ capturedAt: 0, pose }, chairReach.step);
}

describe('before a knee straightening', () => {
  it('a leg that lies flat is asked up', () => {
    expect(straightening({ hip: 0, knee: 0 }).start).toBe('leg-not-up');
  });

  it('a leg that is up and straight is asked to bend its knee', () => {
    expect(straightening({ hip: 90, knee: 20 }).start).toBe('knee-not-bent');
  });

  it('a bent knee over an upright thigh will do', () => {
    expect(straightening({ hip: 90, knee: 85 }).start).toBeNull();
  });
});

describe('while it is done', () => {
  it('a thigh that stays upright is left in peace', () => {
    expect(straightening({ hip: 80, knee: 30 }).fault).toBeNull();
  });

  it.each([60, 120])('a thigh that leaves the vertical is told of: hip at %d', (hip) => {
    expect(straightening({ hip, knee: 30 }).fault).toBe('thigh-drift');
  });

  it('a knee that is still bent is no fault', () => {
    expect(straightening({ hip: 90, knee: 60 }).fault).toBeNull();
  });
});

describe('a chair reach', () => {
  it('does not nag about a knee that the arm makes look bent', () => {
    expect(reaching(30).fault).toBeNull();
  });

  it('tells of a knee that is bent in earnest', () => {
    expect(reaching(60).fault).toBe('knee-bent');
  });
});
