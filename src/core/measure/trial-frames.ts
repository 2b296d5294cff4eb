import type { Pose } from '../body/pose.ts';
import type { Step } from '../protocol/protocol.ts';
import type { MeasuredTrial } from '../session/trial.ts';
import type { Track } from './track.ts';

/** The frames of one trial, cut into what its number is read from. */
export interface TrialFrames extends Track {
  readonly step: Step;
  /** Poses of the quiet start position. */
  readonly rest: readonly Pose[];
  /** Poses of the hold. */
  readonly hold: readonly Pose[];
  /** Poses from the start position to the end of the hold. */
  readonly arc: readonly Pose[];
  /** Spread of the number over the hold, degrees. */
  readonly unrest: number;
}

/** What a trial's frames are read into. */
export type Measured = Pick<MeasuredTrial, 'quantities' | 'camera'>;
