import { m } from '../messages/generated/messages.js';
import type { Tally } from '../share/fhir/record-answer.ts';
import { numberText } from './intl.ts';

/** A date of birth as a record has it: a year, a month or a day, left as it is so that it can be compared. */
export function birthText(date: string): string {
  return m.record_found_born({ date });
}

/** What became of what was sent. */
export function sentText({ isNewPatient, created, present, updated }: Tally): string {
  const counts = {
    created: numberText(created),
    present: numberText(present),
    updated: numberText(updated),
  };
  return [m.record_sent(counts), ...(isNewPatient ? [m.record_sent_patient()] : [])].join(' ');
}
