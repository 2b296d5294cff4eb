import type { Degrees } from '../geometry/angle.ts';
import type { Fault, RefusalReason, ViewProblem } from './protocol.ts';

/**
 * What one frame says about a trial. `angle` is the test's number as the image shows it, not yet
 * rectified or calibrated: for guidance only. Null where the body cannot be read.
 */
export interface Sample {
  readonly at: number;
  readonly problem: ViewProblem | null;
  readonly angle: Degrees | null;
  readonly fault: Fault | null;
}

/** Where a trial stands. `rest` is the angle of the start position, `angle` the movement from zero. */
export type TrialPhase =
  | { readonly phase: 'positioning'; readonly problem: ViewProblem | null; readonly still: Still | null }
  | { readonly phase: 'ready'; readonly rest: Degrees; readonly at: number }
  | Moving
  | Holding
  | { readonly phase: 'captured'; readonly rest: Degrees; readonly angle: Degrees; readonly at: number }
  | { readonly phase: 'refused'; readonly reason: RefusalReason; readonly at: number };

/** A start position held since `since` at about `angle`. */
export interface Still {
  readonly since: number;
  readonly angle: Degrees;
}

export interface Moving {
  readonly phase: 'moving';
  readonly rest: Degrees;
  readonly angle: Degrees;
  readonly fault: Fault | null;
  /** When the angle last was outside the band of a hold. */
  readonly since: number;
  readonly lastSeen: number;
  /** The largest angle so far. */
  readonly peak: Degrees;
}

export interface Holding {
  readonly phase: 'holding';
  readonly rest: Degrees;
  readonly angle: Degrees;
  readonly fault: Fault | null;
  readonly since: number;
  readonly lastSeen: number;
  readonly peak: Degrees;
  /** The angle about which it is held. */
  readonly held: Degrees;
  /** 0 to 1: how much of the wanted hold is done. At 1 the person may lower the leg. */
  readonly progress: number;
}
