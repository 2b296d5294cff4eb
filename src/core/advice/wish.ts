import type { Need } from './circumstances.ts';
import { exercises, type ExerciseId } from './exercises.ts';
import type { Recommendation } from './recommend.ts';

/** An exercise that the person would rather do in the place of another. */
export interface Swap {
  readonly exercise: ExerciseId;
  readonly rather: ExerciseId;
}

/** What a person says of their plan. */
export interface WishContent {
  /** What they do not have or cannot do. */
  readonly lacking: readonly Need[];
  /** What they do not want to do. */
  readonly refused: readonly ExerciseId[];
  readonly swapped: readonly Swap[];
  /** For how many minutes a day they exercise, walks not counted; null for as long as it takes. */
  readonly minutes: number | null;
}

/** What a person wants of their plan. Never changes: the last one counts, whole. */
export interface Wish extends WishContent {
  /** UUIDv7, as all records. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** Nothing is wished for, and everything is at hand. 20 minutes are chosen: about what one exercise of each kind takes. */
const untoldWish: WishContent = { lacking: [], refused: [], swapped: [], minutes: 20 };

/** The wish that counts: the last one, of the same moment the one with the greater id. */
export function standingWish(wishes: readonly Wish[]): WishContent {
  const inOrder = wishes.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return inOrder.at(-1) ?? untoldWish;
}

/**
 * The plan with what the person wants: nothing refused, and swapped what may be offered and works on the same. A swap
 * takes the place of the other one, which is then out of the plan.
 */
export function wished(
  offered: readonly Recommendation[],
  { refused, swapped }: WishContent,
): readonly Recommendation[] {
  const wanted = offered.filter(({ exercise }) => !refused.includes(exercise));
  return swapped.reduce(swap, wanted);
}

function swap(
  plan: readonly Recommendation[],
  { exercise, rather }: Swap,
): readonly Recommendation[] {
  const replaced = plan.find((one) => one.exercise === exercise);
  if (replaced === undefined || !swapsFor(exercise, plan).includes(rather)) return plan;
  const side = exercises[rather].sided ? replaced.side : null;
  return plan
    .filter((one) => one.exercise !== rather)
    .map((one) =>
      one === replaced ? { ...one, exercise: rather, side, reason: 'own-choice' } : one,
    );
}

/** What of a plan may take the place of an exercise: what works on the same. */
export function swapsFor(
  exercise: ExerciseId,
  plan: readonly Recommendation[],
): readonly ExerciseId[] {
  return plan
    .map((one) => one.exercise)
    .filter((id) => id !== exercise && exercises[id].aim === exercises[exercise].aim);
}
