import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needs, type Circumstances } from '../../src/core/advice/circumstances.ts';
import { exerciseIds, exercises, type ExerciseId } from '../../src/core/advice/exercises.ts';
import { findingsOf, latestOf } from '../../src/core/advice/findings.ts';
import {
  noWishes,
  programmeOf,
  secondsOf,
  type Chosen,
  type Wishes,
} from '../../src/core/advice/programme.ts';
import { recommend } from '../../src/core/advice/recommend.ts';
import { conditions } from '../../src/core/safety/conditions.ts';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';

const findings = findingsOf(latestOf([sessionOn(0, [raise('left', 80), raise('right', 60)])]), {
  sex: null,
  age: null,
});
const nothingAgainst: Circumstances = {
  conditions: new Set(),
  lacking: new Set(),
  isLocked: false,
};

function programme(
  wishes: Partial<Wishes> = {},
  circumstances = nothingAgainst,
): readonly Chosen[] {
  return programmeOf(findings, circumstances, { ...noWishes, ...wishes });
}

function idsOf(chosen: readonly Chosen[]): readonly ExerciseId[] {
  return chosen.map(({ exercise }) => exercise);
}

describe('the programme of a day', () => {
  it('is one hamstring stretch and all that goes with it, when there is time', () => {
    expect(idsOf(programme())).toEqual([
      'strap-supine',
      'bridge',
      'bird-dog',
      'side-bridge',
      'curl-up',
      'hip-hinge',
      'sit-to-stand',
      'hip-flexor',
      'figure-four',
      'calf',
      'walking',
    ]);
  });

  it('is empty before anything was measured', () => {
    expect(programmeOf([], nothingAgainst, noWishes)).toEqual([]);
  });

  it('of a few minutes has the stretch, what strength fits, and walking', () => {
    const ids = idsOf(programme({ minutes: 7 }));
    expect(ids[0]).toBe('strap-supine');
    expect(ids).toContain('bridge');
    expect(ids.at(-1)).toBe('walking');
    expect(ids.length).toBeLessThan(6);
  });

  it('of one minute still has its stretch', () => {
    expect(idsOf(programme({ minutes: 1 }))).toEqual(['strap-supine', 'walking']);
  });

  it('takes the longer holds of older adults into account', () => {
    const [first] = programme();
    if (!first) throw new Error('no programme');
    expect(secondsOf(first, 70)).toBeGreaterThanOrEqual(secondsOf(first, 30));
  });

  it('leaves out what is refused and names the next instead', () => {
    const ids = idsOf(programme({ refused: new Set(['strap-supine', 'bridge', 'walking']) }));
    expect(ids[0]).toBe('knee-straightening');
    expect(ids).not.toContain('bridge');
    expect(ids).not.toContain('walking');
  });

  it('swaps one exercise for another of its kind, by own choice, and keeps the weaker side', () => {
    const [first] = programme({ swapped: new Map([['strap-supine', 'doorway']]) });
    expect(first).toMatchObject({ exercise: 'doorway', reason: 'own-choice', side: 'right' });
    const [whole] = programme({ swapped: new Map([['strap-supine', 'toe-touch']]) });
    expect(whole).toMatchObject({ exercise: 'toe-touch', side: null });
  });

  it('does not swap for what works on something else or may not be offered', () => {
    expect(idsOf(programme({ swapped: new Map([['strap-supine', 'walking']]) }))[0]).toBe(
      'strap-supine',
    );
    const noChair: Circumstances = { ...nothingAgainst, lacking: new Set(['chair']) };
    expect(
      idsOf(programme({ swapped: new Map([['strap-supine', 'seated-chair']]) }, noChair))[0],
    ).toBe('strap-supine');
  });

  it('has an exercise once, also where a swap asks for one that is there', () => {
    const ids = idsOf(programme({ swapped: new Map([['bridge', 'bird-dog']]) }));
    expect(ids.filter((id) => id === 'bird-dog')).toHaveLength(1);
    expect(ids).not.toContain('bridge');
  });

  it('names for each what may take its place', () => {
    const [first] = programme();
    expect(first?.swaps).toEqual([
      'knee-straightening',
      'doorway',
      'seated-chair',
      'standing-step',
      'toe-touch',
    ]);
    expect(programme().find(({ exercise }) => exercise === 'walking')?.swaps).toEqual([]);
  });
});

const anyCircumstances = fc
  .record({ having: fc.subarray([...conditions]), lacking: fc.subarray([...needs]) })
  .map(({ having, lacking }): Circumstances => ({
    conditions: new Set(having),
    lacking: new Set(lacking),
    isLocked: false,
  }));
const anyExercise = fc.constantFrom(...exerciseIds);
const anyWishes: fc.Arbitrary<Wishes> = fc.record({
  refused: fc.subarray([...exerciseIds]).map((ids) => new Set(ids)),
  swapped: fc.array(fc.tuple(anyExercise, anyExercise)).map((pairs) => new Map(pairs)),
  minutes: fc.option(fc.integer({ min: 1, max: 60 })),
  age: fc.option(fc.integer({ min: 18, max: 95 })),
});

describe('no programme', () => {
  it('has what the plan would not offer, what is refused, or anything twice', () => {
    fc.assert(
      fc.property(anyCircumstances, anyWishes, (circumstances, wishes) => {
        const offered = recommend(findings, circumstances).map(({ exercise }) => exercise);
        const ids = idsOf(programmeOf(findings, circumstances, wishes));
        expect(ids.filter((id) => !offered.includes(id) || wishes.refused.has(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('takes longer than the time there is, but for its first exercise', () => {
    fc.assert(
      fc.property(anyCircumstances, anyWishes, (circumstances, wishes) => {
        const chosen = programmeOf(findings, circumstances, wishes);
        const timed = chosen.filter(({ exercise }) => exercises[exercise].aim !== 'movement');
        const seconds = timed.reduce((sum, one) => sum + secondsOf(one, wishes.age), 0);
        if (timed.length > 1) expect(seconds).toBeLessThanOrEqual((wishes.minutes ?? 999) * 60);
      }),
    );
  });

  it('offers a swap that is not of the same kind', () => {
    fc.assert(
      fc.property(anyCircumstances, anyWishes, (circumstances, wishes) => {
        for (const { exercise, swaps } of programmeOf(findings, circumstances, wishes)) {
          expect(swaps.every((id) => exercises[id].aim === exercises[exercise].aim)).toBe(true);
        }
      }),
    );
  });
});
