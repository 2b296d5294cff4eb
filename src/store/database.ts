import { Dexie, liveQuery, type DBCore, type Table } from 'dexie';
import { Failure } from '../core/errors.ts';
import { failureOf } from './faults.ts';
import { declareVersions, latestOf, type Migration } from './migration.ts';

/**
 * [Note: Stale tabs] A tab that runs old code must not write old-shaped rows into a database that
 * another tab has upgraded. Dexie alone lets it: its own versionchange handler closes the connection
 * but opens it again at the newer version with the next write, and so does a page that comes back
 * from the back/forward cache. Three things stop that: our handler closes for good, every opening
 * checks the version on disk, and no write passes once this tab knows that it is stale. Reads and
 * writes then fail with `storage-stale` until the page is loaded anew.
 */

/** How many records are read at once: chosen so that reading and parsing them takes well under the 50 ms of a long task. */
const sliceSize = 200;

/** A connection to one of the browser's databases. Rows come out as `unknown`: who reads them parses them. */
export class Database {
  readonly name: string;
  readonly #dexie: Dexie;
  readonly #latestVersion: number;
  readonly #onstale: () => void;
  #stale = false;

  /** Prepares a connection; `onstale` is called once, when this tab's code has become too old. */
  constructor(name: string, migrations: readonly Migration[], onstale: () => void) {
    this.name = name;
    this.#latestVersion = latestOf(migrations);
    this.#onstale = onstale;
    // Else Dexie traces every refused read to the console, on localhost only.
    Dexie.debug = false;
    this.#dexie = new Dexie(name, {
      // A saved session must survive a power cut; costs 0.3 ms a write (measured on Chromium 156).
      chromeTransactionDurability: 'strict',
      // The cache shows a write before it is on disk, so also one that then fails.
      cache: 'disabled',
    });
    declareVersions(this.#dexie, migrations);
    this.#refuseWhenStale();
  }

  /** One of its tables. */
  table(name: string): Table<unknown, string> {
    return this.#dexie.table(name);
  }

  /** Opens it, creating or upgrading what is there. Throws Failure storage-*. */
  async open(): Promise<void> {
    await this.run(() => this.#dexie.open());
  }

  /** All of `work` or nothing of it is written, and on disk when this returns. Throws Failure storage-*. */
  async write<T>(tables: readonly Table<unknown, string>[], work: () => Promise<T>): Promise<T> {
    return this.run(() => this.#dexie.transaction('rw', [...tables], work));
  }

  /** What `work` reads, as it was at one moment. Throws Failure storage-*. */
  async read<T>(tables: readonly Table<unknown, string>[], work: () => Promise<T>): Promise<T> {
    return this.run(() => this.#dexie.transaction('r', [...tables], work));
  }

  /** Runs a read or write. Throws Failure storage-* for what the surroundings did, bugs as they are. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#failureOf(error) ?? error;
    }
  }

  /**
   * What `parse` makes of every row of a table, in the order of their keys, as they were at one moment. Read slice
   * by slice, so that a long history does not hold up the page; `perRow` is how many records a row has at most. Throws
   * Failure storage-*.
   */
  async readAll<T>(
    table: Table<unknown, string>,
    parse: (row: unknown) => T,
    perRow = 1,
  ): Promise<T[]> {
    const key = String(table.schema.primKey.keyPath);
    const atOnce = Math.ceil(sliceSize / perRow);
    return this.read([table], async () => {
      const parsed: T[] = [];
      let rows = await table.limit(atOnce).toArray();
      while (rows.length > 0) {
        for (const row of rows) parsed.push(parse(row));
        if (rows.length < atOnce) break;
        const last = (rows.at(-1) as Record<string, string>)[key] ?? '';
        rows = await table.where(':id').above(last).limit(atOnce).toArray();
      }
      return parsed;
    });
  }

  /**
   * Gives what `read` gives, now and after every change to the rows it read, in this tab or another.
   * Ends when the returned function is called. Silent once stale: `onstale` has said so. A reading
   * that failed is tried again at the next change.
   */
  watch<T>(
    read: () => Promise<T>,
    onvalue: (value: T) => void,
    onfailure: (failure: Failure) => void,
  ): () => void {
    const subscription = liveQuery(read).subscribe({
      next: onvalue,
      error: (error: unknown) => {
        const failure = this.#failureOf(error);
        if (failure) onfailure(failure);
        else reportError(error);
      },
    });
    return () => {
      subscription.unsubscribe();
    };
  }

  /** Ends the connection; it cannot be used again. */
  close(): void {
    this.#dexie.close({ disableAutoOpen: true });
  }

  /** Ends the connection and deletes everything stored; other tabs become stale. Throws Failure storage-*. */
  async delete(): Promise<void> {
    await this.run(() => this.#dexie.delete({ disableAutoOpen: true }));
  }

  #refuseWhenStale(): void {
    this.#dexie.on('versionchange', () => {
      this.#becomeStale();
      return false;
    });
    const checkAgainAtEveryOpening = true;
    this.#dexie.on(
      'ready',
      () => {
        // Dexie keeps ten native versions for each of its own.
        const onDisk = Math.floor(this.#dexie.backendDB().version / 10);
        if (onDisk <= this.#latestVersion) return;
        this.#becomeStale();
        throw new Failure('storage-stale');
      },
      checkAgainAtEveryOpening,
    );
    this.#dexie.use({
      stack: 'dbcore',
      name: 'stale-guard',
      create: (core) => this.#guarded(core),
    });
  }

  #guarded(core: DBCore): DBCore {
    return {
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) =>
            this.#stale ? Promise.reject(new Failure('storage-stale')) : table.mutate(request),
        };
      },
    };
  }

  #becomeStale(): void {
    this.close();
    if (this.#stale) return;
    this.#stale = true;
    this.#onstale();
  }

  #failureOf(error: unknown): Failure | null {
    if (this.#stale) return new Failure('storage-stale', { cause: error });
    return failureOf(error);
  }
}
