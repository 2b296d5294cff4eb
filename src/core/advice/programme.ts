import { amountAt } from './amount.ts';
import type { Circumstances } from './circumstances.ts';
import { doseFor } from './doses.ts';
import { exercises, type ExerciseId } from './exercises.ts';
import type { Finding } from './findings.ts';
import { recommend, type Recommendation } from './recommend.ts';
import { lengthOf, sequenceOf } from './sequence.ts';

/** What the person wants of their programme. */
export interface Wishes {
  /** What they do not want to do. */
  readonly refused: ReadonlySet<ExerciseId>;
  /** What they would rather do in place of another, by the other. */
  readonly swapped: ReadonlyMap<ExerciseId, ExerciseId>;
  /** For how many minutes a day, walks not counted; null for as long as it takes. */
  readonly minutes: number | null;
  /** In years; null where it is not known. */
  readonly age: number | null;
}

/** Nothing wished for. */
export const noWishes: Wishes = {
  refused: new Set(),
  swapped: new Map(),
  minutes: null,
  age: null,
};

/** One exercise of the programme, and what may take its place. */
export interface Chosen extends Recommendation {
  readonly swaps: readonly ExerciseId[];
}

/** Chosen: one hamstring stretch a day is enough, since its dose is one exercise's. */
const mainADay = 1;

/**
 * What to do on one day: a hamstring stretch, then strength, then the other stretches, as many as fit into the time;
 * the first always does. Walking is always in it. Nothing that a condition or a lack speaks against, nothing refused;
 * a swap counts only for something that may be offered and works on the same.
 */
export function programmeOf(
  findings: readonly Finding[],
  circumstances: Circumstances,
  wishes: Wishes,
): readonly Chosen[] {
  const offered = recommend(findings, circumstances).filter(
    ({ exercise }) => !wishes.refused.has(exercise),
  );
  const stretching = offered.filter(({ exercise }) => exercises[exercise].aim === 'hamstring');
  const beside = offered.filter(({ exercise }) => exercises[exercise].aim !== 'hamstring');
  const wanted = [...stretching.slice(0, mainADay), ...beside].map((one) =>
    swap(one, offered, wishes),
  );
  const once = wanted.filter(
    ({ exercise }, index) => wanted.findIndex((other) => other.exercise === exercise) === index,
  );
  const fitting = withinTime(once, wishes);
  return fitting.map((one) => ({ ...one, swaps: swapsFor(one.exercise, offered, fitting) }));
}

function swap(
  one: Recommendation,
  offered: readonly Recommendation[],
  { swapped }: Wishes,
): Recommendation {
  const rather = offered.find(({ exercise }) => exercise === swapped.get(one.exercise));
  if (rather === undefined || !isLike(rather.exercise, one.exercise)) return one;
  const side = exercises[rather.exercise].sided ? one.side : null;
  return { exercise: rather.exercise, side, reason: 'own-choice', place: one.place };
}

/** What is offered, works on the same and is not in the programme yet. */
function swapsFor(
  exercise: ExerciseId,
  offered: readonly Recommendation[],
  taken: readonly Recommendation[],
): readonly ExerciseId[] {
  return offered
    .map((one) => one.exercise)
    .filter((id) => isLike(id, exercise) && !taken.some((one) => one.exercise === id));
}

function isLike(one: ExerciseId, other: ExerciseId): boolean {
  return exercises[one].aim === exercises[other].aim;
}

function withinTime(
  wanted: readonly Recommendation[],
  { minutes, age }: Wishes,
): readonly Recommendation[] {
  if (minutes === null) return wanted;
  let left = minutes * 60;
  return wanted.filter((one, index) => {
    if (exercises[one.exercise].aim === 'movement') return true;
    const seconds = secondsOf(one, age);
    if (index > 0 && seconds > left) return false;
    left -= seconds;
    return true;
  });
}

/** How long an exercise takes at the least of its dose, with its pauses, in seconds. */
export function secondsOf({ exercise, side }: Recommendation, age: number | null): number {
  const { dose, sided } = exercises[exercise];
  const amount = amountAt(doseFor(dose, age), 0);
  return lengthOf(sequenceOf({ amount, sided, weaker: side }));
}
