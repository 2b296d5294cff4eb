import { amountAt } from './amount.ts';
import { exercises } from './exercises.ts';
import { doseIn, type Recommendation } from './recommend.ts';
import { lengthOf, sequenceOf } from './sequence.ts';

/** How much time a person takes, and what says how long an exercise lasts. */
export interface DayTime {
  /** For how many minutes a day, walks not counted; null for as long as it takes. */
  readonly minutes: number | null;
  /** In years; null where it is not known. */
  readonly age: number | null;
}

/** Chosen: one hamstring stretch a day is enough, since its dose is one exercise's. */
const mainADay = 1;

/**
 * What to do on one day, of a plan: a hamstring stretch, then strength, then the other stretches, as many as fit into the
 * time; the first always does. Walking is always in it. What a therapist prescribed is all of it.
 */
export function programmeOf(
  plan: readonly Recommendation[],
  time: DayTime,
): readonly Recommendation[] {
  if (plan.some(({ place }) => place === 'prescribed')) return plan;
  const stretching = plan.filter(({ exercise }) => exercises[exercise].aim === 'hamstring');
  const beside = plan.filter(({ exercise }) => exercises[exercise].aim !== 'hamstring');
  return withinTime([...stretching.slice(0, mainADay), ...beside], time);
}

function withinTime(
  wanted: readonly Recommendation[],
  { minutes, age }: DayTime,
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
export function secondsOf(one: Recommendation, age: number | null): number {
  const { sided } = exercises[one.exercise];
  const amount = amountAt(doseIn(one, age), 0);
  return lengthOf(sequenceOf({ amount, sided, weaker: one.side }));
}
