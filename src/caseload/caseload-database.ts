import type { Table } from 'dexie';
import { Database } from '../store/database.ts';
import type { Migration } from '../store/migration.ts';
import type { CaseloadRows, OpenRows } from './caseload-rows.ts';

/** The shapes of the caseload's database, from the first released to the one that this code writes. */
export const caseloadMigrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      // Shares, notes, goniometer values: each by its id, found by whose it is.
      records: 'id, person',
      // What the list shows. One row per person, so that a list of 500 reads 500 small rows.
      people: 'id',
    },
  },
  {
    version: 2,
    // What is written of a reply so far: one row per person, apart, so that writing it reads no share again.
    stores: { drafts: 'id' },
  },
];

/** The rows of a caseload in the browser's database: one of its own, apart from anybody's who measures here. */
export class CaseloadDatabase implements CaseloadRows {
  readonly #database: Database;
  readonly #records: Table<unknown, string>;
  readonly #people: Table<unknown, string>;
  readonly #drafts: Table<unknown, string>;

  constructor(name: string, onstale: () => void) {
    this.#database = new Database(name, caseloadMigrations, onstale);
    this.#records = this.#database.table('records');
    this.#people = this.#database.table('people');
    this.#drafts = this.#database.table('drafts');
  }

  /** Opens it, creating what is not there. Throws Failure storage-*. */
  open(): Promise<void> {
    return this.#database.open();
  }

  write<T>(work: (rows: OpenRows) => Promise<T>): Promise<T> {
    return this.#database.write([this.#records, this.#people, this.#drafts], () =>
      work(this.#rows),
    );
  }

  read<T>(work: (rows: OpenRows) => Promise<T>): Promise<T> {
    return this.#database.read([this.#records, this.#people, this.#drafts], () => work(this.#rows));
  }

  watch<T>(
    read: () => Promise<T>,
    onvalue: (value: T) => void,
    onfailure: (failure: unknown) => void,
  ): () => void {
    return this.#database.watch(read, onvalue, onfailure);
  }

  close(): void {
    this.#database.close();
  }

  readonly #rows: OpenRows = {
    people: () => this.#people.toArray(),
    person: (id) => this.#people.get(id),
    draft: (person) => this.#drafts.get(person),
    putDraft: (row) => this.#drafts.put(row),
    putPerson: (row) => this.#people.put(row),
    record: (id) => this.#records.get(id),
    recordsOf: (person) => this.#records.where('person').equals(person).toArray(),
    putRecords: (rows) => this.#records.bulkPut([...rows]),
    removeRecord: (id) => this.#records.delete(id),
    removePerson: async (id) => {
      await this.#records.where('person').equals(id).delete();
      await this.#people.delete(id);
      await this.#drafts.delete(id);
    },
    clear: async () => {
      await this.#records.clear();
      await this.#people.clear();
      await this.#drafts.clear();
    },
  };
}
