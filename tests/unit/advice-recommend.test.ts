import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  circumstancesOf,
  needs,
  nothingAsked,
  type Circumstances,
  type Need,
} from '../../src/core/advice/circumstances.ts';
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
import { conditions, type Condition } from '../../src/core/safety/conditions.ts';
import type { Group } from '../../src/core/norms/norm.ts';
import type { Result } from '../../src/core/session/session.ts';
import { nothingTold, stateOf } from '../../src/core/safety/record.ts';
import { bend, raise, reach, straightening } from '../helpers/results.ts';
import { answeredOn, start } from '../helpers/safety.ts';
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
  return { conditions: new Set(having), lacking: new Set(lacking), isLocked: false };
}

const measuredLegs = [raise('left', 70), raise('right', 72)];

/** Every set that can be made of the things, the empty one first. */
function subsetsOf<Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] {
  return things.reduce<readonly (readonly Thing[])[]>(
    (sets, thing) => [...sets, ...sets.map((set) => [...set, thing])],
    [[]],
  );
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
  const measured = measuredLegs;

  it('is empty before anything was measured: a check comes first', () => {
    expect(planFor([])).toEqual([]);
  });

  it('is empty while an answer has locked the tests', () => {
    expect(planFor(measured, unknown, { ...asked([]), isLocked: true })).toEqual([]);
  });

  it('of a person who was asked nothing holds what is safe to offer unasked', () => {
    const plan = planFor(measured);
    expect(idsIn(plan, 'main')).toEqual(['strap-supine', 'knee-straightening']);
    expect(idsIn(plan, 'instead')).toEqual(['doorway', 'seated-chair', 'standing-step']);
    expect(idsIn(plan, 'strength')).toEqual([
      'bridge',
      'bird-dog',
      'side-bridge',
      'hip-hinge',
      'sit-to-stand',
    ]);
    expect(idsIn(plan, 'flexibility')).toEqual(['hip-flexor', 'figure-four', 'calf']);
    expect(idsIn(plan, 'movement')).toEqual(['walking']);
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

  interface Limited {
    readonly who: string;
    readonly circumstances: Circumstances;
    readonly main: readonly ExerciseId[];
    readonly strength: readonly ExerciseId[];
    readonly flexibility: readonly ExerciseId[];
  }
  const lying: readonly ExerciseId[] = ['strap-supine', 'knee-straightening'];
  const trunk: readonly ExerciseId[] = ['bird-dog', 'side-bridge', 'curl-up'];
  const hips: readonly ExerciseId[] = ['hip-flexor', 'figure-four', 'calf'];
  const limited: readonly Limited[] = [
    {
      who: 'was asked and has nothing',
      circumstances: asked([]),
      main: lying,
      strength: ['bridge', ...trunk, 'hip-hinge', 'sit-to-stand'],
      flexibility: hips,
    },
    {
      who: 'has thin bones',
      circumstances: asked(['osteoporosis']),
      main: lying,
      strength: ['bridge', 'bird-dog', 'side-bridge', 'hip-hinge', 'sit-to-stand'],
      flexibility: hips,
    },
    {
      who: 'hurts on bending',
      circumstances: asked(['pain-on-bending']),
      main: lying,
      strength: ['bridge', 'bird-dog', 'side-bridge', 'sit-to-stand'],
      flexibility: hips,
    },
    {
      who: 'should keep the head up',
      circumstances: asked(['head-down']),
      main: lying,
      strength: ['bridge', ...trunk, 'hip-hinge', 'sit-to-stand'],
      flexibility: hips,
    },
    {
      who: 'may not lie on the back',
      circumstances: asked(['supine']),
      main: ['seated-chair', 'standing-step'],
      strength: ['bird-dog', 'side-bridge', 'hip-hinge', 'sit-to-stand'],
      flexibility: ['hip-flexor', 'calf'],
    },
    {
      who: 'was injured lately',
      circumstances: asked(['recent-injury']),
      main: [],
      strength: [],
      flexibility: [],
    },
    {
      who: 'must not bend a hip far',
      circumstances: asked(['hip-limits']),
      main: [],
      strength: ['bridge', 'side-bridge', 'curl-up'],
      flexibility: ['calf'],
    },
    {
      who: 'is unsteady',
      circumstances: asked(['unsteady']),
      main: lying,
      strength: ['bridge', ...trunk, 'sit-to-stand'],
      flexibility: ['figure-four', 'calf'],
    },
    {
      who: 'has loose joints',
      circumstances: asked(['hypermobility']),
      main: [],
      strength: ['bridge', ...trunk, 'hip-hinge', 'sit-to-stand'],
      flexibility: [],
    },
    {
      who: 'feels it tingle',
      circumstances: asked(['nerve-signs']),
      main: lying,
      strength: ['bridge', ...trunk, 'hip-hinge', 'sit-to-stand'],
      flexibility: ['hip-flexor', 'figure-four'],
    },
    {
      who: 'cannot get to the floor',
      circumstances: asked([], ['floor']),
      main: ['seated-chair', 'standing-step'],
      strength: ['hip-hinge', 'sit-to-stand'],
      flexibility: ['calf'],
    },
    {
      who: 'has no strap',
      circumstances: asked([], ['strap']),
      main: ['knee-straightening', 'doorway'],
      strength: ['bridge', ...trunk, 'hip-hinge', 'sit-to-stand'],
      flexibility: hips,
    },
    {
      who: 'has no chair, step or floor',
      circumstances: asked([], ['chair', 'step', 'floor']),
      main: ['toe-touch'],
      strength: ['hip-hinge'],
      flexibility: ['calf'],
    },
    {
      who: 'has thin bones and cannot get to the floor',
      circumstances: asked(['osteoporosis'], ['floor']),
      main: ['standing-step'],
      strength: ['hip-hinge', 'sit-to-stand'],
      flexibility: ['calf'],
    },
    {
      who: 'is pregnant: not on the back, the head up',
      circumstances: asked(['supine', 'head-down']),
      main: ['seated-chair', 'standing-step'],
      strength: ['bird-dog', 'side-bridge', 'hip-hinge', 'sit-to-stand'],
      flexibility: ['hip-flexor', 'calf'],
    },
  ];

  it.each(limited)('of a person who $who', (person) => {
    const plan = planFor(measured, unknown, person.circumstances);
    expect(idsIn(plan, 'main')).toEqual(person.main);
    expect(idsIn(plan, 'strength')).toEqual(person.strength);
    expect(idsIn(plan, 'flexibility')).toEqual(person.flexibility);
    expect(idsIn(plan, 'movement')).toEqual(['walking']);
  });

  it('of those people shows every condition at work', () => {
    const shown = new Set(limited.flatMap((one) => [...(one.circumstances.conditions ?? [])]));
    expect(shown).toEqual(new Set(conditions));
  });

  it('gives one more to a side only where an exercise has sides', () => {
    const circumstances = asked([], ['chair', 'step', 'floor']);
    const plan = planFor([raise('left', 80), raise('right', 60)], unknown, circumstances);
    expect(plan[0]).toMatchObject({ exercise: 'toe-touch', reason: 'sides-differ', side: null });
  });
});

describe('no plan', () => {
  const anyLack = fc.subarray([...needs]);
  const anyResults = fc.tuple(fc.integer({ min: 10, max: 120 }), fc.integer({ min: 10, max: 120 }));
  const anyGroup = fc.constantFrom(unknown, man, woman);

  it('of any set of conditions and lacks offers an exercise against one of them', () => {
    // All of them, not a sample: 2^9 sets of conditions times 2^5 of lacks.
    const wrong: string[] = [];
    for (const having of subsetsOf(conditions)) {
      for (const lacking of subsetsOf(needs)) {
        for (const { exercise } of planFor(measuredLegs, unknown, asked(having, lacking))) {
          const { cautions, needs: needed } = exercises[exercise];
          const isAgainst = cautions.some(({ condition }) => having.includes(condition));
          const isWithout = needed.some((need) => lacking.includes(need));
          if (isAgainst || isWithout) wrong.push(`${exercise}: ${having.join()} ${lacking.join()}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('offers an exercise twice, or one that is left out unasked', () => {
    fc.assert(
      fc.property(anyLack, anyResults, anyGroup, (lacking, [left, right], group) => {
        const circumstances: Circumstances = { ...nothingAsked, lacking: new Set(lacking) };
        const plan = planFor([raise('left', left), raise('right', right)], group, circumstances);
        const ids = plan.map(({ exercise }) => exercise);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain('toe-touch');
        expect(ids).not.toContain('curl-up');
      }),
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

describe('what is known of a person', () => {
  const strap: readonly Need[] = ['strap'];

  it('comes from the readiness check and from where the leg raises were felt', () => {
    const state = stateOf([answeredOn(0, { readiness: ['osteoporosis'] })]);
    expect(circumstancesOf(state, ['tingling'], strap, start)).toEqual({
      conditions: new Set(['osteoporosis', 'nerve-signs']),
      lacking: new Set(strap),
      isLocked: false,
    });
  });

  it('is nothing before the first readiness check, and locked where an answer locks', () => {
    expect(circumstancesOf(nothingTold, ['tingling'], [], start)).toEqual(nothingAsked);
    const locked = stateOf([answeredOn(0, { flags: ['fever'] })]);
    expect(circumstancesOf(locked, [], strap, start).isLocked).toBe(true);
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
