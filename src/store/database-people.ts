import { Dexie } from 'dexie';
import { Failure } from '../core/errors.ts';
import { laterOf, untoldPerson, type Person } from '../core/session/person.ts';
import { DatabaseFacts, type DeviceFacts } from './device.ts';
import { newId } from './ids.ts';
import type { People } from './people.ts';
import type { PeopleDatabase } from './people-database.ts';
import { peopleRecordOf, personRowOf, type PeopleRecord, type Resident } from './people-records.ts';
import { openStore, type Store } from './store.ts';

/** The name of the database with the list of people. */
export function peopleDatabaseOf(name: string): string {
  return `${name}-people`;
}

/** The people in the browser's database. */
export class DatabasePeople implements People {
  readonly refusal = null;
  readonly facts: DeviceFacts;
  readonly #database: PeopleDatabase;
  readonly #name: string;
  #residents: readonly Resident[] = [];

  /** `name`: what all databases' names begin with. */
  constructor(database: PeopleDatabase, name: string) {
    this.#database = database;
    this.#name = name;
    this.facts = new DatabaseFacts(database);
  }

  /** Sees to it that there is a person, and deletes what removed ones have left behind. */
  async settle(): Promise<void> {
    const records = await this.records();
    for (const record of records) {
      if (record.kind === 'tombstone') await this.#deleteLeft(record);
    }
    if (records.some(isPerson)) return;
    await this.#addFirst();
    await this.records();
  }

  get known(): readonly Person[] {
    return this.#residents.map(({ person }) => person);
  }

  async list(): Promise<readonly Person[]> {
    return (await this.residents()).map(({ person }) => person);
  }

  /** Everyone with the name of their database, in the order in which they were added. */
  async residents(): Promise<readonly Resident[]> {
    return (await this.records()).filter(isPerson);
  }

  /** All rows, also marks of who was removed. */
  async records(): Promise<readonly PeopleRecord[]> {
    const records = await this.#database.readAll(this.#database.people, peopleRecordOf);
    this.#residents = records.filter(isPerson);
    return records;
  }

  /** All rows that can be read, by the person's id. */
  async byId(): Promise<ReadonlyMap<string, PeopleRecord>> {
    const records = await this.records();
    return new Map(
      records.flatMap((record) => {
        if (record.kind === 'damaged') return [];
        const { id } = record.kind === 'person' ? record.person : record.removed;
        return [[id, record] as const];
      }),
    );
  }

  /** Takes away a person who was never used, and leaves no mark. */
  async discard({ person, database }: Resident): Promise<void> {
    const { people } = this.#database;
    await this.#database.write([people], () => people.delete(person.id));
    await this.#database.run(() => Dexie.delete(database));
  }

  /** The name that a new person's database gets. */
  databaseOf(id: string): string {
    return `${this.#name}-${id}`;
  }

  async save(person: Person): Promise<void> {
    const { people } = this.#database;
    await this.#database.write([people], async () => {
      const existing = await people.get(person.id);
      const record = existing === undefined ? null : peopleRecordOf(existing);
      if (record?.kind === 'tombstone') return;
      const known = record?.kind === 'person' ? record : null;
      const counts = known === null ? person : laterOf(known.person, person);
      await people.put(personRowOf(counts, known?.database ?? this.databaseOf(person.id)));
    });
  }

  remove(id: string): Promise<void> {
    return this.markRemoved(id, Date.now());
  }

  /** Takes a person away who was removed at a time, here or on another device. */
  async markRemoved(id: string, removedAt: number): Promise<void> {
    const { people } = this.#database;
    const left = await this.#database.write([people], async () => {
      const existing = await people.get(id);
      const record = existing === undefined ? null : peopleRecordOf(existing);
      if (record?.kind === 'tombstone') return record;
      const database = record?.kind === 'person' ? record.database : null;
      await people.put({ kind: 'tombstone', id, removedAt, database });
      return { removed: { id, removedAt }, database };
    });
    await this.#deleteLeft(left);
    await this.settle();
  }

  watch(
    onchange: (people: readonly Person[]) => void,
    onfailure: (failure: Failure) => void = reportError,
  ): () => void {
    return this.#database.watch(() => this.list(), onchange, onfailure);
  }

  async openStore(id: string, onstale: () => void): Promise<Store> {
    const isTheirs = ({ person }: Resident): boolean => person.id === id;
    // Whose database has which name never changes: no need to ask while the page starts.
    const resident = this.#residents.find(isTheirs) ?? (await this.residents()).find(isTheirs);
    if (!resident) throw new Failure('storage-stale');
    return openStore({ name: resident.database, onstale });
  }

  close(): void {
    this.#database.close();
  }

  async erase(): Promise<void> {
    // Also what a removal that was cut off has left behind, and rows that cannot be read.
    const here = (await this.#database.run(() => Dexie.getDatabaseNames())).filter(
      (name) => name === this.#name || name.startsWith(`${this.#name}-`),
    );
    for (const name of here) {
      if (name !== peopleDatabaseOf(this.#name)) await this.#database.run(() => Dexie.delete(name));
    }
    await this.#database.delete();
  }

  async #addFirst(): Promise<void> {
    const { people } = this.#database;
    await this.#database.write([people], async () => {
      const records = (await people.toArray()).map(peopleRecordOf);
      // Another tab may have been faster.
      if (records.some(isPerson)) return;
      const id = newId();
      // See [Note: One database for each person]; only where nobody was ever removed is it theirs.
      const database = records.length === 0 ? this.#name : this.databaseOf(id);
      await people.add(personRowOf(untoldPerson(id), database));
    });
  }

  async #deleteLeft({
    removed,
    database,
  }: Omit<PeopleRecord & { readonly kind: 'tombstone' }, 'kind'>): Promise<void> {
    if (database === null) return;
    await this.#database.run(() => Dexie.delete(database));
    const { people } = this.#database;
    await this.#database.write([people], () =>
      people.put({ kind: 'tombstone', ...removed, database: null }),
    );
  }
}

function isPerson(record: PeopleRecord): record is Resident & { readonly kind: 'person' } {
  return record.kind === 'person';
}
