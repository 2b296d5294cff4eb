import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needs, type Need } from '../../src/core/advice/circumstances.ts';
import { exercises, type ExerciseId } from '../../src/core/advice/exercises.ts';
import { findingsOf, latestOf } from '../../src/core/advice/findings.ts';
import { programmeOf, secondsOf, type DayTime } from '../../src/core/advice/programme.ts';
import { recommend, type Recommendation } from '../../src/core/advice/recommend.ts';
import { conditions, type Condition } from '../../src/core/safety/conditions.ts';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';

const findings = findingsOf(latestOf([sessionOn(0, [raise('left', 80), raise('right', 60)])]), {
  sex: null,
  age: null,
});

function plan(having: readonly Condition[] = [], lacking: readonly Need[] = []) {
  return recommend(findings, {
    conditions: new Set(having),
    lacking: new Set(lacking),
    isLocked: false,
  });
}

function programme(time: Partial<DayTime> = {}): readonly Recommendation[] {
  return programmeOf(plan(), { minutes: null, age: null, ...time });
}

function idsOf(chosen: readonly Recommendation[]): readonly ExerciseId[] {
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

  it('is empty where there is no plan', () => {
    expect(programmeOf([], { minutes: 20, age: null })).toEqual([]);
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
});

const anyPlan = fc
  .tuple(fc.subarray([...conditions]), fc.subarray([...needs]))
  .map(([having, lacking]) => plan(having, lacking));
const anyTime: fc.Arbitrary<DayTime> = fc.record({
  minutes: fc.option(fc.integer({ min: 1, max: 60 })),
  age: fc.option(fc.integer({ min: 18, max: 95 })),
});

describe('no programme', () => {
  it('has what is not in the plan, anything twice, or a second hamstring stretch', () => {
    fc.assert(
      fc.property(anyPlan, anyTime, (given, time) => {
        const ids = idsOf(programmeOf(given, time));
        expect(ids.filter((id) => !idsOf(given).includes(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => exercises[id].aim === 'hamstring').length).toBeLessThan(2);
      }),
    );
  });

  it('takes longer than the time there is, but for its first exercise', () => {
    fc.assert(
      fc.property(anyPlan, anyTime, (given, time) => {
        const timed = programmeOf(given, time).filter(
          ({ exercise }) => exercises[exercise].aim !== 'movement',
        );
        const seconds = timed.reduce((sum, one) => sum + secondsOf(one, time.age), 0);
        if (timed.length > 1) expect(seconds).toBeLessThanOrEqual((time.minutes ?? 999) * 60);
      }),
    );
  });
});
