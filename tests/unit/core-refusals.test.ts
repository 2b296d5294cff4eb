import { describe, expect, it } from 'vitest';
import { curves } from '../../src/core/measure/calibration-table.ts';
import { measureTrial } from '../../src/core/measure/trial.ts';
import type { Trial } from '../../src/core/session/trial.ts';
import {
  kneeLimitLying,
  kneeLimitSeated,
  kneeLimitStanding,
  otherLegLimit,
  pelvisLimit,
  thighDriftLimit,
} from '../../src/core/protocol/validity.ts';
import {
  acted,
  chairReach,
  forwardBend,
  kneeStraightening,
  legRaise,
  type Act,
} from '../helpers/acted-trial.ts';
import { replayed } from '../helpers/replay.ts';
import type { Figure } from '../helpers/figure.ts';
import { filmed, level } from '../helpers/stick-figure.ts';
import { uncorrected } from '../helpers/uncorrected.ts';

/** What the app makes of it live, which has to be what the whole recording gives. */
async function done(act: Act): Promise<Trial | undefined> {
  const recording = acted(act);
  const live = await replayed(recording);
  const whole = measureTrial(recording.sightings, recording.step);
  expect(outcome(whole)).toBe(live && outcome(live));
  return live;
}

function outcome(trial: Trial): string {
  return trial.kind === 'measured' ? trial.kind : trial.reason;
}

function holding(act: Act, hold: Partial<Figure>): Act {
  return { ...act, hold: { ...act.hold, ...hold } };
}

/** Degrees by which the trials miss or pass a limit: more than the jitter of a median. */
const margin = 1;

describe('a person who does the test as asked', () => {
  it.each([legRaise, forwardBend, kneeStraightening, chairReach])(
    'gets a number: $step.test',
    async (act) => {
      expect((await done(act))?.kind).toBe('measured');
    },
  );
});

describe('a bent knee', () => {
  const raise = (knee: number): Act => holding(legRaise, { right: { hip: 75, knee } });
  const bend = (knee: number): Act => {
    const legs = { hip: 95, knee };
    return holding(forwardBend, { left: legs, right: legs });
  };
  const reach = (knee: number): Act => holding(chairReach, { right: { hip: 115, knee } });

  it.each([
    ['leg raise', raise, uncorrected(curves['knee-lying'], kneeLimitLying)],
    ['forward bend', bend, uncorrected(curves['knee-standing'], kneeLimitStanding)],
    ['chair reach', reach, uncorrected(curves['knee-lying'], kneeLimitSeated)],
  ] as const)('is refused in a %s past the limit, and not below it', async (_, act, limit) => {
    expect(await done(act(limit + margin))).toMatchObject({ kind: 'refused', reason: 'knee-bent' });
    expect((await done(act(limit - margin)))?.kind).toBe('measured');
  });

  it('is told with its degrees', async () => {
    expect(await done(raise(40))).toMatchObject({
      reason: 'knee-bent',
      amount: expect.closeTo(40, -1) as number,
    });
  });
});

describe('a leg raise', () => {
  it('is refused with the other leg past its limit, and not below it', async () => {
    const lifting = (hip: number): Act => holding(legRaise, { left: { hip, knee: 0 } });
    expect(await done(lifting(otherLegLimit + margin))).toEqual({
      kind: 'refused',
      reason: 'other-leg-lifted',
      amount: otherLegLimit + margin,
    });
    expect((await done(lifting(otherLegLimit - margin)))?.kind).toBe('measured');
  });

  it('is refused with the hips too far off the floor, and not below that', async () => {
    const thighLength = 0.245 * legRaise.rest.stature;
    const lifting = (thighs: number): Act => ({
      ...legRaise,
      seen: (figure, { share }) =>
        filmed(figure, { ...level, height: -share * thighs * thighLength }),
    });
    expect(await done(lifting(pelvisLimit + 0.02))).toMatchObject({ reason: 'pelvis-lifted' });
    expect((await done(lifting(pelvisLimit - 0.02)))?.kind).toBe('measured');
  });
});

describe('a knee straightening', () => {
  it.each([1, -1])(
    'is refused with the thigh too far off the vertical, to side %i',
    async (way) => {
      const drifting = (by: number): Act =>
        holding(kneeStraightening, { right: { hip: 90 + way * by, knee: 25 } });
      expect(await done(drifting(thighDriftLimit + margin))).toEqual({
        kind: 'refused',
        reason: 'thigh-drift',
        amount: thighDriftLimit + margin,
      });
      expect((await done(drifting(thighDriftLimit - margin)))?.kind).toBe('measured');
    },
  );
});

describe('a hold', () => {
  it('is refused where the leg goes down again at once', async () => {
    const brisk = { ...legRaise, moveMs: 1000, returnMs: 800 };
    expect(await done({ ...brisk, holdMs: 200 })).toMatchObject({ reason: 'not-held' });
    expect((await done({ ...brisk, holdMs: 2400 }))?.kind).toBe('measured');
  });

  it('is refused where the leg creeps on, and not where it hardly does', async () => {
    const creeping = (speed: number): Act => ({ ...legRaise, sway: (at) => (speed * at) / 1000 });
    const refused = acted(creeping(5.5));
    expect(measureTrial(refused.sightings, refused.step)).toMatchObject({ reason: 'unstable' });
    expect((await done(creeping(2)))?.kind).toBe('measured');
  });

  it('is refused where the leg bounces, and not where it trembles', async () => {
    const bouncing = (depth: number): Act => ({
      ...legRaise,
      sway: (at) => (depth / 2) * Math.sin((2 * Math.PI * at) / 700),
    });
    expect(await done(bouncing(7))).toMatchObject({ reason: 'bounced' });
    expect((await done(bouncing(2.5)))?.kind).toBe('measured');
  });
});

describe('a trial without a movement', () => {
  it('is refused for that, and one with a small movement is not', async () => {
    const still = acted(holding(legRaise, { right: { hip: 0, knee: 0 } }));
    expect(await replayed(still)).toMatchObject({ reason: 'no-movement' });
    const small = acted(holding(legRaise, { right: { hip: 14, knee: 0 } }));
    expect(measureTrial(small.sightings, small.step)).toMatchObject({ reason: 'no-movement' });
    expect((await done(holding(legRaise, { right: { hip: 17, knee: 0 } })))?.kind).toBe('measured');
  });

  it('or a quiet start is refused for the start', () => {
    const tossing: Act = {
      ...legRaise,
      restMs: 0,
      seen: (figure, { at, share }) => {
        const toss = (1 - share) * 12 * Math.sin(at / 100);
        return filmed({ ...figure, right: { hip: figure.right.hip + toss, knee: 0 } }, level);
      },
    };
    const { sightings, step } = acted(tossing);
    expect(measureTrial(sightings.slice(0, 60), step)).toMatchObject({ reason: 'no-start' });
  });
});
