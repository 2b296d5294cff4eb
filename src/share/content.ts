import type { ExerciseId } from '../core/advice/exercises.ts';
import type { BodySide, FrameSize, KeypointName } from '../core/body/pose.ts';
import type { Degrees } from '../core/geometry/angle.ts';
import type { Sex } from '../core/norms/norm.ts';
import type { Quantity, Step, TestId } from '../core/protocol/protocol.ts';
import type { Exercised } from '../core/safety/pain.ts';
import type { SafetyRecord } from '../core/safety/record.ts';
import type { Difference } from '../core/session/comparable.ts';
import type { Joint } from '../core/session/correction.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import type { Verdict } from '../core/session/progress.ts';
import type { FrameOrigin, StepEnd } from '../core/session/session.ts';
import type { Conditions, Light } from '../core/session/set-up.ts';
import type { CameraFit, Estimate, Mark, RefusedTrial } from '../core/session/trial.ts';

/*
 * [Note: What is shared]
 * One person's chosen records as plain data, which are the same in a file, in a link and on the therapist's screen;
 * report, note, table and FHIR are made from them alone. Nothing in them is derived from what is not shared: baseline,
 * limits and changes rest on the shared sessions. Never in them: pixels, but for a still that the person added; the
 * camera's name, the start outline, what a device remembers for itself, other people. docs/sharing.md has the form.
 */

/** The newest form of what is shared that this code reads and writes. */
export const shareVersion = 1;

/** Everything that is shared at once. */
export interface Shared {
  readonly format: 'limber-share';
  readonly version: typeof shareVersion;
  /** UUIDv7 of this sharing. */
  readonly id: string;
  /** Milliseconds since 1970, UTC, as all times here. */
  readonly madeAt: number;
  /** Version of the app that made it. */
  readonly app: string;
  readonly person: SharedPerson;
  /** What was left out by choice, so that nobody takes an absence for a no. */
  readonly leftOut: readonly Part[];
  /** Oldest first. */
  readonly sessions: readonly SharedSession[];
  readonly corrections: readonly SharedCorrection[];
  /** How the numbers of each test and side are judged. */
  readonly lines: readonly SharedLine[];
  readonly diary: readonly DiaryEntry[];
  readonly log: readonly LoggedExercise[];
  readonly safety: readonly SafetyRecord[];
  readonly motion: readonly SharedMotion[];
  /** Only what the person added, one by one. */
  readonly stills: readonly SharedStill[];
}

/** What a person may leave out beside tests and dates. `about`: year of birth, sex, height, remarks on sides. */
export const parts = [
  'name',
  'about',
  'notes',
  'pain',
  'plan',
  'safety',
  'curves',
  'motion',
] as const;
export type Part = (typeof parts)[number];

/** Whose it is. The id is the same in all that they share, and says nothing else. */
export interface SharedPerson {
  readonly id: string;
  /** Empty where it is not shared. */
  readonly name: string;
  readonly birthYear: number | null;
  readonly sex: Sex | null;
  /** Centimetres. */
  readonly height: number | null;
  readonly sideNotes: { readonly left: string; readonly right: string };
}

/** One visit. */
export interface SharedSession {
  readonly id: string;
  readonly startedAt: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly origin: FrameOrigin;
  readonly conditions: Conditions;
  readonly results: readonly SharedResult[];
}

/** One side of a test on one visit. */
export interface SharedResult extends Step {
  /** With corrections; null where nothing could be measured. */
  readonly estimate: Estimate | null;
  /** As it was measured, where it was corrected by hand; null else. */
  readonly automatic: Estimate | null;
  readonly trials: readonly SharedTrial[];
  readonly marks: readonly Mark[];
  readonly setUp: SharedSetUp | null;
  readonly end: StepEnd | null;
}

export interface SharedMeasuredTrial {
  readonly kind: 'measured';
  readonly side: BodySide;
  readonly quantities: Readonly<Partial<Record<Quantity, Estimate>>>;
  readonly camera: CameraFit | null;
  /** Of the result's best trial: pairs of milliseconds since its start and degrees; null else. */
  readonly curve: readonly (readonly [at: number, angle: number])[] | null;
}

/** One repetition. */
export type SharedTrial = SharedMeasuredTrial | RefusedTrial;

/** How the camera stood, as in core, without its name and the body's outline. */
export interface SharedSetUp {
  readonly frame: FrameSize;
  readonly near: BodySide;
  readonly yaw: Degrees | null;
  /** Above the hip, in leg lengths. */
  readonly height: number | null;
  /** In leg lengths. */
  readonly distance: number | null;
  readonly light: Light | null;
}

/** What the person put right by hand: both numbers, and which joints they moved. */
export interface SharedCorrection extends Step {
  readonly id: string;
  readonly sessionId: string;
  /** Which of the result's trials, from 0. */
  readonly trial: number;
  readonly correctedAt: number;
  readonly joints: readonly Joint[];
  readonly estimate: Estimate;
  readonly automatic: Estimate;
}

/** What spoils a comparison: only these aspects can. */
export type Spoiling = Extract<
  Difference,
  { readonly aspect: 'yaw' | 'height' | 'distance' | 'warm-up' }
>;

/** How the numbers of one test and side are judged, as the person's own app did. */
export interface SharedLine extends Step {
  /** The mean of the first two comparable numbers; null without any. */
  readonly baseline: Estimate | null;
  /** From how many degrees on a change is taken for real; null without a number. */
  readonly limit: Degrees | null;
  /** Whether that was learned from the person's own numbers. */
  readonly isOwnLimit: boolean;
  /** From the baseline to the newest comparable number; null while that is part of it. */
  readonly change: SharedChange | null;
  /** Visits whose set-up is too different to compare, and why. */
  readonly odd: readonly OddVisit[];
}

export interface SharedChange {
  /** When the baseline began. */
  readonly since: number;
  /** The session of the newest comparable number. */
  readonly newest: string;
  /** Whole degrees; positive is further. */
  readonly amount: number;
  readonly verdict: Verdict;
}

export interface OddVisit {
  readonly sessionId: string;
  readonly differences: readonly Spoiling[];
}

/** One exercise of the plan that was done. */
export interface LoggedExercise extends Exercised {
  readonly exercise: ExerciseId;
  readonly seconds: number;
  /** Right after, 0 to 10; null where it was not told. */
  readonly pain: number | null;
}

/** The body's points over one repetition, the best of its result. See [Note: Motion] in `motion.ts`. */
export interface SharedMotion extends Step {
  readonly sessionId: string;
  /** Which of the result's trials, from 0. */
  readonly trial: number;
  readonly frame: FrameSize;
  /** Milliseconds from one pose to the next. */
  readonly every: number;
  readonly names: readonly KeypointName[];
  /** base64url of the quantised places. */
  readonly places: string;
}

/** The picture of one repetition's hold, which the person had kept. */
export interface SharedStill extends Step {
  readonly sessionId: string;
  /** Which of the result's trials, from 0. */
  readonly trial: number;
  readonly frame: FrameSize;
  /** Whether the face was made unrecognisable. */
  readonly blurred: boolean;
  /** base64url of a JPEG file. */
  readonly jpeg: string;
}

/** What the person chose to share. Times in milliseconds since 1970, null for no limit. */
export interface Choice {
  readonly tests: readonly TestId[];
  readonly from: number | null;
  readonly to: number | null;
  readonly parts: readonly Part[];
}
