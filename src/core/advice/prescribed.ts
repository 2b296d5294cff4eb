import type { Condition } from '../safety/conditions.ts';
import type { Circumstances, Need } from './circumstances.ts';
import type { Amount } from './amount.ts';
import type { Dose } from './doses.ts';
import { exercises, type ExerciseId } from './exercises.ts';
import { isSuitable, type Recommendation } from './recommend.ts';
import type { Prescription } from './reply.ts';

/** An exercise that a therapist prescribed and that is not offered, with all that speaks against it. */
export interface HeldBack {
  readonly exercise: ExerciseId;
  /** What the person does not have or cannot do. */
  readonly lacking: readonly Need[];
  /** What is so about their body; while nobody has asked, what would have to be asked first. */
  readonly conditions: readonly Condition[];
  /** Whether the person said that they do not want it. */
  readonly isRefused: boolean;
}

/** A therapist's programme as the person gets it: what is offered of it, in its order, and what is held back. */
export interface PrescribedPlan {
  readonly recommendations: readonly Recommendation[];
  readonly heldBack: readonly HeldBack[];
}

/**
 * A therapist's programme for a person. What is known of the person counts before it: while the tests are locked
 * nothing is offered, and never what a condition or a lack takes away.
 */
export function prescribedPlan(
  prescriptions: readonly Prescription[],
  circumstances: Circumstances,
  refused: readonly ExerciseId[],
): PrescribedPlan {
  if (circumstances.isLocked) return { recommendations: [], heldBack: [] };
  const isOffered = ({ exercise }: Prescription): boolean =>
    isSuitable(exercises[exercise], circumstances) && !refused.includes(exercise);
  return {
    recommendations: prescriptions.filter(isOffered).map(recommendationOf),
    heldBack: prescriptions
      .filter((one) => !isOffered(one))
      .map(({ exercise }) => heldBackOf(exercise, circumstances, refused.includes(exercise))),
  };
}

function recommendationOf({ exercise, amount, days, side }: Prescription): Recommendation {
  const own = exercises[exercise].sided ? side : null;
  return {
    exercise,
    side: own,
    reason: 'prescribed',
    place: 'prescribed',
    dose: prescribedDose(amount, days),
  };
}

function heldBackOf(
  exercise: ExerciseId,
  { conditions, lacking }: Circumstances,
  isRefused: boolean,
): HeldBack {
  const { needs, cautions } = exercises[exercise];
  const speaking = cautions.filter(({ condition, unasked }) =>
    conditions === null ? unasked === 'leave-out' : conditions.has(condition),
  );
  return {
    exercise,
    lacking: needs.filter((need) => lacking.has(need)),
    conditions: speaking.map(({ condition }) => condition),
    isRefused,
  };
}

/** A therapist's amount as a dose that does not grow: it is theirs to change. */
export function prescribedDose(amount: Amount, days: number): Dose {
  const always = { days, weeks: null, daysAfter: null, grade: 'proposal', sources: [] } as const;
  switch (amount.kind) {
    case 'hold': {
      const { kind, sets, seconds } = amount;
      return { ...always, kind, sets: [sets, sets], seconds: [seconds, seconds] };
    }
    case 'repetitions': {
      const { kind, sets, repetitions, seconds } = amount;
      return {
        ...always,
        kind,
        sets: [sets, sets],
        repetitions: [repetitions, repetitions],
        seconds,
      };
    }
    case 'ladder': {
      const { kind, repetitions, seconds } = amount;
      return { ...always, kind, repetitions, growth: 0, seconds: [seconds, seconds] };
    }
    case 'minutes': {
      const { kind, minutes } = amount;
      return { ...always, kind, minutes: [minutes, minutes] };
    }
  }
}
