import type { Grade } from '../evidence/grade.ts';
import type { SourceId } from '../evidence/sources.ts';

/**
 * How much an answer asks for, the most first. `emergency`: no tests, call for help now. `urgent`: no tests, be
 * seen today. `ask-first`: no tests until a professional has said yes. `see-someone`: tests are free, nothing is
 * made harder, and a talk with a professional is advised. `caution`: tests and exercises with care.
 */
export const tiers = ['emergency', 'urgent', 'ask-first', 'see-someone', 'caution'] as const;
export type Tier = (typeof tiers)[number];

/** What a rule of safety rests on. A rule without a source that was seen takes away, and is never told as a fact. */
export interface Basis {
  readonly grade: Grade;
  readonly sources: readonly SourceId[];
}

/** Whether a tier locks every test until the person says that they have been seen. */
export function locks(tier: Tier): boolean {
  return tiers.indexOf(tier) <= tiers.indexOf('ask-first');
}

/** The tier that asks for most; null of none. */
export function worstOf(found: readonly Tier[]): Tier | null {
  return tiers.find((tier) => found.includes(tier)) ?? null;
}
