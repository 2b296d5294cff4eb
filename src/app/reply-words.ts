import type { HeldBack } from '../core/advice/prescribed.ts';
import { prescribedDose } from '../core/advice/prescribed.ts';
import type {
  Prescription,
  Reply,
  RevisedTrial,
  Target,
  TypedValue,
} from '../core/advice/reply.ts';
import { exercises } from '../core/advice/exercises.ts';
import type { Joint } from '../core/session/correction.ts';
import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';
import { noonOf } from './calendar-day.ts';
import { doseText } from './dose-words.ts';
import { exerciseWords } from './exercise-words.ts';
import { angleText, dayText, listText, numberText } from './intl.ts';
import { jointText } from './joint-words.ts';
import { conditionWords, lackingWords } from './plan-words.ts';
import { stepText } from './test-words.ts';

/** Who answered: a name, or words in its place. */
export function whoText({ therapist }: Pick<Reply, 'therapist'>): string {
  return therapist.trim() === '' ? m.reply_therapist_unnamed() : therapist;
}

/** "Leg raise, left: 80° by December 1". */
export function targetText(target: Target, now: number): string {
  const step = stepText(target);
  const angle = angleText(target.value);
  if (target.by === null) return m.reply_target({ step, angle });
  return m.reply_target_by({ step, angle, day: dayText(noonOf(target.by), now) });
}

/** "Doorway stretch: 3 × 45 seconds each leg, 6 days a week". */
export function prescriptionText({ exercise, amount, days, side }: Prescription): string {
  const { sided } = exercises[exercise];
  const dose = doseText(prescribedDose(amount, days), sided);
  const text = m.reply_exercise({
    name: exerciseWords[exercise].name(),
    amount: dose.amount,
    rhythm: dose.rhythm,
  });
  if (side === null) return text;
  return side === 'left'
    ? m.reply_begin_left({ exercise: text })
    : m.reply_begin_right({ exercise: text });
}

/** A goniometer's value; `day`: of its visit, null where that is not here. */
export function typedText(value: TypedValue, day: string | null): string {
  const said = { step: stepText(value), angle: angleText(value.value) };
  return day === null ? m.reply_value_of_none(said) : m.reply_value({ ...said, day });
}

/** A repetition with joints elsewhere; `day`: of its visit, null where that is not here. */
export function revisedText(one: RevisedTrial, day: string | null): string {
  const said = {
    step: stepText(one),
    number: numberText(one.trial + 1),
    angle: angleText(one.estimate.value),
    automatic: angleText(one.automatic.value),
    joints: listText(
      (Object.keys(one.joints) as Joint[]).map((joint) => jointText(joint, one.side ?? 'left')),
    ),
  };
  return day === null ? m.reply_revised_of_none(said) : m.reply_revised({ ...said, day });
}

/** Why an exercise of a therapist is not offered: all that speaks against it, the gravest first. */
export function heldBackText(
  { exercise, conditions, lacking, isRefused }: HeldBack,
  isAsked: boolean,
): string {
  const name = exerciseWords[exercise].name();
  if (conditions.length > 0 && !isAsked) return m.reply_held_unasked({ exercise: name });
  if (conditions.length > 0) {
    const either = new Intl.ListFormat(getLocale(), { type: 'disjunction' });
    const words = either.format(conditions.map((condition) => conditionWords[condition]()));
    return m.reply_held_condition({ exercise: name, conditions: words });
  }
  if (isRefused) return m.reply_held_refused({ exercise: name });
  const things = lacking.map((need) => lackingWords[need]()).join('; ');
  return m.reply_held_lacking({ exercise: name, things });
}
