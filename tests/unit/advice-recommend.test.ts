import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conditions,
  needs,
  nothingAsked,
  type Circumstances,
  type Condition,
  type Need,
} from '../../src/core/advice/conditions.ts';
import { findingsOf, latestOf } from '../../src/core/advice/findings.ts';
import { sourcesOf } from '../../src/core/advice/plan-sources.ts';
import {
  grounds,
  isSuitable,
  reasonIds,
  recommend,
  type ReasonId,
  type Recommendation,
} from '../../src/core/advice/recommend.ts';
import { exercises, exerciseIds, type ExerciseId } from '../../src/core/advice/exercises.ts';
import { isFact } from '../../src/core/evidence/grade.ts';
import type { Group } from '../../src/core/norms/norm.ts';
import type { Result } from '../../src/core/session/session.ts';
import { bend, raise, reach, straightening } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';

const unknown: Group = { sex: null, age: null };
const man: Group = { sex: 'male', age: 40 };
const woman: Group = { sex: 'female', age: 40 };

function planFor(
  results: readonly Result[],
  group: Group = unknown,
  circumstances: Circumstances = nothingAsked,
): readonly Recommendation[] {
  return recommend(findingsOf(latestOf([sessionOn(0, results)]), group), circumstances);
}

function asked(having: readonly Condition[], lacking: readonly Need[] = []): Circumstances {
  return { conditions: new Set(having), lacking: new Set(lacking) };
}

function idsIn(plan: readonly Recommendation[], place: Recommendation['place']): ExerciseId[] {
  return plan.filter((one) => one.place === place).map(({ exercise }) => exercise);
}

describe('the reason for the main stretches', () => {
  interface Persona {
    readonly who: string;
    readonly results: readonly Result[];
    readonly group?: Group;
    readonly reason: ReasonId;
    readonly side: 'left' | 'right' | null;
  }
  const both = (left: number, right: number): Result[] => [
    raise('left', left),
    raise('right', right),
  ];
  const personas: readonly Persona[] = [
    {
      who: 'has said nothing and has alike legs',
      results: both(70, 72),
      reason: 'anyone-gains',
      side: null,
    },
    {
      who: 'has one leg measured',
      results: [raise('left', 40)],
      reason: 'anyone-gains',
      side: null,
    },
    {
      who: 'has a right leg far behind',
      results: both(80, 64),
      reason: 'sides-differ',
      side: 'right',
    },
    {
      who: 'has a left leg far behind',
      results: both(64, 80),
      reason: 'sides-differ',
      side: 'left',
    },
    {
      who: 'has legs 11 apart, as many have',
      results: both(75, 64),
      reason: 'anyone-gains',
      side: null,
    },
    {
      who: 'is a man with both legs low',
      results: both(55, 54),
      group: man,
      reason: 'below-typical',
      side: null,
    },
    {
      who: 'is a man with one low leg',
      results: both(65, 57),
      group: man,
      reason: 'below-typical',
      side: 'right',
    },
    {
      who: 'is a man at the low end',
      results: both(64, 63),
      group: man,
      reason: 'low-end',
      side: null,
    },
    {
      who: 'is a man in the middle',
      results: both(78, 79),
      group: man,
      reason: 'anyone-gains',
      side: null,
    },
    {
      who: 'is a woman where a man is typical',
      results: both(70, 69),
      group: woman,
      reason: 'below-typical',
      side: null,
    },
    {
      who: 'is very mobile',
      results: both(110, 112),
      group: woman,
      reason: 'anyone-gains',
      side: null,
    },
    {
      who: 'is low, and lower on one side',
      results: both(60, 40),
      group: man,
      reason: 'sides-differ',
      side: 'right',
    },
    { who: 'has only bent forward', results: [bend(60)], reason: 'bend-only', side: null },
    {
      who: 'has bent and raised',
      results: [bend(60), ...both(70, 70)],
      reason: 'anyone-gains',
      side: null,
    },
    {
      who: 'has only straightened a knee',
      results: [straightening('left', 30)],
      reason: 'anyone-gains',
      side: null,
    },
    {
      who: 'has only reached on a chair',
      results: [reach('left', 70), reach('right', 95)],
      reason: 'reach-only',
      side: null,
    },
    {
      who: 'has reached on a chair and bent',
      results: [reach('left', 70), bend(60)],
      reason: 'bend-only',
      side: null,
    },
  ];

  it.each(personas)('for a person who $who is $reason, more on: $side', (persona) => {
    const main = planFor(persona.results, persona.group).filter(({ place }) => place === 'main');
    expect(main).toHaveLength(2);
    for (const one of main)
      expect(one).toMatchObject({ reason: persona.reason, side: persona.side });
  });
});

describe('the plan', () => {
  const measured = [raise('left', 70), raise('right', 72)];

  it('is empty before anything was measured: a check comes first', () => {
    expect(planFor([])).toEqual([]);
  });

  it('of a person who was asked nothing holds what is safe to offer unasked', () => {
    const plan = planFor(measured);
    expect(idsIn(plan, 'main')).toEqual(['strap-supine', 'knee-straightening']);
    expect(idsIn(plan, 'instead')).toEqual(['doorway', 'seated-chair', 'standing-step']);
    expect(idsIn(plan, 'beside')).toEqual(['hip-hinge', 'bridge', 'walking']);
  });

  it('of a person who was only measured on a chair keeps off the floor', () => {
    const plan = planFor([reach('right', 100)]);
    expect(plan.filter(({ exercise }) => exercises[exercise].needs.includes('floor'))).toEqual([]);
    expect(idsIn(plan, 'main')).toEqual(['seated-chair', 'standing-step']);
  });

  it('of a person who was also measured lying does not', () => {
    const plan = planFor([reach('right', 100), straightening('right', 20)]);
    expect(idsIn(plan, 'main')).toEqual(['strap-supine', 'knee-straightening']);
  });

  it('offers the toe touch only to a person who was asked and has nothing against it', () => {
    expect(idsIn(planFor(measured, unknown, asked([])), 'instead')).toContain('toe-touch');
  });

  it.each<[string, Circumstances, ExerciseId[], ExerciseId[]]>([
    [
      'has thin bones',
      asked(['osteoporosis']),
      ['strap-supine', 'knee-straightening'],
      ['hip-hinge', 'bridge', 'walking'],
    ],
    [
      'hurts on bending',
      asked(['pain-on-bending']),
      ['strap-supine', 'knee-straightening'],
      ['bridge', 'walking'],
    ],
    [
      'may not lie on the back',
      asked(['supine']),
      ['seated-chair', 'standing-step'],
      ['hip-hinge', 'walking'],
    ],
    [
      'cannot get to the floor',
      asked([], ['floor']),
      ['seated-chair', 'standing-step'],
      ['hip-hinge', 'walking'],
    ],
    [
      'has no strap',
      asked([], ['strap']),
      ['knee-straightening', 'doorway'],
      ['hip-hinge', 'bridge', 'walking'],
    ],
    ['was injured lately', asked(['recent-injury']), [], ['walking']],
    [
      'has no chair, step or floor',
      asked([], ['chair', 'step', 'floor']),
      ['toe-touch'],
      ['hip-hinge', 'walking'],
    ],
  ])('of a person who %s', (_who, circumstances, main, beside) => {
    const plan = planFor(measured, unknown, circumstances);
    expect(idsIn(plan, 'main')).toEqual(main);
    expect(idsIn(plan, 'beside')).toEqual(beside);
  });

  it('gives one more to a side only where an exercise has sides', () => {
    const circumstances = asked([], ['chair', 'step', 'floor']);
    const plan = planFor([raise('left', 80), raise('right', 60)], unknown, circumstances);
    expect(plan[0]).toMatchObject({ exercise: 'toe-touch', reason: 'sides-differ', side: null });
  });
});

describe('no plan', () => {
  const anyConditions = fc.option(fc.subarray([...conditions]), { nil: null });
  const anyLack = fc.subarray([...needs]);
  const anyResults = fc.tuple(fc.integer({ min: 10, max: 120 }), fc.integer({ min: 10, max: 120 }));
  const anyGroup = fc.constantFrom(unknown, man, woman);

  it('offers an exercise against a condition, without what it needs, or twice', () => {
    fc.assert(
      fc.property(
        anyConditions,
        anyLack,
        anyResults,
        anyGroup,
        (having, lacking, [left, right], group) => {
          const circumstances: Circumstances = {
            conditions: having && new Set(having),
            lacking: new Set(lacking),
          };
          const plan = planFor([raise('left', left), raise('right', right)], group, circumstances);
          for (const { exercise } of plan) {
            const { cautions, needs: needed } = exercises[exercise];
            expect(cautions.filter(({ condition }) => having?.includes(condition))).toEqual([]);
            expect(needed.filter((need) => lacking.includes(need))).toEqual([]);
          }
          expect(new Set(plan.map(({ exercise }) => exercise)).size).toBe(plan.length);
        },
      ),
    );
  });

  it('grows when more speaks against things', () => {
    fc.assert(
      fc.property(
        fc.subarray([...conditions]),
        fc.subarray([...conditions]),
        anyLack,
        (some, more, lacking) => {
          const offered = (having: readonly Condition[]): ExerciseId[] =>
            exerciseIds.filter((id) => isSuitable(exercises[id], asked(having, lacking)));
          expect(offered(some)).toEqual(expect.arrayContaining(offered([...some, ...more])));
        },
      ),
    );
  });

  it('gives a weaker reason for a lower leg', () => {
    const strength: readonly ReasonId[] = ['anyone-gains', 'low-end', 'below-typical'];
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 120 }),
        fc.integer({ min: 0, max: 60 }),
        (value, less) => {
          const of = (angle: number): number =>
            strength.indexOf(planFor([raise('left', angle)], man)[0]?.reason ?? 'bend-only');
          expect(of(value - less)).toBeGreaterThanOrEqual(of(value));
        },
      ),
    );
  });
});

describe('the sources of a plan', () => {
  it('are named once each, those already named first, with those of its cautions', () => {
    const plan = planFor([raise('left', 70), raise('right', 72)]);
    const named = sourcesOf(plan, ['medeiros-2016']);
    expect(named[0]).toBe('medeiros-2016');
    expect(new Set(named).size).toBe(named.length);
    expect(named).toEqual(
      expect.arrayContaining(['ayala-2013', 'reid-kim-2014', 'senior-fitness-test', 'owen-2020']),
    );
  });
});

describe('a reason', () => {
  it('has a source that was seen, or claims nothing', () => {
    for (const id of reasonIds) {
      const { grade, sources } = grounds[id];
      expect([id, sources.length > 0]).toEqual([id, isFact(grade)]);
    }
  });
});
