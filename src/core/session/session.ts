import type { BodySide } from '../body/pose.ts';
import type { Step, TestId } from '../protocol/protocol.ts';
import type { Estimate, Trial } from './trial.ts';

/** The outcome of one step of a check. `estimate` is null when no repetition could be measured. */
export interface Result {
  readonly test: TestId;
  readonly side: BodySide | null;
  readonly estimate: Estimate | null;
  readonly trials: readonly Trial[];
}

/** Where the frames of a session came from. */
export type FrameOrigin = 'camera' | 'video' | 'sample';

/** One visit. Never changes once stored; corrections are new records that point at it. */
export interface Session {
  /** UUIDv7. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly startedAt: number;
  /** IANA name of the time zone in which it was done. */
  readonly timeZone: string;
  readonly origin: FrameOrigin;
  readonly results: readonly Result[];
}

/** Whether a result belongs to a step. */
export function belongsTo(result: Result, step: Step): boolean {
  return result.test === step.test && result.side === step.side;
}
