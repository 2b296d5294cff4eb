import type { Person } from '../core/session/person.ts';
import { m } from '../messages/generated/messages.js';
import { listText, numberText } from './intl.ts';

/** A person's name, or words in its place. */
export function nameText({ name }: Person): string {
  return name === '' ? m.people_unnamed() : name;
}

/** What is told of a person, in one line: "born 1980, 168 cm"; empty where nothing is. */
export function personLine({ birthYear, height }: Person): string {
  return listText([
    ...(birthYear === null ? [] : [m.people_born({ year: String(birthYear) })]),
    ...(height === null ? [] : [m.people_height({ height: numberText(height) })]),
  ]);
}
