import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testIds, type TestId } from '../../src/core/protocol/protocol.ts';
import { conditions, testCautions, type Condition } from '../../src/core/safety/conditions.ts';
import { emergencyFlags, flagIds, flags, type FlagId } from '../../src/core/safety/flags.ts';
import {
  adviceIds,
  gate,
  gatePages,
  lockedAdvice,
  type AdviceId,
  type Passage,
} from '../../src/core/safety/gate.ts';
import { readiness, readinessIds, type ReadinessId } from '../../src/core/safety/readiness.ts';
import { nothingTold, stateOf, type SafetyState } from '../../src/core/safety/record.ts';
import { locks, tiers, type Tier } from '../../src/core/safety/tier.ts';
import { answeredOn, day, seenOn, start } from '../helpers/safety.ts';

const all: readonly TestId[] = testIds;
const lying: readonly TestId[] = ['slr', 'ake'];
const butBend: readonly TestId[] = ['slr', 'ake', 'chair-reach'];

interface Persona {
  readonly who: string;
  readonly flags?: readonly FlagId[];
  readonly readiness?: readonly ReadinessId[];
  readonly pain?: number;
  /** The pain of the time before; none is known where it is left out. */
  readonly lastPain?: number;
  readonly tier: Tier | null;
  readonly tests: readonly TestId[];
  readonly advice: readonly AdviceId[];
  readonly mayProgress?: boolean;
}

const emergency = {
  tier: 'emergency',
  tests: [],
  advice: ['call-emergency', 'do-not-drive'],
} as const;
const urgent = { tier: 'urgent', tests: [], advice: ['be-seen-today'] } as const;
const askFirst = { tier: 'ask-first', tests: [], advice: ['ask-first'] } as const;
const seeSomeone = {
  tier: 'see-someone',
  tests: all,
  advice: ['speak-with-someone', 'no-harder', 'no-promise'],
  mayProgress: false,
} as const;
const free = { tier: null, tests: all, advice: ['no-promise'] } as const;

const personas: readonly Persona[] = [
  { who: 'ticks nothing', ...free },
  { who: 'has numbness in the saddle', flags: ['saddle'], ...emergency },
  { who: 'cannot tell a full bladder', flags: ['bladder'], ...emergency },
  { who: 'cannot hold back a bowel movement', flags: ['bowel'], ...emergency },
  { who: 'has lost genital feeling', flags: ['sexual'], ...emergency },
  { who: 'has pain in both legs', flags: ['both-legs'], ...emergency },
  { who: 'has a quickly weakening leg', flags: ['leg-weakness'], ...emergency },
  { who: 'has jelly legs', flags: ['jelly-legs'], ...emergency },
  { who: 'has a numb leg that hurts', flags: ['pain-with-numbness'], ...emergency },
  { who: 'fell from a ladder', flags: ['accident'], ...emergency },
  { who: 'has chest pain', flags: ['chest-pain-now'], ...emergency },
  { who: 'has a tearing pain', flags: ['tearing-pain'], ...emergency },
  { who: 'has a fever', flags: ['fever'], ...urgent },
  { who: 'once had cancer', flags: ['cancer'], ...urgent },
  { who: 'loses weight', flags: ['weight-loss'], ...urgent },
  { who: 'hurts all night', flags: ['night-pain'], ...urgent },
  { who: 'found a lump', flags: ['lump'], ...urgent },
  { who: 'stumbled with thin bones', flags: ['fall-with-thin-bones'], ...urgent },
  { who: 'hurts between the shoulder blades', flags: ['between-shoulder-blades'], ...urgent },
  { who: 'has a hot calf', flags: ['hot-calf'], ...urgent },
  { who: 'hurts for the first time at 60', flags: ['first-back-pain'], ...seeSomeone },
  { who: 'has pain into the leg', flags: ['pain-into-leg'], ...seeSomeone },
  { who: 'can hardly walk', flags: ['hard-to-stand-or-walk'], ...seeSomeone },
  { who: 'cannot sleep for pain', flags: ['disturbs-life-or-sleep'], ...seeSomeone },
  { who: 'gets no better', flags: ['not-improving'], ...seeSomeone },
  {
    who: 'is stiff',
    flags: ['stiff'],
    tier: 'caution',
    tests: all,
    advice: ['go-gently', 'no-promise'],
  },
  {
    who: 'is stiff and gets no better',
    flags: ['stiff', 'not-improving'],
    tier: 'see-someone',
    tests: all,
    advice: ['speak-with-someone', 'no-harder', 'go-gently', 'no-promise'],
    mayProgress: false,
  },
  { who: 'has a fever and pain in both legs', flags: ['fever', 'both-legs'], ...emergency },
  { who: 'has a fever and is stiff', flags: ['stiff', 'fever'], ...urgent },
  { who: 'has a heart condition', readiness: ['heart'], ...askFirst },
  { who: 'had chest pain lately', readiness: ['chest-pain'], ...askFirst },
  { who: 'may only exercise supervised', readiness: ['supervised-only'], ...askFirst },
  { who: 'was operated last month', readiness: ['recent-injury'], ...askFirst },
  { who: 'must not bend a hip far', readiness: ['hip-limits'], ...askFirst },
  { who: 'has a heart condition and a fever', readiness: ['heart'], flags: ['fever'], ...urgent },
  {
    who: 'is dizzy at times',
    readiness: ['dizziness'],
    tier: 'caution',
    tests: butBend,
    advice: ['go-gently', 'no-promise'],
  },
  {
    who: 'has another illness',
    readiness: ['long-illness'],
    tier: 'caution',
    tests: all,
    advice: ['go-gently', 'no-promise'],
  },
  {
    who: 'takes a medicine',
    readiness: ['medicine'],
    tier: 'caution',
    tests: butBend,
    advice: ['go-gently', 'no-promise'],
  },
  {
    who: 'has a bad knee',
    readiness: ['joint-trouble'],
    ...seeSomeone,
  },
  {
    who: 'is pregnant',
    readiness: ['pregnancy'],
    tier: 'see-someone',
    tests: ['chair-reach'],
    advice: ['speak-with-someone', 'no-harder', 'no-promise'],
    mayProgress: false,
  },
  {
    who: 'has thin bones',
    readiness: ['osteoporosis'],
    tier: 'caution',
    tests: lying,
    advice: ['go-gently', 'no-promise'],
  },
  {
    who: 'has raised pressure in the eye',
    readiness: ['eye-trouble'],
    tier: 'caution',
    tests: butBend,
    advice: ['go-gently', 'no-promise'],
  },
  {
    who: 'has loose joints',
    readiness: ['hypermobility'],
    tier: 'caution',
    tests: all,
    advice: ['go-gently', 'stop-before-the-end', 'no-promise'],
  },
  {
    who: 'hurts on bending',
    readiness: ['pain-on-bending'],
    tier: 'caution',
    tests: lying,
    advice: ['go-gently', 'no-promise'],
  },
  {
    who: 'should not lie on the back',
    readiness: ['no-lying'],
    tier: 'caution',
    tests: ['forward-bend', 'chair-reach'],
    advice: ['go-gently', 'no-promise'],
  },
  {
    who: 'has thin bones and should not lie on the back',
    readiness: ['osteoporosis', 'no-lying'],
    tier: 'caution',
    tests: [],
    advice: ['go-gently', 'no-promise'],
  },
  {
    who: 'is dizzy and gets no better',
    readiness: ['dizziness'],
    flags: ['not-improving'],
    tier: 'see-someone',
    tests: butBend,
    advice: ['speak-with-someone', 'no-harder', 'go-gently', 'no-promise'],
    mayProgress: false,
  },
  { who: 'has a pain of 3', pain: 3, ...free },
  {
    who: 'has a pain of 4, as far as is known not a new one',
    pain: 4,
    tier: null,
    tests: all,
    advice: ['go-gently', 'no-promise'],
    mayProgress: false,
  },
  {
    who: 'has a pain of 6, as last time',
    pain: 6,
    lastPain: 6,
    tier: null,
    tests: all,
    advice: ['go-gently', 'no-promise'],
    mayProgress: false,
  },
  {
    who: 'has a new pain of 4',
    pain: 4,
    lastPain: 3,
    tier: null,
    tests: [],
    advice: ['rest-today', 'no-promise'],
    mayProgress: false,
  },
  {
    who: 'has a pain of 7, as last time',
    pain: 7,
    lastPain: 7,
    tier: null,
    tests: [],
    advice: ['rest-today', 'no-promise'],
    mayProgress: false,
  },
  {
    who: 'has much pain and gets no better',
    pain: 9,
    flags: ['not-improving'],
    tier: 'see-someone',
    tests: [],
    advice: ['speak-with-someone', 'no-harder', 'rest-today', 'no-promise'],
    mayProgress: false,
  },
  { who: 'has much pain and a fever', pain: 9, flags: ['fever'], ...urgent },
  {
    who: 'is stiff with a new pain',
    flags: ['stiff'],
    pain: 5,
    lastPain: 0,
    tier: 'caution',
    tests: [],
    advice: ['rest-today', 'go-gently', 'no-promise'],
    mayProgress: false,
  },
];

function passageOf(persona: Persona): Passage {
  const { flags: ticked = [], readiness: yes = [], pain = 0, lastPain = null } = persona;
  const earlier: SafetyState = { ...nothingTold, pain: lastPain };
  return gate(earlier, answeredOn(0, { flags: ticked, readiness: yes, pain }));
}

describe('the gate, for a person who', () => {
  it.each(personas)('$who', (persona) => {
    const passage = passageOf(persona);
    const { tier, advice, tests, mayProgress } = passage;
    expect({ tier, tests, advice, mayProgress }).toEqual({
      tier: persona.tier,
      tests: persona.tests,
      advice: persona.advice,
      mayProgress: persona.mayProgress ?? !(persona.tier !== null && locks(persona.tier)),
    });
  });

  it('was not asked for pain is told to rest: nothing is offered that was not asked about', () => {
    const { tests, advice } = gate(nothingTold, answeredOn(0, { pain: null }));
    expect(tests).toEqual([]);
    expect(advice).toContain('rest-today');
  });
});

describe('the personas above', () => {
  it('have every sign, every readiness question, every advice and every tier among them', () => {
    expect(personas.length).toBeGreaterThanOrEqual(50);
    expect(new Set(personas.flatMap((one) => one.flags ?? []))).toEqual(new Set(flagIds));
    expect(new Set(personas.flatMap((one) => one.readiness ?? []))).toEqual(new Set(readinessIds));
    expect(new Set(personas.flatMap((one) => one.advice))).toEqual(new Set(adviceIds));
    expect(new Set(personas.map(({ tier }) => tier))).toEqual(new Set([...tiers, null]));
  });

  it('have every rule that takes a test away for a condition among them', () => {
    const met = new Set(
      personas.flatMap((one) =>
        passageOf(one).withheld.map(({ because, test }) => `${because} ${test}`),
      ),
    );
    // These two lock until the person was seen, which is shown below.
    const locking: readonly Condition[] = ['recent-injury', 'hip-limits'];
    for (const condition of conditions.filter((one) => !locking.includes(one))) {
      for (const { test } of testCautions[condition]) expect(met).toContain(`${condition} ${test}`);
    }
  });
});

describe('a withheld test', () => {
  it('says which condition takes it away, and what that rests on', () => {
    const { withheld } = gate(nothingTold, answeredOn(0, { readiness: ['osteoporosis'] }));
    expect(withheld).toEqual([
      {
        test: 'forward-bend',
        because: 'osteoporosis',
        basis: { test: 'forward-bend', grade: 'V', sources: ['giangregorio-2015'] },
      },
      {
        test: 'chair-reach',
        because: 'osteoporosis',
        basis: { test: 'chair-reach', grade: 'V', sources: ['senior-fitness-test'] },
      },
    ]);
  });

  it('is withheld by pain on that day alone', () => {
    const hurting = gate(nothingTold, answeredOn(0, { pain: 8 }));
    expect(hurting.withheld.map(({ because }) => because)).toEqual(all.map(() => 'pain'));
    expect(gate(hurting.state, answeredOn(1, { pain: 2 })).tests).toEqual(all);
  });

  it('stays withheld for a limited hip that was seen, and comes back for a healed injury', () => {
    const seen = (id: ReadinessId): Passage => {
      const state = stateOf([answeredOn(0, { readiness: [id] }), seenOn(1)]);
      return gate(state, answeredOn(2, { readiness: null }));
    };
    expect(seen('hip-limits').tests).toEqual([]);
    expect(seen('hip-limits').withheld).toHaveLength(4);
    expect(seen('recent-injury').tests).toEqual(all);
  });
});

describe('the pages of the gate', () => {
  const told = stateOf([answeredOn(0)]);
  const later = start + day;

  it('begin with the emergency signs and ask for readiness the first time', () => {
    expect(gatePages(nothingTold, [], start)).toEqual([
      'emergency-signs',
      'other-signs',
      'readiness',
      'pain',
    ]);
  });

  it('have two pages of signs after the first time: two taps', () => {
    expect(gatePages(told, [], later)).toEqual(['emergency-signs', 'other-signs', 'pain']);
  });

  it('ask for readiness again after a year, and when the clock was set back', () => {
    expect(gatePages(told, [], start + 364 * day)).not.toContain('readiness');
    expect(gatePages(told, [], start + 365 * day)).toContain('readiness');
    expect(gatePages(told, [], start - 1)).toContain('readiness');
  });

  it('end with the page on which a sign locks', () => {
    expect(gatePages(told, ['bowel'], later)).toEqual(['emergency-signs']);
    expect(gatePages(told, ['stiff', 'fever'], later)).toEqual(['emergency-signs', 'other-signs']);
    expect(gatePages(told, ['stiff'], later)).toContain('pain');
  });

  it('are one page with the advice while the tests are locked', () => {
    const locked = stateOf([answeredOn(0, { flags: ['saddle'] })]);
    expect(gatePages(locked, [], start + 400 * day)).toEqual(['locked']);
  });

  it('never leave out the emergency signs where tests could follow', () => {
    fc.assert(
      fc.property(fc.subarray([...flagIds]), fc.integer({ min: 0, max: 800 }), (ticked, days) => {
        expect(gatePages(told, ticked, start + days * day)[0]).toBe('emergency-signs');
      }),
    );
  });
});

describe('no answers', () => {
  const anyTold = fc.record({
    flags: fc.subarray([...flagIds]),
    readiness: fc.subarray([...readinessIds]),
    pain: fc.integer({ min: 0, max: 10 }),
  });

  it('with a sign that locks leave a test open', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const { tests, tier, state } = gate(nothingTold, answeredOn(0, told));
        const isLocking =
          told.flags.some((id) => locks(flags[id].tier)) ||
          told.readiness.some((id) => locks(readiness[id].tier));
        expect(state.lock !== null).toBe(isLocking);
        if (isLocking) {
          expect(tests).toEqual([]);
          expect(tier).toBe(state.lock?.tier);
        }
      }),
    );
  });

  it('open more tests by one more yes', () => {
    fc.assert(
      fc.property(
        anyTold,
        fc.constantFrom(...flagIds),
        fc.constantFrom(...readinessIds),
        (told, sign, yes) => {
          const fewer = gate(nothingTold, answeredOn(0, told)).tests;
          const more = gate(
            nothingTold,
            answeredOn(0, {
              ...told,
              flags: [...told.flags, sign],
              readiness: [...told.readiness, yes],
            }),
          ).tests;
          expect(fewer).toEqual(expect.arrayContaining([...more]));
        },
      ),
    );
  });

  it('leave a test open that one of the conditions takes away', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const passage = gate(nothingTold, answeredOn(0, told));
        const taken = passage.conditions.flatMap((one) =>
          testCautions[one].map(({ test }) => test),
        );
        expect(passage.tests.filter((test) => taken.includes(test))).toEqual([]);
      }),
    );
  });

  it('say that all is well: where tests are open, the words that promise nothing are there', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const { tests, advice } = gate(nothingTold, answeredOn(0, told));
        if (tests.length > 0) expect(advice).toContain('no-promise');
      }),
    );
  });
});

it('the emergency signs are those of the first page, and only those call for an ambulance', () => {
  expect(emergencyFlags.length).toBeGreaterThanOrEqual(9);
  for (const tier of tiers.filter(locks)) {
    expect(lockedAdvice(tier).includes('call-emergency')).toBe(tier === 'emergency');
  }
});
