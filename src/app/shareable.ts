import type { ExerciseId } from '../core/advice/exercises.ts';
import { exercisedOf, type Aftermath, type Practice } from '../core/advice/practice.ts';
import { safetyRecordsIn, type Told } from '../core/safety/told.ts';
import { correctionsOf, type CorrectedSession } from '../core/session/corrected.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import type { Person } from '../core/session/person.ts';
import type { Shareable } from '../share/choose.ts';
import type { LoggedExercise, SharedStill } from '../share/content.ts';

/** What the app keeps of the current person. */
export interface Kept {
  readonly person: Person;
  readonly sessions: readonly CorrectedSession[];
  readonly diary: readonly DiaryEntry[];
  readonly practices: readonly Practice[];
  readonly aftermaths: readonly Aftermath[];
  readonly told: readonly Told[];
  /** What the person added of their pictures. */
  readonly stills: readonly SharedStill[];
}

/** All of it that can be shared. Only corrections that count are among it; motions are read one by one. */
export function shareableOf({
  person,
  sessions,
  diary,
  practices,
  aftermaths,
  told,
  stills,
}: Kept): Shareable {
  return {
    person,
    sessions,
    corrections: sessions.flatMap(({ results }) => results.flatMap(correctionsOf)),
    diary,
    log: practices.flatMap((practice) => loggedOf(practice, aftermaths)),
    safety: safetyRecordsIn(told),
    motion: [],
    stills,
  };
}

/** Each exercise of one time of exercising once, both sides together. */
function loggedOf(practice: Practice, told: readonly Aftermath[]): readonly LoggedExercise[] {
  const seconds = new Map<ExerciseId, number>();
  for (const one of practice.worked) {
    seconds.set(one.exercise, (seconds.get(one.exercise) ?? 0) + one.seconds);
  }
  const pain = painAfter(practice, told);
  return exercisedOf([practice], told).flatMap((exercised) =>
    [...seconds].map(([exercise, all]) => ({ ...exercised, exercise, seconds: all, pain })),
  );
}

/** As it was told last. */
function painAfter({ id }: Practice, told: readonly Aftermath[]): number | null {
  const own = told.filter(({ practiceId, asked }) => practiceId === id && asked === 'after');
  return own.toSorted((a, b) => a.at - b.at).at(-1)?.pain ?? null;
}
