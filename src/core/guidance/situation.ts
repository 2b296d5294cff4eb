import type { SetUpView } from '../coach/set-up-view.ts';
import type { TrialPhase } from '../protocol/phase.ts';
import type { RefusalReason, Step } from '../protocol/protocol.ts';
import type { Mark, Trial } from '../session/trial.ts';

/** Why a check waits: the page is hidden, the camera gives no picture, the person wants it to. */
export const pauses = ['hidden', 'stalled', 'person'] as const;
export type Pause = (typeof pauses)[number];

/** A practice has ended. `reason`: what kept it from being complete, null for nothing. It leaves no trial. */
export interface Practised {
  readonly kind: 'practised';
  readonly reason: RefusalReason | null;
}

/** What has become of a repetition. */
export type Outcome = Trial | Practised;

/** Where the person stands in a check: all that the words, the voice and the sounds are chosen by. */
export type Situation =
  /** No frame has been looked at yet. */
  | { readonly at: 'preparing' }
  /** The set-up of a step is being looked at. */
  | { readonly at: 'setting-up'; readonly step: Step; readonly view: SetUpView }
  /**
   * A repetition, or the practice before them. `notice`: the one that has just ended; `mark`: what was just told; each
   * null after a moment.
   */
  | {
      readonly at: 'trial';
      readonly step: Step;
      readonly isPractice: boolean;
      readonly phase: TrialPhase;
      readonly notice: Outcome | null;
      readonly mark: Mark | null;
    }
  /** Between two repetitions, or two steps. */
  | {
      readonly at: 'resting';
      readonly step: Step;
      readonly secondsLeft: number;
      readonly notice: Outcome | null;
    }
  | { readonly at: 'paused'; readonly step: Step; readonly reason: Pause }
  /** The last step has ended; `isByPain`: pain has ended the check's last step. */
  | { readonly at: 'over'; readonly isByPain: boolean };
