import type { Condition, Need } from '../core/advice/conditions.ts';
import type { ReasonId } from '../core/advice/recommend.ts';
import type { Exercise, ExerciseId } from '../core/advice/exercises.ts';
import { isFact } from '../core/evidence/grade.ts';
import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';

/** What an exercise is called and how it is done, step by step. */
export interface ExerciseWords {
  readonly name: () => string;
  readonly steps: readonly (() => string)[];
}

/** The words of every exercise: one without words does not compile. */
export const exerciseWords: Readonly<Record<ExerciseId, ExerciseWords>> = {
  'strap-supine': {
    name: m.exercise_strap_supine,
    steps: [m.exercise_strap_supine_1, m.exercise_strap_supine_2, m.exercise_strap_supine_3],
  },
  'knee-straightening': {
    name: m.exercise_knee_straightening,
    steps: [
      m.exercise_knee_straightening_1,
      m.exercise_knee_straightening_2,
      m.exercise_knee_straightening_3,
    ],
  },
  doorway: {
    name: m.exercise_doorway,
    steps: [m.exercise_doorway_1, m.exercise_doorway_2, m.exercise_doorway_3],
  },
  'seated-chair': {
    name: m.exercise_seated_chair,
    steps: [m.exercise_seated_chair_1, m.exercise_seated_chair_2, m.exercise_seated_chair_3],
  },
  'standing-step': {
    name: m.exercise_standing_step,
    steps: [m.exercise_standing_step_1, m.exercise_standing_step_2, m.exercise_standing_step_3],
  },
  'toe-touch': {
    name: m.exercise_toe_touch,
    steps: [m.exercise_toe_touch_1, m.exercise_toe_touch_2, m.exercise_toe_touch_3],
  },
  'hip-hinge': {
    name: m.exercise_hip_hinge,
    steps: [m.exercise_hip_hinge_1, m.exercise_hip_hinge_2, m.exercise_hip_hinge_3],
  },
  bridge: {
    name: m.exercise_bridge,
    steps: [m.exercise_bridge_1, m.exercise_bridge_2, m.exercise_bridge_3],
  },
  walking: {
    name: m.exercise_walking,
    steps: [m.exercise_walking_1, m.exercise_walking_2],
  },
};

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
  'keep-moving': m.reason_keep_moving,
};

/** When to leave an exercise out, as the end of a sentence. */
const conditionWords: Readonly<Record<Condition, () => string>> = {
  osteoporosis: m.condition_osteoporosis,
  'pain-on-bending': m.condition_pain_on_bending,
  'head-down': m.condition_head_down,
  supine: m.condition_supine,
  'recent-injury': m.condition_recent_injury,
};

const needWords: Readonly<Record<Need, () => string>> = {
  floor: m.need_floor,
  strap: m.need_strap,
  doorway: m.need_doorway,
  chair: m.need_chair,
  step: m.need_step,
};

const positionWords: Readonly<Record<Exercise['position'], () => string>> = {
  lying: m.position_lying,
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
