import type { BodySide } from '../body/pose.ts';
import type { Compared, Exercised } from '../safety/pain.ts';
import type { ExerciseId } from './exercises.ts';
import type { Playing } from './playing.ts';
import type { RoutineStep } from './routine.ts';

/** For how long one exercise was held or done, without its pauses. */
export interface Worked {
  readonly exercise: ExerciseId;
  /** Null where both sides worked at once. */
  readonly side: BodySide | null;
  readonly seconds: number;
}

/** One time of exercising. Never changes: what is told of it later are records of their own. */
export interface Practice {
  /** UUIDv7, as all records. */
  readonly id: string;
  /** When it ended: milliseconds since 1970, UTC. */
  readonly at: number;
  /** Each exercise and side once, in the order in which they were first done. */
  readonly worked: readonly Worked[];
}

/** When one is asked how exercising went. */
export const askedAt = ['after', 'next-morning'] as const;
export type AskedAt = (typeof askedAt)[number];

/** What was told of one time of exercising. */
export interface Aftermath {
  readonly id: string;
  readonly practiceId: string;
  /** When it was told: milliseconds since 1970, UTC. */
  readonly at: number;
  readonly asked: AskedAt;
  /** 0 to 10; null where it was not told. */
  readonly pain: number | null;
  /** Against before exercising, or a usual morning; null where it was not told. */
  readonly compared: Compared | null;
}

/** What was worked from one moment of a player to a later one, while only time went by: of each step its share. */
export function workBetween(
  before: Playing<RoutineStep>,
  after: Playing<RoutineStep>,
): readonly Worked[] {
  return before.steps.slice(before.index, after.index + 1).flatMap((step, offset) => {
    if (step.kind !== 'hold' && step.kind !== 'move') return [];
    const index = before.index + offset;
    const until = index === after.index ? after.spent : step.seconds * 1000;
    const seconds = (until - (index === before.index ? before.spent : 0)) / 1000;
    return seconds > 0 ? [{ exercise: step.exercise, side: step.side, seconds }] : [];
  });
}

/** What was worked, each exercise and side once, in the order in which they were first done. */
export function summed(worked: readonly Worked[]): readonly Worked[] {
  const sums = new Map<string, Worked>();
  for (const { exercise, side, seconds } of worked) {
    const key = `${exercise} ${String(side)}`;
    sums.set(key, { exercise, side, seconds: (sums.get(key)?.seconds ?? 0) + seconds });
  }
  return [...sums.values()];
}

/** What was worked in whole seconds; what is less than half of one is left out. */
export function inWholeSeconds(worked: readonly Worked[]): readonly Worked[] {
  return worked
    .map((one) => ({ ...one, seconds: Math.round(one.seconds) }))
    .filter(({ seconds }) => seconds > 0);
}

/** How long was worked in all, in seconds. */
export function secondsIn({ worked }: Pick<Practice, 'worked'>): number {
  return worked.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** The times of exercising as pace reads them, oldest first; of several answers the one told last counts. */
export function exercisedOf(
  practices: readonly Practice[],
  told: readonly Aftermath[],
): readonly Exercised[] {
  return practices
    .map(({ id, at }) => {
      const last = (asked: AskedAt): Compared | null =>
        told
          .filter((one) => one.practiceId === id && one.asked === asked)
          .toSorted((a, b) => a.at - b.at)
          .at(-1)?.compared ?? null;
      return { at, after: last('after'), nextMorning: last('next-morning') };
    })
    .sort((a, b) => a.at - b.at);
}
