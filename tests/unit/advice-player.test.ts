import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playerWords } from '../../src/app/habit-words.ts';
import { amountAt } from '../../src/core/advice/amount.ts';
import { exerciseIds, exercises } from '../../src/core/advice/exercises.ts';
import {
  currentStep,
  isOver,
  msUntil,
  play,
  playerOf,
  type PlayerEvent,
  type Playing,
} from '../../src/core/advice/playing.ts';
import { soundsAhead } from '../../src/core/advice/player-sounds.ts';
import { lengthOf, sequenceOf, type PlayerStep } from '../../src/core/advice/sequence.ts';

const hold = { kind: 'hold', sets: 2, seconds: 30 } as const;

function told(steps: readonly PlayerStep[]): readonly string[] {
  return steps.map(({ kind, side, set, repetition, seconds }) =>
    [kind, side, set, repetition, seconds].join(' '),
  );
}

describe('the steps of an exercise', () => {
  it('of a stretch are each set with both legs, left first', () => {
    expect(told(sequenceOf({ amount: hold, sided: true, weaker: null }))).toEqual([
      'ready left 1 0 10',
      'hold left 1 0 30',
      'switch right 1 0 10',
      'hold right 1 0 30',
      'switch left 2 0 10',
      'hold left 2 0 30',
      'switch right 2 0 10',
      'hold right 2 0 30',
    ]);
  });

  it('begin with the leg that is behind and give it one set more', () => {
    const steps = sequenceOf({ amount: hold, sided: true, weaker: 'right' });
    const held = steps.filter(({ kind }) => kind === 'hold').map(({ side }) => side);
    expect(held).toEqual(['right', 'left', 'right', 'left', 'right']);
  });

  it('of what has no sides rest between the sets', () => {
    expect(told(sequenceOf({ amount: hold, sided: false, weaker: null }))).toEqual([
      'ready  1 0 10',
      'hold  1 0 30',
      'rest  2 0 15',
      'hold  2 0 30',
    ]);
  });

  it('of held repetitions let go after each', () => {
    const amount = { kind: 'repetitions', sets: 1, repetitions: 2, seconds: 3 } as const;
    expect(told(sequenceOf({ amount, sided: false, weaker: null }))).toEqual([
      'ready  1 0 10',
      'hold  1 1 3',
      'release  1 1 3',
      'hold  1 2 3',
      'release  1 2 3',
    ]);
  });

  it('of slow repetitions move once for each', () => {
    const amount = { kind: 'repetitions', sets: 1, repetitions: 2, seconds: 0 } as const;
    expect(told(sequenceOf({ amount, sided: false, weaker: null })).slice(1)).toEqual([
      'move  1 1 5',
      'move  1 2 5',
    ]);
  });

  it('of a ladder have fewer in each set, and one set more for the weaker side', () => {
    const amount = { kind: 'ladder', repetitions: [3, 1], seconds: 7 } as const;
    const steps = sequenceOf({ amount, sided: true, weaker: 'left' });
    const counts = ['left', 'right'].map(
      (side) => steps.filter((one) => one.kind === 'hold' && one.side === side).length,
    );
    expect(counts).toEqual([5, 4]);
  });

  it('of a walk are one', () => {
    const amount = { kind: 'minutes', minutes: 10 } as const;
    expect(told(sequenceOf({ amount, sided: false, weaker: null }))).toEqual([
      'ready  1 0 10',
      'move  1 0 600',
    ]);
  });

  it.each(exerciseIds)('of %s last some time, each of them, and have words', (id) => {
    const { dose, sided } = exercises[id];
    const steps = sequenceOf({ amount: amountAt(dose, 0), sided, weaker: null });
    expect(steps[0]?.kind).toBe('ready');
    for (const { seconds, kind, side } of steps) {
      expect(seconds).toBeGreaterThan(0);
      expect(side === null).toBe(!sided);
      expect(playerWords[kind]()).toMatch(/^[A-Z]/);
    }
  });
});

const steps = sequenceOf({ amount: hold, sided: true, weaker: null });
const whole = lengthOf(steps) * 1000;

function after(events: readonly PlayerEvent[]): Playing {
  return events.reduce(play, playerOf(steps));
}

function passed(ms: number): PlayerEvent {
  return { kind: 'passed', ms };
}

describe('a player', () => {
  it('counts down its step and goes on to the next', () => {
    expect(currentStep(after([passed(4000)]))).toMatchObject({ left: 6, step: { kind: 'ready' } });
    expect(currentStep(after([passed(10_000)]))).toMatchObject({
      left: 30,
      step: { kind: 'hold' },
    });
  });

  it('stands still while it is paused', () => {
    const paused = after([passed(4000), { kind: 'pause' }, passed(60_000)]);
    expect(currentStep(paused)?.left).toBe(6);
    expect(currentStep(play(play(paused, { kind: 'resume' }), passed(1000)))?.left).toBe(5);
  });

  it('skips to the start of the next step and back to the start of the one before', () => {
    expect(after([passed(4000), { kind: 'skip' }])).toMatchObject({ index: 1, spent: 0 });
    expect(after([passed(15_000), { kind: 'back' }])).toMatchObject({ index: 0, spent: 0 });
    expect(after([{ kind: 'back' }])).toMatchObject({ index: 0 });
  });

  it('is over at the end, and stays so', () => {
    const over = after([passed(whole)]);
    expect(isOver(over)).toBe(true);
    expect(currentStep(over)).toBeNull();
    expect(isOver(play(play(over, { kind: 'skip' }), passed(5)))).toBe(true);
    expect(isOver(after([passed(whole - 1)]))).toBe(false);
  });

  it('knows how long it is to a step that is ahead', () => {
    expect(msUntil(after([passed(4000)]), 2)).toBe(36_000);
    expect(msUntil(after([passed(4000)]), steps.length)).toBe(whole - 4000);
    expect(msUntil(after([passed(45_000)]), 1)).toBe(0);
  });

  it('plans its sounds to a step that waits for the person, and no farther', () => {
    const at = after([passed(4000)]);
    expect(soundsAhead(at, 1)).toEqual([{ sound: 'marked', after: 6000 }]);
    expect(soundsAhead(at, 0)).toEqual([]);
    expect(soundsAhead(at).at(-1)).toEqual({ sound: 'set-up', after: whole - 4000 });
  });

  it('is where it is whether the time came in pieces or at once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 })), (pieces) => {
        const sum = pieces.reduce((total, ms) => total + ms, 0);
        expect(after(pieces.map(passed))).toEqual(after([passed(sum)]));
      }),
    );
  });

  it('never leaves its steps, whatever is pressed', () => {
    const anyEvent: fc.Arbitrary<PlayerEvent> = fc.oneof(
      fc.integer({ min: 0, max: 50_000 }).map(passed),
      fc.constantFrom<PlayerEvent>(
        { kind: 'skip' },
        { kind: 'back' },
        { kind: 'pause' },
        { kind: 'resume' },
      ),
    );
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const playing = after(events);
        const now = currentStep(playing);
        expect(playing.index).toBeLessThanOrEqual(steps.length);
        if (now !== null) {
          expect(now.left).toBeGreaterThan(0);
          expect(now.left).toBeLessThanOrEqual(now.step.seconds);
        }
      }),
    );
  });
});
