import type { Degrees } from '../geometry/angle.ts';
import type { Fault, RefusalReason, ViewProblem } from './protocol.ts';

/**
 * What one frame says about a trial: for guidance, never the result. `problem`: why the body cannot be
 * measured; `start`: why it is not in the start position; `angle`: the test's number as the picture shows
 * it, null where the body cannot be read; `fault`: a cheat seen now.
 */
export interface Sample {
  readonly at: number;
  readonly problem: ViewProblem | null;
  readonly start: ViewProblem | null;
  readonly angle: Degrees | null;
  readonly fault: Fault | null;
}

/** A start position held since `since` at about `angle`. */
export interface Still {
  readonly since: number;
  readonly angle: Degrees;
}

/** Not ready: `problem` says what is wanted. */
export interface Positioning {
  readonly phase: 'positioning';
  readonly problem: ViewProblem;
  readonly still: Still | null;
}

/** In the start position, whose angle is `rest`: the person may move. */
export interface Ready {
  readonly phase: 'ready';
  readonly rest: Degrees;
  readonly lastSeen: number;
}

/** What moving and holding share. Angles are as the picture shows them. */
interface Underway {
  readonly rest: Degrees;
  /** The test's number now, to be shown. */
  readonly angle: Degrees;
  readonly fault: Fault | null;
  readonly lastSeen: number;
  /** The farthest movement from rest so far. */
  readonly peak: Degrees;
  /** The movement about which the body has stayed since `since`. */
  readonly anchor: Degrees;
  readonly since: number;
  /** The movement in the last frame. */
  readonly last: Degrees;
  /** Since when frames speak against the phase: a single bad frame must not end a hold. */
  readonly doubt: number | null;
  /** Whether a hold was long enough already: returning now captures the trial. */
  readonly heldEnough: boolean;
}

export interface Moving extends Underway {
  readonly phase: 'moving';
}

/** Staying. `progress` 0 to 1: how much of the wanted hold is done; at 1 the person may return. */
export interface Holding extends Underway {
  readonly phase: 'holding';
  readonly progress: number;
}

/** The movement is complete; its sightings can be measured. */
export interface Captured {
  readonly phase: 'captured';
}

/** The movement cannot be measured, with the reason. */
export interface Refused {
  readonly phase: 'refused';
  readonly reason: RefusalReason;
}

/** Where a trial stands. */
export type TrialPhase = Positioning | Ready | Moving | Holding | Captured | Refused;
