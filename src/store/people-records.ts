import * as v from 'valibot';
import type { Person } from '../core/session/person.ts';
import { id, time } from './values.ts';

/** Chosen: as long as a name on a form; and as a remark in a few lines. */
const longestName = 80;
const longestSideNote = 500;

const sideNote = v.pipe(v.string(), v.maxLength(longestSideNote));

const personEntries = {
  id,
  name: v.pipe(v.string(), v.maxLength(longestName)),
  birthYear: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(9999))),
  sex: v.nullable(v.picklist(['female', 'male'])),
  // Chosen: the smallest and the largest adult known stay well inside.
  height: v.nullable(v.pipe(v.number(), v.minValue(30), v.maxValue(300))),
  sideNotes: v.strictObject({ left: sideNote, right: sideNote }),
  changedAt: time,
};

/** A person, as in core. */
export const person: v.GenericSchema<unknown, Person> = v.strictObject(personEntries);

/** A mark that a person was removed, with the time: no merge brings them back. */
export const removedPerson = v.strictObject({ id, removedAt: time });
export type RemovedPerson = v.InferOutput<typeof removedPerson>;

const personRow = v.strictObject({
  kind: v.literal('person'),
  ...personEntries,
  /** The name of the database that holds what is measured of them. */
  database: v.string(),
});

const tombstoneRow = v.strictObject({
  kind: v.literal('tombstone'),
  ...removedPerson.entries,
  /** The database that is still to be deleted; null once it is. */
  database: v.nullable(v.string()),
});

const row = v.variant('kind', [personRow, tombstoneRow]);

/** A row of the people table as this code writes it. */
export type PersonRow = v.InferInput<typeof row>;

/** Someone who measures on this device, and where what is measured of them lies. */
export interface Resident {
  readonly person: Person;
  readonly database: string;
}

/** What the people table holds. */
export type PeopleRecord =
  | ({ readonly kind: 'person' } & Resident)
  | {
      readonly kind: 'tombstone';
      readonly removed: RemovedPerson;
      readonly database: string | null;
    }
  | { readonly kind: 'damaged' };

/** What a row of the people table says. Never throws. */
export function peopleRecordOf(stored: unknown): PeopleRecord {
  const parsed = v.safeParse(row, stored);
  if (!parsed.success) return { kind: 'damaged' };
  if (parsed.output.kind === 'tombstone') {
    const { kind, database, ...removed } = parsed.output;
    return { kind, removed, database };
  }
  const { kind, database, ...found } = parsed.output;
  return { kind, person: found, database };
}

/** The row of a person. Throws ValiError where they are not fit to be stored: a bug of the caller. */
export function personRowOf(told: Person, database: string): PersonRow {
  return { kind: 'person', ...v.parse(person, told), database };
}
