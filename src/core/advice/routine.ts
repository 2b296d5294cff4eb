import type { BodySide } from '../body/pose.ts';
import type { Amount } from './amount.ts';
import { exercises, type ExerciseId } from './exercises.ts';
import { sequenceOf, type PlayerStep } from './sequence.ts';

/** How much of one exercise is to be done now. */
export interface Portion {
  readonly exercise: ExerciseId;
  readonly amount: Amount;
  /** The side to begin with and to give one set more; null where both get the same. */
  readonly side: BodySide | null;
}

/** A step of one of several exercises. */
export interface RoutineStep extends PlayerStep {
  readonly exercise: ExerciseId;
}

/** Several exercises one after the other, each from getting ready to the last of it. */
export function routineOf(portions: readonly Portion[]): readonly RoutineStep[] {
  return portions.flatMap(({ exercise, amount, side }) => {
    const { sided } = exercises[exercise];
    const steps = sequenceOf({ amount, sided, weaker: sided ? side : null });
    return steps.map((step) => ({ ...step, exercise }));
  });
}
