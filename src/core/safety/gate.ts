import { testIds, type TestId } from '../protocol/protocol.ts';
import { takenAwayBy, type Condition } from './conditions.ts';
import { flags, type FlagId } from './flags.ts';
import { painBefore } from './pain.ts';
import { isOutdated } from './readiness.ts';
import { after, conditionsOf, isSeen, tierOf, type Answered, type SafetyState } from './record.ts';
import { locks, worstOf, type Basis, type Tier } from './tier.ts';

/** The pages of the gate. `locked` has the advice again and "I have been seen", nothing else. */
export type GatePage = 'locked' | 'emergency-signs' | 'other-signs' | 'readiness' | 'pain';

/**
 * The pages that have to be shown before a check, in order, with the signs ticked so far. The emergency signs come
 * first, none can be skipped, and a sign that locks is the last thing asked. After the first time the signs are two
 * pages of one tap each; readiness comes again when a year has gone by.
 */
export function gatePages(
  state: SafetyState,
  ticked: readonly FlagId[],
  now: number,
): readonly GatePage[] {
  if (state.lock !== null) return ['locked'];
  if (ticked.some((id) => flags[id].tier === 'emergency')) return ['emergency-signs'];
  const signs = ['emergency-signs', 'other-signs'] as const;
  if (ticked.some((id) => locks(flags[id].tier))) return signs;
  const isDue = isOutdated(state.readiness?.at ?? null, now);
  return [...signs, ...(isDue ? (['readiness'] as const) : []), 'pain'];
}

/** What a person is told at the gate. Words are in `app/safety-words.ts`. */
export const adviceIds = [
  'call-emergency',
  'do-not-drive',
  'be-seen-today',
  'ask-first',
  'speak-with-someone',
  'no-harder',
  'rest-today',
  'go-gently',
  'stop-before-the-end',
  'no-promise',
] as const;
export type AdviceId = (typeof adviceIds)[number];

/** What each advice rests on. */
export const adviceBases: Readonly<Record<AdviceId, Basis>> = {
  'call-emergency': { grade: 'V', sources: ['nhs-back-cards', 'nhs-sheffield'] },
  'do-not-drive': { grade: 'V2', sources: ['lyndhurst'] },
  'be-seen-today': { grade: 'V', sources: ['g-care', 'nhs-sheffield'] },
  'ask-first': { grade: 'V', sources: ['parq-plus'] },
  'speak-with-someone': { grade: 'V', sources: ['limber-text'] },
  'no-harder': { grade: 'proposal', sources: [] },
  'rest-today': { grade: 'proposal', sources: [] },
  'go-gently': { grade: 'proposal', sources: [] },
  'stop-before-the-end': { grade: 'recall', sources: [] },
  'no-promise': { grade: 'proposal', sources: [] },
};

/** A test that is not offered, and whether today's pain or something about the body takes it away. */
export interface Withheld {
  readonly test: TestId;
  readonly because: Condition | 'pain';
  readonly basis: Basis;
}

/** What the answers of one gate lead to. */
export interface Passage {
  /** The tier that asks for most, of the signs and of the readiness that stands; null of no yes. */
  readonly tier: Tier | null;
  /** The tests that may be done; none while they are locked. */
  readonly tests: readonly TestId[];
  /** Empty while the tests are locked: then the advice says why. */
  readonly withheld: readonly Withheld[];
  readonly advice: readonly AdviceId[];
  /** What is so about the body; it takes exercises away as well. */
  readonly conditions: readonly Condition[];
  /** Whether exercises may be made harder. */
  readonly mayProgress: boolean;
  /** What is known from now on. */
  readonly state: SafetyState;
}

/** What the answers lead to, with what was known before them. Never says that a person is safe. */
export function gate(earlier: SafetyState, record: Answered): Passage {
  const state = after(earlier, record);
  const { flags: signs, pain } = record.answers;
  const conditions = conditionsOf(state, record.at);
  const standing = (state.readiness?.yes ?? []).filter((id) => !isSeen(state, id, record.at));
  const found = [...signs, ...standing, ...(state.lock?.questions ?? [])].map(tierOf);
  const tier = worstOf(found);
  const shown = { tier, conditions, state };
  if (state.lock !== null) {
    const advice = lockedAdvice(state.lock.tier);
    return { ...shown, tests: [], withheld: [], advice, mayProgress: false };
  }
  // Pain is left out only where a sign has locked the tests; without it there are none today.
  const byPain = pain === null ? 'not-today' : painBefore(pain, earlier.pain);
  const withheld = testIds.flatMap((test): readonly Withheld[] => {
    if (byPain === 'not-today') return [{ test, because: 'pain', basis: painBasis }];
    const taken = takenAwayBy(test, conditions);
    return taken === null ? [] : [{ test, because: taken.condition, basis: taken.basis }];
  });
  const tests = testIds.filter((test) => !withheld.some((one) => one.test === test));
  return {
    ...shown,
    tests,
    withheld,
    advice: freeAdvice(found, byPain, conditions),
    mayProgress: tier !== 'see-someone' && byPain === 'go',
  };
}

/** Proposal: how much pain keeps the tests away. */
const painBasis: Basis = { grade: 'proposal', sources: [] };

/** What is told while the tests are locked; on the page "locked" as well. */
export function lockedAdvice(tier: Tier): readonly AdviceId[] {
  if (tier === 'emergency') return ['call-emergency', 'do-not-drive'];
  return tier === 'urgent' ? ['be-seen-today'] : ['ask-first'];
}

function freeAdvice(
  found: readonly Tier[],
  byPain: ReturnType<typeof painBefore>,
  conditions: readonly Condition[],
): readonly AdviceId[] {
  return [
    ...(found.includes('see-someone') ? (['speak-with-someone', 'no-harder'] as const) : []),
    ...(byPain === 'not-today' ? (['rest-today'] as const) : []),
    ...(found.includes('caution') || byPain === 'gently' ? (['go-gently'] as const) : []),
    ...(conditions.includes('hypermobility') ? (['stop-before-the-end'] as const) : []),
    'no-promise',
  ];
}
