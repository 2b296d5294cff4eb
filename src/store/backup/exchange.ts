import { DatabasePeople, peopleDatabaseOf } from '../database-people.ts';
import { PeopleDatabase } from '../people-database.ts';
import { PersonDatabase } from '../person-database.ts';
import { fates, type Records } from './merge.ts';
import { mergeInto, recordsIn } from './person-records.ts';
import { countsOf, type PersonPreview, type Preview } from './preview.ts';
import type { Backup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

/** What was exported. */
export interface Exported {
  readonly file: Blob;
  readonly people: number;
  readonly sessions: number;
}

/** How an export is made: what databases' names begin with, the app's version, and whether pictures go along. */
export interface ExportWish {
  readonly name: string;
  readonly app: string;
  readonly withPictures: boolean;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/** Puts everything of everyone into one file. Throws Failure storage-*. */
export function exportAll(
  { name, app, withPictures, madeAt }: ExportWish,
  onprogress: (share: number) => void,
): Promise<Exported> {
  return withPeople(name, async (stored) => {
    const removedPeople = (await stored.records()).flatMap((record) =>
      record.kind === 'tombstone' ? record.removed : [],
    );
    const people = [];
    for (const { person, database } of await stored.residents()) {
      const all = await withDatabase(database, recordsIn);
      const records = withPictures ? all : withoutPictures(all);
      people.push({ person, records });
    }
    const sessions = people.flatMap(({ records }) =>
      [...records.values()].filter(({ kind }) => kind === 'session'),
    );
    const file = await writeBackup({ madeAt, app, people, removedPeople }, onprogress);
    return { file, people: people.length, sessions: sessions.length };
  });
}

/** What importing a backup would do; nothing is changed. Throws Failure storage-*. */
export function previewOf(name: string, backup: Backup): Promise<Preview> {
  return withPeople(name, async (stored) => {
    const known = await stored.byId();
    const people: PersonPreview[] = [];
    for (const { person, records } of backup.people) {
      const found = known.get(person.id);
      const isHere = found?.kind === 'person';
      const mine = isHere ? await withDatabase(found.database, recordsIn) : new Map<never, never>();
      const fate = found?.kind === 'tombstone' ? 'gone' : isHere ? 'known' : 'new';
      people.push({ person, fate, ...countsOf(fates(mine, records), mine, records) });
    }
    for (const { id } of backup.removedPeople) {
      const mine = known.get(id);
      if (mine?.kind !== 'person') continue;
      const here = await withDatabase(mine.database, recordsIn);
      const all = new Map([...here.keys()].map((key) => [key, 'removed'] as const));
      people.push({ person: mine.person, fate: 'removed', ...countsOf(all, here) });
    }
    return { madeAt: backup.madeAt, people };
  });
}

/**
 * Imports a backup: each person's records all or none, so that doing it again puts right what was cut off; see
 * [Note: Merging]. Throws Failure storage-*.
 */
export function importAll(
  name: string,
  backup: Backup,
  onprogress: (share: number) => void,
): Promise<void> {
  return withPeople(name, async (stored) => {
    for (const { id, removedAt } of backup.removedPeople) await stored.markRemoved(id, removedAt);
    for (const [index, { person, records }] of backup.people.entries()) {
      const known = (await stored.byId()).get(person.id);
      if (known?.kind === 'tombstone') continue;
      const database = known?.kind === 'person' ? known.database : stored.databaseOf(person.id);
      const tell = (share: number): void => {
        onprogress((index + share) / backup.people.length);
      };
      await withDatabase(database, (opened) => mergeInto(opened, records, tell));
      // Last, so that nobody is listed whose records are not there.
      await stored.save(person);
    }
    await dropUnused(stored, new Set(backup.people.map(({ person }) => person.id)));
  });
}

/** The first person, of whom nothing is told or measured, gives way to those who were imported. */
async function dropUnused(stored: DatabasePeople, imported: ReadonlySet<string>): Promise<void> {
  const residents = await stored.residents();
  if (!residents.some(({ person }) => imported.has(person.id))) return;
  for (const resident of residents) {
    const { id, changedAt } = resident.person;
    if (imported.has(id) || changedAt > 0) continue;
    const isUnused = await withDatabase(
      resident.database,
      async ({ records, batches, settings }) => {
        const counts = await Promise.all(
          [records, batches, settings].map((table) => table.count()),
        );
        return counts.every((count) => count === 0);
      },
    );
    if (isUnused) await stored.discard(resident);
  }
}

function withoutPictures(records: Records): Records {
  return new Map([...records].filter(([, { kind }]) => kind !== 'picture'));
}

async function withPeople<T>(
  name: string,
  work: (people: DatabasePeople) => Promise<T>,
): Promise<T> {
  const database = new PeopleDatabase(peopleDatabaseOf(name), () => undefined);
  try {
    await database.open();
    return await work(new DatabasePeople(database, name));
  } finally {
    database.close();
  }
}

async function withDatabase<T>(
  name: string,
  work: (database: PersonDatabase) => Promise<T>,
): Promise<T> {
  const database = new PersonDatabase(name, () => undefined);
  try {
    await database.open();
    return await database.run(() => work(database));
  } finally {
    database.close();
  }
}
