import type { Need } from '../core/advice/circumstances.ts';
import type { Exercise } from '../core/advice/exercises.ts';
import type { ReasonId } from '../core/advice/recommend.ts';
import { isFact } from '../core/evidence/grade.ts';
import type { Condition } from '../core/safety/conditions.ts';
import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';

/** Why an exercise is in the plan, as a sentence. */
export const reasonWords: Readonly<Record<ReasonId, () => string>> = {
  'sides-differ': m.reason_sides_differ,
  'below-typical': m.reason_below_typical,
  'low-end': m.reason_low_end,
  'anyone-gains': m.reason_anyone_gains,
  'bend-only': m.reason_bend_only,
  'reach-only': m.reason_reach_only,
  'longer-hold': m.reason_longer_hold,
  'off-the-floor': m.reason_off_the_floor,
  'in-a-break': m.reason_in_a_break,
  'standing-reach': m.reason_standing_reach,
  'lengthen-under-load': m.reason_lengthen_under_load,
  'strength-beside': m.reason_strength_beside,
  'trunk-held': m.reason_trunk_held,
  'no-floor-strength': m.reason_no_floor_strength,
  'hips-as-well': m.reason_hips_as_well,
  'calf-as-well': m.reason_calf_as_well,
  'keep-moving': m.reason_keep_moving,
  'own-choice': m.reason_own_choice,
  prescribed: m.reason_prescribed,
};

/** When to leave an exercise or a test out, as the end of a sentence. */
export const conditionWords: Readonly<Record<Condition, () => string>> = {
  osteoporosis: m.condition_osteoporosis,
  'pain-on-bending': m.condition_pain_on_bending,
  'head-down': m.condition_head_down,
  supine: m.condition_supine,
  'recent-injury': m.condition_recent_injury,
  'hip-limits': m.condition_hip_limits,
  unsteady: m.condition_unsteady,
  hypermobility: m.condition_hypermobility,
  'nerve-signs': m.condition_nerve_signs,
};

const needWords: Readonly<Record<Need, () => string>> = {
  floor: m.need_floor,
  strap: m.need_strap,
  doorway: m.need_doorway,
  chair: m.need_chair,
  step: m.need_step,
};

/** What a person does not have or cannot do, as they would say it. */
export const lackingWords: Readonly<Record<Need, () => string>> = {
  floor: m.lacking_floor,
  strap: m.lacking_strap,
  doorway: m.lacking_doorway,
  chair: m.lacking_chair,
  step: m.lacking_step,
};

const positionWords: Readonly<Record<Exercise['position'], () => string>> = {
  lying: m.position_lying,
  kneeling: m.position_kneeling,
  sitting: m.position_sitting,
  standing: m.position_standing,
  moving: m.position_moving,
};

/** How the body is held: "Lying". */
export function positionText({ position }: Exercise): string {
  return positionWords[position]();
}

/** The things an exercise needs, each as part of a list. */
export function needTexts({ needs }: Exercise): readonly string[] {
  return needs.map((need) => needWords[need]());
}

/**
 * When to leave an exercise out, as the end of a sentence: the cautions that were seen at their source,
 * none of the others; null without any.
 */
export function cautionText({ cautions }: Exercise): string | null {
  const seen = cautions.filter(({ grade }) => isFact(grade));
  if (seen.length === 0) return null;
  const either = new Intl.ListFormat(getLocale(), { type: 'disjunction' });
  return either.format(seen.map(({ condition }) => conditionWords[condition]()));
}
