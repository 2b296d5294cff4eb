import { Failure } from '../core/errors.ts';
import { DatabasePeople, peopleDatabaseOf } from './database-people.ts';
import { memoryPeople } from './memory-people.ts';
import type { People } from './people.ts';
import { PeopleDatabase } from './people-database.ts';

/** The name of the first person's database; the others' begin with it. */
export const firstDatabase = 'limber';

interface Options {
  /** What all databases' names begin with. */
  readonly name?: string;
  /** Called once when this page is to be loaded anew: its code has become too old, or all was erased. */
  readonly onstale?: () => void;
}

/**
 * Opens the list of people; where the browser refuses storage, one that lasts as long as the page. Throws
 * Failure storage-stale when it was written by newer code than this.
 */
export async function openPeople({ name = firstDatabase, onstale }: Options = {}): Promise<People> {
  const database = new PeopleDatabase(peopleDatabaseOf(name), onstale ?? (() => undefined));
  try {
    await database.open();
    const people = new DatabasePeople(database, name);
    await people.settle();
    return people;
  } catch (error) {
    if (error instanceof Failure && error.code !== 'storage-stale') return memoryPeople(error);
    throw error;
  }
}
