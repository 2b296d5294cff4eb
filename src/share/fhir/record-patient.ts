import * as v from 'valibot';
import { fhirText } from './fhir-text.ts';

/** Somebody in the record, to be looked at before anything is sent to them. Texts of strangers. */
export interface RecordPatient {
  /** "Patient/17". */
  readonly reference: string;
  /** Empty where the record has none. */
  readonly name: string;
  /** A date or a part of one; null for none. */
  readonly birthDate: string | null;
}

const patient = v.object({
  resourceType: v.literal('Patient'),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9.-]{1,64}$/)),
  // A patient who was merged into another, or entered by mistake.
  active: v.optional(v.literal(true)),
  name: v.optional(
    v.array(
      v.object({
        text: v.optional(v.string()),
        given: v.optional(v.array(v.string())),
        family: v.optional(v.string()),
      }),
    ),
  ),
  birthDate: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d\d){0,2}$/))),
});

const searchset = v.object({
  resourceType: v.literal('Bundle'),
  entry: v.optional(v.array(v.object({ resource: v.optional(v.unknown()) })), []),
});

/** Chosen: longer than names are. */
const mostName = 120;

/** The patient in an answer; null for what is none, and for one who is no longer in use. */
export function patientIn(content: unknown): RecordPatient | null {
  const parsed = v.safeParse(patient, content);
  if (!parsed.success) return null;
  const { id, name, birthDate } = parsed.output;
  const [first] = name ?? [];
  const { text, given = [], family = '' } = first ?? {};
  const whole = fhirText(text ?? [...given, family].join(' ')).slice(0, mostName);
  return { reference: `Patient/${id}`, name: whole, birthDate: birthDate ?? null };
}

/** The patients in a search's answer; null for what is none. */
export function patientsIn(content: unknown): readonly RecordPatient[] | null {
  const parsed = v.safeParse(searchset, content);
  if (!parsed.success) return null;
  return parsed.output.entry
    .map(({ resource }) => patientIn(resource))
    .filter((one) => one !== null);
}

/** What was typed of a patient, as a search: "number" or "system|number". */
export function identifierSearch(typed: string): string {
  const [first = '', ...rest] = typed.split('|');
  // What would be a list or the end of a part in a search (FHIR R4, search, escaping).
  const escaped = [first, ...(rest.length === 0 ? [] : [rest.join('|')])].map((part) =>
    part.replaceAll(/[\\,$|]/g, String.raw`\$&`),
  );
  return `Patient?identifier=${encodeURIComponent(escaped.join('|'))}`;
}

/** The id in what was typed, with or without "Patient/"; null for what can be none. */
export function patientId(typed: string): string | null {
  return /^(?:Patient\/)?([A-Za-z0-9][A-Za-z0-9.-]{0,63})$/.exec(typed)?.[1] ?? null;
}
