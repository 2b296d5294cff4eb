import type { CaseloadRows, OpenRows, Row } from './caseload-rows.ts';

/** The rows of a caseload that last as long as the page: for browsers that refuse storage. */
export class CaseloadMemory implements CaseloadRows {
  readonly #people = new Map<string, Row>();
  readonly #drafts = new Map<string, Row>();
  readonly #records = new Map<string, Row>();
  readonly #watchers = new Set<() => void>();

  async write<T>(work: (rows: OpenRows) => Promise<T>): Promise<T> {
    const done = await work(this.#rows);
    for (const watcher of this.#watchers) watcher();
    return done;
  }

  read<T>(work: (rows: OpenRows) => Promise<T>): Promise<T> {
    return work(this.#rows);
  }

  watch<T>(
    read: () => Promise<T>,
    onvalue: (value: T) => void,
    onfailure: (failure: unknown) => void,
  ): () => void {
    const watcher = (): void => {
      read().then((value) => {
        if (this.#watchers.has(watcher)) onvalue(value);
      }, onfailure);
    };
    this.#watchers.add(watcher);
    watcher();
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  close(): void {
    this.#watchers.clear();
  }

  readonly #rows: OpenRows = {
    // In the order of their ids, as a database gives them.
    people: () =>
      Promise.resolve([...this.#people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
    person: (id) => Promise.resolve(this.#people.get(id)),
    draft: (person) => Promise.resolve(this.#drafts.get(person)),
    putDraft: (row) => Promise.resolve(this.#drafts.set(row.id, row)),
    putPerson: (row) => Promise.resolve(this.#people.set(row.id, row)),
    record: (id) => Promise.resolve(this.#records.get(id)),
    recordsOf: (person) =>
      Promise.resolve([...this.#records.values()].filter((row) => ownerOf(row) === person)),
    putRecords: (rows) => {
      for (const row of rows) this.#records.set(row.id, row);
      return Promise.resolve();
    },
    removeRecord: (id) => Promise.resolve(this.#records.delete(id)),
    removePerson: (id) => {
      for (const row of this.#records.values()) {
        if (ownerOf(row) === id) this.#records.delete(row.id);
      }
      this.#drafts.delete(id);
      return Promise.resolve(this.#people.delete(id));
    },
    clear: () => {
      this.#records.clear();
      this.#people.clear();
      this.#drafts.clear();
      return Promise.resolve();
    },
  };
}

function ownerOf(row: Row): unknown {
  return 'person' in row ? row.person : null;
}
