import type { ExerciseId } from '../core/advice/exercises.ts';
import type { BodySide } from '../core/body/pose.ts';
import type { SourceId } from '../core/evidence/sources.ts';
import type { TestId } from '../core/protocol/protocol.ts';
import type { FlagId } from '../core/safety/flags.ts';
import type { ReadinessId } from '../core/safety/readiness.ts';

/**
 * What the app already has words for: they are given to all that is shared, so that a test is called the same on paper
 * as on the screen. Times are in milliseconds since 1970; a day is that of its time zone, always with its year.
 */
export interface Words {
  readonly test: (test: TestId) => string;
  /** What professionals call it: "straight leg raise (SLR)". */
  readonly clinical: (test: TestId) => string;
  readonly side: (side: BodySide) => string;
  readonly exercise: (exercise: ExerciseId) => string;
  readonly flag: (flag: FlagId) => string;
  readonly readiness: (question: ReadinessId) => string;
  readonly source: (source: SourceId) => string;
  /** Whole degrees: "72°". */
  readonly angle: (degrees: number) => string;
  /** One decimal at most: "1.2". */
  readonly number: (value: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly day: (at: number, timeZone: string | null) => string;
}
