import type { Table } from 'dexie';
import { Database } from './database.ts';
import type { Migration } from './migration.ts';

const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      // Who measures on this device, and marks of who was removed. One row per person.
      people: 'id',
      // What this device remembers of its data as a whole.
      device: 'key',
    },
  },
];

/** The connection to the list of people. What is measured of each lies in a database of their own. */
export class PeopleDatabase extends Database {
  readonly people: Table<unknown, string>;
  readonly device: Table<unknown, string>;

  constructor(name: string, onstale: () => void) {
    super(name, migrations, onstale);
    this.people = this.table('people');
    this.device = this.table('device');
  }
}
