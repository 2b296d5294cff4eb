import type { RefusalReason } from '../core/protocol/protocol.ts';
import type { RefusedTrial } from '../core/session/trial.ts';
import { m } from '../messages/generated/messages.js';
import { angleText } from './intl.ts';

/** A refusal in two or three words, for the stage. */
export const shortRefusalWords: Readonly<Record<RefusalReason, () => string>> = {
  nobody: m.short_nobody,
  'out-of-frame': m.short_out_of_frame,
  'second-person': m.short_second_person,
  'low-confidence': m.short_low_confidence,
  'not-side-on': m.short_not_side_on,
  'far-leg': m.short_far_leg,
  'no-start': m.short_no_start,
  'no-movement': m.short_no_movement,
  'not-held': m.short_not_held,
  unstable: m.short_unstable,
  bounced: m.short_bounced,
  'knee-bent': m.short_knee_bent,
  'other-leg-lifted': m.short_other_leg_lifted,
  'pelvis-lifted': m.short_pelvis_lifted,
  'thigh-drift': m.short_thigh_drift,
};

/** A refusal as the end of a sentence, without how much. */
const refusalWords: Readonly<Record<RefusalReason, () => string>> = {
  nobody: m.refused_nobody,
  'out-of-frame': m.refused_out_of_frame,
  'second-person': m.refused_second_person,
  'low-confidence': m.refused_low_confidence,
  'not-side-on': m.refused_not_side_on,
  'far-leg': m.refused_far_leg,
  'no-start': m.refused_no_start,
  'no-movement': m.refused_no_movement,
  'not-held': m.refused_not_held,
  unstable: m.refused_unstable,
  bounced: m.refused_bounced,
  'knee-bent': m.refused_knee_bent,
  'other-leg-lifted': m.refused_other_leg_lifted,
  'pelvis-lifted': m.refused_pelvis_lifted,
  'thigh-drift': m.refused_thigh_drift,
};

/** The reasons that can say how much. */
const measuredRefusalWords: Readonly<
  Partial<Record<RefusalReason, (inputs: { amount: string }) => string>>
> = {
  'knee-bent': m.refused_knee_bent_by,
  'other-leg-lifted': m.refused_other_leg_lifted_by,
  'thigh-drift': m.refused_thigh_drift_by,
};

/** Why a trial was not counted, as the end of a sentence: "your knee bent 18°". */
export function refusalText({ reason, amount }: RefusedTrial): string {
  const measured = measuredRefusalWords[reason];
  if (measured === undefined || amount === null) return refusalWords[reason]();
  return measured({ amount: angleText(amount) });
}
