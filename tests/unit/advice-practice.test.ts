import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { muscleWords, stepSpoken } from '../../src/app/player-words.ts';
import { breakStretch } from '../../src/core/advice/break-stretch.ts';
import { breakEvery, breakTimes, isQuiet } from '../../src/core/advice/breaks.ts';
import { nothingAsked } from '../../src/core/advice/circumstances.ts';
import { exerciseIds, exercises } from '../../src/core/advice/exercises.ts';
import { muscleOf, muscles, muscleTimes } from '../../src/core/advice/muscles.ts';
import { soundsAhead } from '../../src/core/advice/player-sounds.ts';
import { play, playerOf } from '../../src/core/advice/playing.ts';
import {
  exercisedOf,
  inWholeSeconds,
  secondsIn,
  summed,
  workBetween,
  type Aftermath,
  type Worked,
} from '../../src/core/advice/practice.ts';
import { isSuitable } from '../../src/core/advice/recommend.ts';
import { routineOf } from '../../src/core/advice/routine.ts';
import { lengthOf } from '../../src/core/advice/sequence.ts';
import { conditions, type Condition } from '../../src/core/safety/conditions.ts';

const hold = { kind: 'hold', sets: 1, seconds: 30 } as const;
const steps = routineOf([
  { exercise: 'calf', amount: hold, side: 'right' },
  // A side that is behind means nothing for what has no sides.
  { exercise: 'toe-touch', amount: hold, side: 'left' },
]);
const whole = lengthOf(steps) * 1000;

function passed(ms: number) {
  return { kind: 'passed', ms } as const;
}

describe('several exercises one after the other', () => {
  it('are each done from getting ready to the last of it', () => {
    expect(steps.map(({ exercise, kind, side }) => [exercise, kind, side])).toEqual([
      ['calf', 'ready', 'right'],
      ['calf', 'hold', 'right'],
      ['calf', 'switch', 'left'],
      ['calf', 'hold', 'left'],
      ['calf', 'switch', 'right'],
      ['calf', 'hold', 'right'],
      ['toe-touch', 'ready', null],
      ['toe-touch', 'hold', null],
    ]);
  });

  it('are told by name with the side when they begin', () => {
    expect(stepSpoken(steps[0]!)).toMatch(/^Calf .*Right side\. /);
    expect(stepSpoken(steps[1]!)).toBe('Hold. 30 seconds.');
    expect(stepSpoken(steps[2]!)).toBe('Change sides. Left side.');
  });

  it('are heard by the sounds of each step, and one for the end', () => {
    const ahead = soundsAhead(playerOf(steps));
    expect(ahead.map(({ sound }) => sound)).toEqual([
      'marked',
      'captured',
      'marked',
      'captured',
      'marked',
      'captured',
      'marked',
      'set-up',
    ]);
    expect(ahead.at(-1)?.after).toBe(whole);
  });

  it('are not heard while they wait, and sooner the more time has gone by', () => {
    const waiting = play(playerOf(steps), { kind: 'pause' });
    expect(soundsAhead(waiting)).toEqual([]);
    const later = play(playerOf(steps), passed(4000));
    expect(soundsAhead(later)[0]).toEqual({ sound: 'marked', after: 6000 });
  });
});

describe('what was worked', () => {
  it('is what was held, whether the time came in pieces or at once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000 })), (pieces) => {
        let player = playerOf(steps);
        const inPieces: Worked[] = [];
        for (const ms of pieces) {
          const after = play(player, passed(ms));
          inPieces.push(...workBetween(player, after));
          player = after;
        }
        const sum = pieces.reduce((total, ms) => total + ms, 0);
        const atOnce = workBetween(playerOf(steps), play(playerOf(steps), passed(sum)));
        expect(inWholeSeconds(summed(inPieces))).toEqual(inWholeSeconds(summed(atOnce)));
      }),
    );
  });

  it('is all holds at the end, by exercise and side', () => {
    const all = workBetween(playerOf(steps), play(playerOf(steps), passed(whole)));
    expect(summed(all)).toEqual([
      { exercise: 'calf', side: 'right', seconds: 60 },
      { exercise: 'calf', side: 'left', seconds: 30 },
      { exercise: 'toe-touch', side: null, seconds: 30 },
    ]);
    expect(secondsIn({ worked: all })).toBe(120);
  });

  it('is nothing of a hold that only begins', () => {
    const ready = play(playerOf(steps), passed(steps[0]!.seconds * 1000));
    expect(workBetween(playerOf(steps), ready)).toEqual([]);
  });

  it('is nothing where less than half a second was held', () => {
    expect(inWholeSeconds([{ exercise: 'calf', side: 'left', seconds: 0.4 }])).toEqual([]);
  });

  it('counts for the muscle and the side; both sides at once count for both', () => {
    const worked: Worked[] = [
      { exercise: 'strap-supine', side: 'left', seconds: 60 },
      { exercise: 'toe-touch', side: null, seconds: 30 },
      { exercise: 'bridge', side: null, seconds: 20 },
    ];
    expect(muscleTimes([{ id: 'a', at: 0, worked }])).toEqual([
      { muscle: 'hamstrings', left: 90, right: 30 },
      { muscle: 'buttocks', left: 20, right: 20 },
    ]);
  });

  it.each(exerciseIds)('of %s counts for a muscle that has a name', (id) => {
    expect(muscles).toContain(muscleOf[id]);
    expect(muscleWords[muscleOf[id]]()).not.toBe('');
  });
});

describe('what was told of it', () => {
  const told = (of: Partial<Aftermath>): Aftermath => ({
    id: 'x',
    practiceId: 'a',
    at: 5,
    asked: 'after',
    pain: null,
    compared: 'same',
    ...of,
  });

  it('is read by when it was asked, the last answer for the first', () => {
    const times = exercisedOf(
      [
        { id: 'b', at: 9, worked: [] },
        { id: 'a', at: 3, worked: [] },
      ],
      [
        told({ at: 8, compared: 'worse' }),
        told({ at: 5 }),
        told({ at: 12, asked: 'next-morning' }),
        told({ practiceId: 'gone', compared: 'worse' }),
      ],
    );
    expect(times).toEqual([
      { at: 3, after: 'worse', nextMorning: 'same' },
      { at: 9, after: null, nextMorning: null },
    ]);
  });
});

describe('the stretch of a break', () => {
  it('takes two minutes on the feet', () => {
    const portions = breakStretch(nothingAsked);
    expect(portions.map(({ exercise }) => exercises[exercise].position)).toEqual([
      'standing',
      'standing',
    ]);
    expect(lengthOf(routineOf(portions))).toBe(120);
  });

  it('has a chair where standing is unsteady, and nothing after an injury', () => {
    const on = (condition: Condition) =>
      breakStretch({ ...nothingAsked, conditions: new Set([condition]) }).map(
        (one) => one.exercise,
      );
    expect(on('unsteady')).toEqual(['calf', 'sit-to-stand']);
    expect(on('recent-injury')).toEqual([]);
  });

  it('is nothing while the tests are locked', () => {
    expect(breakStretch({ ...nothingAsked, isLocked: true })).toEqual([]);
  });

  it('never has what a condition speaks against', () => {
    fc.assert(
      fc.property(fc.subarray([...conditions]), (own) => {
        const circumstances = { ...nothingAsked, conditions: new Set(own) };
        for (const { exercise } of breakStretch(circumstances)) {
          expect(isSuitable(exercises[exercise], circumstances)).toBe(true);
        }
      }),
    );
  });
});

describe('breaks in a calendar', () => {
  it('come every so many minutes outside the quiet hours', () => {
    expect(breakTimes(60, { from: 18 * 60, until: 15 * 60 })).toEqual([16 * 60, 17 * 60]);
    expect(breakTimes(60, { from: 0, until: 0 })).toHaveLength(23);
    expect(breakTimes(45, { from: 30, until: 23 * 60 })).toEqual([23 * 60 + 45]);
  });

  it('are never in quiet hours, nor more often than is useful', () => {
    const minute = fc.nat({ max: 1439 });
    fc.assert(
      fc.property(fc.nat({ max: 100 }), minute, minute, (every, from, until) => {
        const quiet = { from, until };
        const times = breakTimes(every, quiet);
        for (const at of times) expect(isQuiet(at, quiet)).toBe(false);
        expect(times.length).toBeLessThan((24 * 60) / breakEvery.least);
      }),
    );
  });
});
