import type { BodySide } from '../body/pose.ts';
import type { Degrees } from '../geometry/angle.ts';
import type { Step } from '../protocol/protocol.ts';
import type { MovedJoints, TrialAddress } from '../session/correction.ts';
import type { Estimate } from '../session/trial.ts';
import type { Amount } from './amount.ts';
import type { ExerciseId } from './exercises.ts';

/** A number that a therapist would like one side of a test to reach. */
export interface Target extends Step {
  readonly value: Degrees;
  /** By which calendar day, as a date field has it: "2026-05-01"; null for no day. */
  readonly by: string | null;
}

/** One exercise as a therapist prescribes it: in their own amount, of the kind that the exercise has. */
export interface Prescription {
  readonly exercise: ExerciseId;
  readonly amount: Amount;
  /** On how many days a week. */
  readonly days: number;
  /** The side to begin with and to give one set more; null where both get the same. */
  readonly side: BodySide | null;
}

/** What a goniometer said of one result. */
export interface TypedValue extends Step {
  readonly sessionId: string;
  readonly value: Degrees;
}

/** One trial's number with joints where a therapist sees them. It stands beside the automatic one. */
export interface RevisedTrial extends TrialAddress {
  readonly joints: MovedJoints;
  readonly estimate: Estimate;
  readonly automatic: Estimate;
}

/** What a therapist answers to what a person shared. Never changes; each says all that counts from then on. */
export interface Reply {
  /** UUIDv7. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly madeAt: number;
  /** Whom it is for: the id that is in all that they share. */
  readonly person: string;
  /** The newest share that it answers. */
  readonly share: string;
  /** The therapist's name; empty where they gave none. */
  readonly therapist: string;
  /** Empty for none. */
  readonly note: string;
  /** One for each test and side at the most. */
  readonly targets: readonly Target[];
  /** The programme, each exercise once, in the order in which it is done; none leaves the plan to Limber. */
  readonly exercises: readonly Prescription[];
  /** What is to be left out of Limber's plan. */
  readonly avoided: readonly ExerciseId[];
  readonly values: readonly TypedValue[];
  readonly revised: readonly RevisedTrial[];
}
