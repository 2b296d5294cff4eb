import type { SafetyRecord } from '../../core/safety/record.ts';
import type { DiaryEntry } from '../../core/session/diary.ts';
import { m } from '../../messages/generated/messages.js';
import type { LoggedExercise, SharedPerson } from '../content.ts';
import type { Words } from '../words.ts';
import { fhirText } from './fhir-text.ts';
import type { Answer, QuestionnaireResponse, Reference, ResponseItem } from './resources.ts';
import { systems } from './systems.ts';

/** What a person wrote down of a day; null where nothing of it can be said in FHIR. */
export function diaryResponse(
  { id, at, pain, note, minutes }: DiaryEntry,
  patient: Reference,
): QuestionnaireResponse | null {
  const text = fhirText(note);
  return responseOf(id, at, patient, [
    ...(pain === null ? [] : [item('pain', m.share_fhir_pain_now(), numberAnswer(pain))]),
    ...(text === '' ? [] : [item('note', m.share_fhir_note_item(), { valueString: text })]),
    ...(minutes === null ? [] : [item('minutes', m.share_fhir_minutes(), numberAnswer(minutes))]),
  ]);
}

/** The answers of one gate: what was ticked, and pain. What was not ticked, or not asked, is not in it. */
export function safetyResponse(
  record: SafetyRecord,
  patient: Reference,
  words: Words,
): QuestionnaireResponse | null {
  const yes: Answer = { valueBoolean: true };
  if (record.kind === 'seen') {
    return responseOf(record.id, record.at, patient, [item('seen', m.share_fhir_seen(), yes)]);
  }
  const { flags, readiness, pain } = record.answers;
  return responseOf(record.id, record.at, patient, [
    ...flags.map((flag) => item(`sign-${flag}`, words.flag(flag), yes)),
    ...(readiness ?? []).map((one) => item(`readiness-${one}`, words.readiness(one), yes)),
    ...(pain === null ? [] : [item('pain', m.share_fhir_pain_now(), { valueInteger: pain })]),
  ]);
}

/** The name of an exercise done in all that is ever sent of it: it has no id, and two people may do it at once. */
export function exerciseName({ id }: SharedPerson, { at, exercise }: LoggedExercise): string {
  return [id, at, exercise].join('/');
}

/** One exercise that was done. */
export function exerciseResponse(
  person: SharedPerson,
  logged: LoggedExercise,
  patient: Reference,
  words: Words,
): QuestionnaireResponse | null {
  const { at, exercise, seconds, pain } = logged;
  return responseOf(exerciseName(person, logged), at, patient, [
    item('exercise', m.share_fhir_exercise(), { valueString: words.exercise(exercise) }),
    item('seconds', m.share_fhir_seconds(), numberAnswer(seconds)),
    ...(pain === null ? [] : [item('pain', m.share_fhir_pain_now(), numberAnswer(pain))]),
  ]);
}

function responseOf(
  name: string,
  at: number,
  patient: Reference,
  [first, ...more]: readonly ResponseItem[],
): QuestionnaireResponse | null {
  if (first === undefined) return null;
  return {
    resourceType: 'QuestionnaireResponse',
    identifier: { system: systems.identifier, value: name },
    status: 'completed',
    subject: patient,
    source: patient,
    authored: new Date(at).toISOString(),
    item: [first, ...more],
  };
}

function item(linkId: string, text: string, answer: Answer): ResponseItem {
  return { linkId, text, answer: [answer] };
}

function numberAnswer(value: number): Answer {
  return Number.isInteger(value) ? { valueInteger: value } : { valueDecimal: value };
}
