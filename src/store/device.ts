import * as v from 'valibot';
import type { PeopleDatabase } from './people-database.ts';
import { time } from './values.ts';

/** What this device remembers of its data as a whole. Values on disk that do not fit count as not set. */
const schemas = {
  /** When everything was last exported, in milliseconds since 1970. */
  backedUpAt: time,
  /** When the browser was asked to keep the data for good, in milliseconds since 1970. */
  askedToPersistAt: time,
};

export type DeviceFact = keyof typeof schemas;

/** Facts about the data of this device, whoever they are of. Throws Failure storage-*. */
export interface DeviceFacts {
  /** The value, or null when it is not set. */
  get(name: DeviceFact): Promise<number | null>;
  set(name: DeviceFact, value: number): Promise<void>;
}

/** The facts in the browser's database. */
export class DatabaseFacts implements DeviceFacts {
  readonly #database: PeopleDatabase;

  constructor(database: PeopleDatabase) {
    this.#database = database;
  }

  async get(name: DeviceFact): Promise<number | null> {
    const row = await this.#database.run(() => this.#database.device.get(name));
    const parsed = v.safeParse(v.object({ value: schemas[name] }), row);
    return parsed.success ? parsed.output.value : null;
  }

  async set(name: DeviceFact, value: number): Promise<void> {
    const { device } = this.#database;
    await this.#database.write([device], () => device.put({ key: name, value }));
  }
}

/** Facts that last as long as the page. */
export class MemoryFacts implements DeviceFacts {
  readonly #facts = new Map<DeviceFact, number>();

  get(name: DeviceFact): Promise<number | null> {
    return Promise.resolve(this.#facts.get(name) ?? null);
  }

  set(name: DeviceFact, value: number): Promise<void> {
    this.#facts.set(name, value);
    return Promise.resolve();
  }
}
