import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceWords } from '../../src/app/habit-words.ts';
import { amountAt, halved, type Amount } from '../../src/core/advice/amount.ts';
import {
  bridging,
  hinging,
  staticHold,
  staticHoldOlder,
  trunkHolds,
  walking,
  type Dose,
} from '../../src/core/advice/doses.ts';
import { exerciseIds, exercises } from '../../src/core/advice/exercises.ts';
import {
  amountNow,
  daysNow,
  levelOf,
  paceBases,
  paceOf,
  paces,
  retestAt,
} from '../../src/core/advice/pace.ts';
import { isFact } from '../../src/core/evidence/grade.ts';
import type { Compared, Exercised } from '../../src/core/safety/pain.ts';
import { day, start } from '../helpers/safety.ts';

/** A time on a day after the start, with how it was after and on the next morning. */
function on(
  dayNumber: number,
  [after, nextMorning]: readonly [Compared, Compared] = ['same', 'same'],
): Exercised {
  return { at: start + dayNumber * day, after, nextMorning };
}

const worseMorning = ['same', 'worse'] as const;
const hurt = ['worse', 'same'] as const;
const everyOtherDay = Array.from({ length: 8 }, (_, index) => on(index * 2));

/** What there is of an amount in all: seconds held, repetitions, minutes. */
function sizeOf(amount: Amount): number {
  switch (amount.kind) {
    case 'hold':
      return amount.sets * amount.seconds;
    case 'repetitions':
      return amount.sets * amount.repetitions;
    case 'ladder':
      return amount.repetitions.reduce((sum, count) => sum + count, 0);
    case 'minutes':
      return amount.minutes;
  }
}

const doses = [...new Set(exerciseIds.map((id) => exercises[id].dose)), staticHoldOlder];

describe('how the programme goes on', () => {
  it.each([
    ['begins', [], null, 'keep'],
    ['goes well for some days', [on(0), on(2)], null, 'keep'],
    ['goes well for two weeks', everyOtherDay, null, 'add'],
    ['goes well after that', [...everyOtherDay, on(15)], null, 'keep'],
    ['was followed by a worse morning', [on(0), on(2, worseMorning)], null, 'ease'],
    ['had a worse morning before', [on(0, worseMorning), on(2)], null, 'keep'],
    ['hurt twice', [on(0, hurt), on(2, hurt)], null, 'keep'],
    ['hurt three times', [on(0, hurt), on(2, hurt), on(4, hurt)], null, 'pause'],
    ['is held back', everyOtherDay, start, 'held'],
    ['is held back after a worse morning', [on(0, worseMorning)], start, 'ease'],
  ] as const)('when it %s', (_when, times, heldSince, pace) => {
    expect(paceOf(times, heldSince)).toBe(pace);
  });

  it.each(paces)('is told as a sentence (%s), and claims no source it does not have', (pace) => {
    expect(paceWords[pace]()).toMatch(/^[A-Z].*\.$/);
    expect(paceBases[pace].sources.length > 0).toBe(isFact(paceBases[pace].grade));
  });
});

describe('what has been added', () => {
  it('is one for each two weeks without more pain', () => {
    const month = Array.from({ length: 15 }, (_, index) => on(index * 2));
    expect(levelOf(month, null)).toBe(2);
  });

  it('begins its two weeks again when a time hurt', () => {
    expect(levelOf([on(0), on(12, hurt), on(14)], null)).toBe(0);
    expect(levelOf([on(0), on(12, hurt), on(26)], null)).toBe(1);
  });

  it('is halved by a worse morning', () => {
    const times = [0, 14, 28].map((number) => on(number));
    expect(levelOf(times, null)).toBe(2);
    expect(levelOf([...times, on(30, worseMorning)], null)).toBe(1);
  });

  it('does not grow while something felt holds it back', () => {
    const times = [0, 14, 28].map((number) => on(number));
    expect(levelOf(times, start + 20 * day)).toBe(1);
    expect(levelOf(times, start)).toBe(0);
  });
});

describe('how much is to be done now', () => {
  it('is the least of the dose at first, one set more after two weeks', () => {
    expect(amountNow(staticHold, [], null)).toEqual({ kind: 'hold', sets: 2, seconds: 30 });
    expect(amountNow(staticHold, everyOtherDay, null)).toMatchObject({ sets: 3 });
  });

  it('is half after a worse morning, and nothing while it pauses', () => {
    expect(amountNow(staticHold, [on(0, worseMorning)], null)).toMatchObject({ sets: 1 });
    expect(amountNow(staticHold, [on(0, hurt), on(1, hurt), on(2, hurt)], null)).toBeNull();
  });

  it('grows by repetitions before sets, and a ladder by each of its sets', () => {
    expect(amountAt(bridging, 3)).toMatchObject({ repetitions: 15, sets: 2 });
    expect(amountAt(bridging, 4)).toMatchObject({ repetitions: 15, sets: 3 });
    expect(amountAt(hinging, 1)).toMatchObject({ repetitions: 7, seconds: 0 });
    expect(amountAt(trunkHolds, 9)).toMatchObject({ repetitions: [8, 6, 4], seconds: 7 });
    expect(amountAt(walking, 2)).toEqual({ kind: 'minutes', minutes: 20 });
  });

  it('is never more than the most, nor more than four minutes of holding', () => {
    fc.assert(
      fc.property(fc.constantFrom(...doses), fc.nat(60), (dose, level) => {
        const amount = amountAt(dose, level);
        expect(sizeOf(amount)).toBeLessThanOrEqual(mostOf(dose));
        if (amount.kind === 'hold') expect(sizeOf(amount)).toBeLessThanOrEqual(240);
        expect(sizeOf(amountAt(dose, level + 1))).toBeGreaterThanOrEqual(sizeOf(amount));
      }),
    );
  });

  it('halves to at most half, and never to nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...doses), fc.nat(20), (dose, level) => {
        const amount = amountAt(dose, level);
        const half = halved(amount);
        expect(sizeOf(half)).toBeGreaterThan(0);
        // A set that has one repetition keeps it.
        const kept = amount.kind === 'ladder' ? amount.repetitions.length : 0;
        expect(sizeOf(half)).toBeLessThanOrEqual(sizeOf(amount) / 2 + kept);
      }),
    );
    expect(halved({ kind: 'hold', sets: 1, seconds: 30 })).toMatchObject({ sets: 1, seconds: 15 });
    expect(halved({ kind: 'repetitions', sets: 2, repetitions: 12, seconds: 3 })).toMatchObject({
      repetitions: 6,
    });
    expect(halved({ kind: 'ladder', repetitions: [5, 3, 1], seconds: 7 })).toMatchObject({
      repetitions: [2, 1, 1],
    });
    expect(halved({ kind: 'minutes', minutes: 15 })).toMatchObject({ minutes: 7 });
  });
});

/** The most of a dose, as `sizeOf` counts it. */
function mostOf(dose: Dose): number {
  switch (dose.kind) {
    case 'hold':
      return dose.sets[1] * dose.seconds[1];
    case 'repetitions':
      return dose.sets[1] * dose.repetitions[1];
    case 'ladder':
      return dose.repetitions.reduce((sum, count) => sum + count + dose.growth, 0);
    case 'minutes':
      return dose.minutes[1];
  }
}

describe('how often', () => {
  it('is five days a week for six weeks, then three', () => {
    expect(daysNow(staticHold, start, start + 41 * day)).toBe(5);
    expect(daysNow(staticHold, start, start + 42 * day)).toBe(3);
  });

  it('stays where nothing is known of later, or where there is no end', () => {
    expect(daysNow(hinging, start, start + 300 * day)).toBe(2);
    expect(daysNow(walking, start, start + 300 * day)).toBe(5);
  });

  it('a check is due two weeks after the last', () => {
    expect(retestAt(start)).toBe(start + 14 * day);
  });
});
