import { emergencyNumberIn } from '../core/safety/emergency-numbers.ts';
import type { FlagId } from '../core/safety/flags.ts';
import type { AdviceId, Withheld } from '../core/safety/gate.ts';
import type { QuestionId } from '../core/safety/record.ts';
import type { ReadinessId } from '../core/safety/readiness.ts';
import { m } from '../messages/generated/messages.js';
import { conditionWords } from './plan-words.ts';
import { testWords } from './test-words.ts';

/** What is asked before a check, each as something that a person may tick. */
export const flagWords: Readonly<Record<FlagId, () => string>> = {
  saddle: m.flag_saddle,
  bladder: m.flag_bladder,
  bowel: m.flag_bowel,
  sexual: m.flag_sexual,
  'both-legs': m.flag_both_legs,
  'leg-weakness': m.flag_leg_weakness,
  'jelly-legs': m.flag_jelly_legs,
  'pain-with-numbness': m.flag_pain_with_numbness,
  accident: m.flag_accident,
  'chest-pain-now': m.flag_chest_pain_now,
  'tearing-pain': m.flag_tearing_pain,
  fever: m.flag_fever,
  cancer: m.flag_cancer,
  'weight-loss': m.flag_weight_loss,
  'night-pain': m.flag_night_pain,
  lump: m.flag_lump,
  'fall-with-thin-bones': m.flag_fall_with_thin_bones,
  'between-shoulder-blades': m.flag_between_shoulder_blades,
  'hot-calf': m.flag_hot_calf,
  'first-back-pain': m.flag_first_back_pain,
  'pain-into-leg': m.flag_pain_into_leg,
  'hard-to-stand-or-walk': m.flag_hard_to_stand_or_walk,
  'disturbs-life-or-sleep': m.flag_disturbs_life_or_sleep,
  'not-improving': m.flag_not_improving,
  stiff: m.flag_stiff,
};

/** What is asked in the readiness check, each as something that a person may tick. */
export const readinessWords: Readonly<Record<ReadinessId, () => string>> = {
  heart: m.ready_heart,
  'chest-pain': m.ready_chest_pain,
  dizziness: m.ready_dizziness,
  'long-illness': m.ready_long_illness,
  medicine: m.ready_medicine,
  'joint-trouble': m.ready_joint_trouble,
  'supervised-only': m.ready_supervised_only,
  'recent-injury': m.ready_recent_injury,
  'hip-limits': m.ready_hip_limits,
  pregnancy: m.ready_pregnancy,
  osteoporosis: m.ready_osteoporosis,
  'eye-trouble': m.ready_eye_trouble,
  hypermobility: m.ready_hypermobility,
  'pain-on-bending': m.ready_pain_on_bending,
  'no-lying': m.ready_no_lying,
};

/** Advice that is the same everywhere. */
const plainAdvice: Readonly<
  Record<Exclude<AdviceId, 'call-emergency' | 'be-seen-today'>, () => string>
> = {
  'do-not-drive': m.advice_do_not_drive,
  'ask-first': m.advice_ask_first,
  'speak-with-someone': m.advice_speak_with_someone,
  'no-harder': m.advice_no_harder,
  'rest-today': m.advice_rest_today,
  'go-gently': m.advice_go_gently,
  'stop-before-the-end': m.advice_stop_before_the_end,
  'no-promise': m.advice_no_promise,
};

/**
 * Advice as sentences, with the numbers of the person's region (ISO 3166 code; null where it is not known). `own` is the
 * emergency number that the person set, which counts before ours; null where they set none.
 */
export function adviceText(id: AdviceId, region: string | null, own: string | null): string {
  const numbers = emergencyNumberIn(region);
  if (id === 'call-emergency') {
    const number = own ?? numbers?.call[0];
    return number === undefined
      ? m.advice_call_emergency_unknown()
      : m.advice_call_emergency({ number });
  }
  if (id !== 'be-seen-today') return plainAdvice[id]();
  const line = numbers?.advice ?? null;
  const today = m.advice_be_seen_today();
  return line === null ? today : `${today} ${m.advice_line({ number: line })}`;
}

/** What was ticked, as it was asked. */
export function questionText(question: QuestionId): string {
  return isFlag(question) ? flagWords[question]() : readinessWords[question]();
}

function isFlag(question: QuestionId): question is FlagId {
  return question in flagWords;
}

/** Why a test is not offered: "Forward bend: left out when bending forward hurts." */
export function withheldText({ test, because }: Withheld): string {
  const name = testWords[test]();
  return because === 'pain'
    ? m.gate_withheld_pain({ test: name })
    : m.gate_withheld({ test: name, conditions: conditionWords[because]() });
}
