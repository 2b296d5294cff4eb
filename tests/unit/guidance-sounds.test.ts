import { describe, expect, it } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import { movedShare, soundBetween } from '../../src/core/guidance/sounds.ts';
import type { Situation } from '../../src/core/guidance/situation.ts';
import { startPhase } from '../../src/core/protocol/machine.ts';
import type { TestId } from '../../src/core/protocol/protocol.ts';
import { recorded } from '../helpers/replay.ts';
import { situationsOf } from '../helpers/situations.ts';

const step = { test: 'slr', side: 'right' } as const;
const view = {
  checks: { body: 'good', 'side-on': 'good', light: 'good', distance: 'good', camera: 'good' },
  problem: null,
  progress: 1,
} as const;
const settingUp: Situation = { at: 'setting-up', step, view };
const trial = {
  at: 'trial',
  step,
  isPractice: false,
  phase: startPhase,
  notice: null,
  mark: null,
} as const;

/** The situation of a person whose test's number has gone from one angle to another. */
function movedFrom(rest: number, angle: number, test: TestId): Situation {
  const reached = degrees(angle);
  const where = { angle: reached, peak: reached, anchor: reached, last: reached };
  const phase = {
    phase: 'moving',
    rest: degrees(rest),
    ...where,
    fault: null,
    lastSeen: 0,
  } as const;
  const moving = { ...phase, since: 0, doubt: null, heldEnough: false };
  return { ...trial, step: { ...step, test }, phase: moving };
}

describe('a sound', () => {
  it('tells that the set-up is done, and that what was told is noted', () => {
    const mark = { sensation: 'stretch', trial: 0, angle: null } as const;
    expect(soundBetween(settingUp, trial)).toBe('set-up');
    expect(soundBetween(trial, { ...trial, mark })).toBe('marked');
    expect(soundBetween({ ...trial, mark }, { ...trial, mark })).toBeNull();
    expect(soundBetween(settingUp, { at: 'paused', step, reason: 'person' })).toBeNull();
  });
});

describe('the tone', () => {
  it.each([
    ['slr', 12, 60, 0.5],
    ['forward-bend', 10, 70, 0.5],
    ['ake', 90, 30, 0.5],
    ['chair-reach', 80, 60, 0],
    ['slr', 0, 150, 1],
  ] as const)('grows towards the end of range: %s from %d to %d', (test, rest, angle, share) => {
    expect(movedShare(movedFrom(rest, angle, test), angle)).toBe(share);
  });

  it('is silent for whoever does not move, or is not seen', () => {
    expect(movedShare(trial, 40)).toBeNull();
    expect(movedShare(settingUp, 40)).toBeNull();
    expect(movedShare(movedFrom(0, 40, 'slr'), null)).toBeNull();
  });

  it('rises with a recorded leg, and is silent before and after', async () => {
    const told = await situationsOf(recorded('slr_right'));
    const shares = told.map(({ now }) => {
      const angle = now.at === 'trial' && 'angle' in now.phase ? now.phase.angle : null;
      return movedShare(now, angle);
    });
    expect([shares[0], shares.at(-1)]).toEqual([null, null]);
    // The clip's truth is 82.6 degrees of the 120 that are the whole range.
    expect(Math.max(...shares.map((share) => share ?? 0))).toBeCloseTo(82.6 / 120, 1);
  });
});
