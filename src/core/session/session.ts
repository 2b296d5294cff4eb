import type { BodySide } from '../body/pose.ts';
import type { Step, TestId } from '../protocol/protocol.ts';
import type { Conditions, SetUp } from './set-up.ts';
import type { Estimate, Mark, Trial } from './trial.ts';

/**
 * Why a step ended: all repetitions measured; as many refused as a person is asked to bear; the person or the
 * end of the video stopped it; pain.
 */
export const stepEnds = ['complete', 'refused', 'stopped', 'pain'] as const;
export type StepEnd = (typeof stepEnds)[number];

/** The outcome of one step of a check. `estimate` is null when no repetition could be measured. */
export interface Result {
  readonly test: TestId;
  readonly side: BodySide | null;
  readonly estimate: Estimate | null;
  readonly trials: readonly Trial[];
  /** What the person felt and said, in the order in which they said it. */
  readonly marks: readonly Mark[];
  /** Null for the sample, and in sessions of the first version. */
  readonly setUp: SetUp | null;
  /** Null in sessions of the first version. */
  readonly end: StepEnd | null;
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
  /** Which side was drawn to be measured first; null where there was nothing to draw. */
  readonly firstSide: BodySide | null;
  readonly conditions: Conditions;
  /** The answers of the safety gates that were passed for it, by their ids: a resumed check has one more. */
  readonly gates: readonly string[];
  readonly results: readonly Result[];
}

/** Whether a result, or what else is about a step, belongs to this one. */
export function belongsTo(result: Step, step: Step): boolean {
  return result.test === step.test && result.side === step.side;
}
