import type { RefusalReason, Step, TestId } from '../core/protocol/protocol.ts';
import { smallestRealChange, type Verdict } from '../core/session/progress.ts';
import type { Estimate, RefusedTrial } from '../core/session/trial.ts';
import { m } from '../messages/generated/messages.js';
import type { Part, SharedChange, SharedLine, SharedResult, Spoiling } from './content.ts';
import type { GoniometerValue } from './goniometer.ts';
import type { ReportPoint } from './report.ts';
import type { Words } from './words.ts';

/** How each test is done, in one line. */
export const protocolPhrases: Readonly<Record<TestId, () => string>> = {
  slr: m.share_protocol_slr,
  'forward-bend': m.share_protocol_forward_bend,
  ake: m.share_protocol_ake,
  'chair-reach': m.share_protocol_chair_reach,
};

/** What may be left out. */
export const partPhrases: Readonly<Record<Part, () => string>> = {
  name: m.share_part_name,
  about: m.share_part_about,
  notes: m.share_part_notes,
  pain: m.share_part_pain,
  plan: m.share_part_plan,
  safety: m.share_part_safety,
  curves: m.share_part_curves,
  motion: m.share_part_motion,
};

const reasons: Readonly<Record<RefusalReason, () => string>> = {
  nobody: m.share_reason_nobody,
  'out-of-frame': m.share_reason_out_of_frame,
  'second-person': m.share_reason_second_person,
  'low-confidence': m.share_reason_low_confidence,
  'not-side-on': m.share_reason_not_side_on,
  'far-leg': m.share_reason_far_leg,
  'no-start': m.share_reason_no_start,
  'no-movement': m.share_reason_no_movement,
  'not-held': m.share_reason_not_held,
  unstable: m.share_reason_unstable,
  bounced: m.share_reason_bounced,
  'knee-bent': m.share_reason_knee_bent,
  'other-leg-lifted': m.share_reason_other_leg_lifted,
  'pelvis-lifted': m.share_reason_pelvis_lifted,
  'thigh-drift': m.share_reason_thigh_drift,
};

/** "Leg raise, left". */
export function stepPhrase({ test, side }: Step, words: Words): string {
  return side === null ? words.test(test) : words.list([words.test(test), words.side(side)]);
}

/** "72° ± 4°". */
export function estimatePhrase({ value, halfWidth95 }: Estimate, words: Words): string {
  return m.table_value({ angle: words.angle(value), width: words.angle(halfWidth95) });
}

/** A number with what was read in other ways, each told: by the camera before a hand corrected it, by a goniometer. */
export function valuePhrase(
  { estimate, automatic, goniometer }: Pick<ReportPoint, 'estimate' | 'automatic' | 'goniometer'>,
  words: Words,
): string {
  return words.list([
    estimatePhrase(estimate, words),
    ...(automatic === null ? [] : [m.share_hand({ angle: words.angle(automatic.value) })]),
    ...(goniometer === null ? [] : [goniometerPhrase(goniometer, words)]),
  ]);
}

/** What a goniometer said: "goniometer 75°". */
function goniometerPhrase({ value }: GoniometerValue, words: Words): string {
  return m.share_goniometer({ angle: words.angle(value) });
}

/** Why a repetition was not counted: "knee bent 18°". */
export function reasonPhrase({ reason, amount }: RefusedTrial, words: Words): string {
  const name = reasons[reason]();
  return amount === null ? name : m.share_by({ reason: name, amount: words.angle(amount) });
}

/** Why repetitions of a result were not counted, each reason once. */
export function reasonPhrases(
  { trials }: Pick<SharedResult, 'trials'>,
  words: Words,
): readonly string[] {
  const phrases = trials.flatMap((trial) =>
    trial.kind === 'refused' ? [reasonPhrase(trial, words)] : [],
  );
  return [...new Set(phrases)];
}

/** How far a number has gone since the start: "8° further". */
export function changePhrase({ amount }: SharedChange, words: Words): string {
  if (amount === 0) return m.share_no_change();
  const angle = words.angle(Math.abs(amount));
  return amount > 0 ? m.share_further({ angle }) : m.share_less_far({ angle });
}

const verdicts: Readonly<Record<Verdict, (inputs: { limit: string }) => string>> = {
  real: m.share_verdict_real,
  possible: m.share_verdict_possible,
  noise: m.share_verdict_noise,
};

/** What a line's change says: "within 10°: no change that measuring could tell". */
export function verdictPhrase(line: SharedLine, verdict: Verdict, words: Words): string {
  // A limit of 10.2 is not reached at 10.
  const limit = Math.ceil(line.limit ?? smallestRealChange(line.test));
  return verdicts[verdict]({ limit: words.angle(limit) });
}

/** Why a visit cannot be compared. */
export function spoilingPhrase(differences: readonly Spoiling[], words: Words): string {
  return words.list(differences.map((one) => differencePhrase(one, words)));
}

function differencePhrase(difference: Spoiling, { angle, number }: Words): string {
  const { aspect, before, now } = difference;
  switch (aspect) {
    case 'yaw':
      return m.share_differs_yaw({ before: angle(before), now: angle(now) });
    case 'height':
      return m.share_differs_height({ before: number(before), now: number(now) });
    case 'distance':
      return m.share_differs_distance({ before: number(before), now: number(now) });
    case 'warm-up':
      return now === 'warm' ? m.share_differs_warm() : m.share_differs_cold();
  }
}
