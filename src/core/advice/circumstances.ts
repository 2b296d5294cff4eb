import type { Grade } from '../evidence/grade.ts';
import type { SourceId } from '../evidence/sources.ts';
import type { Condition } from '../safety/conditions.ts';
import { conditionsFelt, type FeltPlace } from '../safety/felt.ts';
import { conditionsOf, type SafetyState } from '../safety/record.ts';

/** What an exercise needs: to get down to the floor and up again, a thing, or a hold for balance. */
export const needs = ['floor', 'strap', 'doorway', 'chair', 'step'] as const;
export type Need = (typeof needs)[number];

/**
 * Why an exercise is not for someone. `unasked` says what is done while the person was not asked about
 * the condition: the exercise is left out, or offered with the caution in words beside it.
 */
export interface Caution {
  readonly condition: Condition;
  readonly unasked: 'leave-out' | 'warn';
  readonly grade: Grade;
  readonly source: SourceId | null;
}

/** What is known of the person beside the results. */
export interface Circumstances {
  /** Null until the person was asked. */
  readonly conditions: ReadonlySet<Condition> | null;
  /** What the person does not have or cannot do. */
  readonly lacking: ReadonlySet<Need>;
  /** Whether an answer of the safety gate has locked the tests: then there are no exercises either. */
  readonly isLocked: boolean;
}

/** Nothing is known yet: nobody was asked about conditions, and everything is taken to be at hand. */
export const nothingAsked: Circumstances = {
  conditions: null,
  lacking: new Set(),
  isLocked: false,
};

/**
 * What the safety gate, the last leg raises and the person say. `felt` is where those raises were felt; `now` in ms since
 * 1970.
 */
export function circumstancesOf(
  state: SafetyState,
  felt: readonly FeltPlace[],
  lacking: readonly Need[],
  now: number,
): Circumstances {
  const conditions = new Set([...conditionsOf(state, now), ...conditionsFelt(felt)]);
  const isAsked = state.readiness !== null;
  return {
    conditions: isAsked ? conditions : null,
    lacking: new Set(lacking),
    isLocked: state.lock !== null,
  };
}
