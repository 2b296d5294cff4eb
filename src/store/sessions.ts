import { Failure } from '../core/errors.ts';
import type { Session } from '../core/session/session.ts';
import { correctionsIn, tombstoneOf } from './corrections.ts';
import type { Database } from './database.ts';
import { checked, isSame, recordOf, rowOf, type Damage } from './records.ts';
import { joined, tracesOf } from './traces.ts';

/**
 * The sessions kept on this device. A saved session never changes. Everything throws Failure
 * storage-* for what the browser's storage did; data are then as they were.
 */
export interface Sessions {
  /**
   * Keeps a session; it is on disk when this returns. Saving the same again changes nothing. Throws
   * an Error for other content under a known id, or for the id of a removed session.
   */
  save(session: Session): Promise<void>;
  /** All sessions, oldest first, without their curves (each `trace` is empty): find() gives those. */
  list(): Promise<readonly Session[]>;
  /** One session with its curves; null when there is none, or it was removed. Throws when damaged. */
  find(id: string): Promise<Session | null>;
  /**
   * Takes a session away for good, with its corrections and kept pictures; only marks that they were removed
   * stay, of pictures nothing. Unknown ids change nothing.
   */
  remove(id: string): Promise<void>;
  /** The rows that list() skips because they cannot be read. */
  damaged(): Promise<readonly Damage[]>;
  /**
   * Gives the list and what is damaged, now and after each change in this tab or another, until the
   * returned function is called. `onfailure` gets what made a reading fail; the next change tries again.
   */
  watch(
    onchange: (sessions: readonly Session[], damaged: readonly Damage[]) => void,
    onfailure?: (failure: Failure) => void,
  ): () => void;
}

/** Oldest first; of the same moment, the id made first. */
export function oldestFirst(a: Session, b: Session): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}

/** The sessions in the browser's database. */
export class DatabaseSessions implements Sessions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(session: Session): Promise<void> {
    const { records, traces } = this.#database;
    const copy = checked(session);
    const [row, curves] = [rowOf(copy), tracesOf(copy)];
    await this.#database.write([records, traces], async () => {
      const existing = await records.get(copy.id);
      if (existing === undefined) {
        await records.add(row);
        await traces.add(curves);
      } else if (!isSame([existing, await traces.get(copy.id)], [row, curves])) {
        throw new Error(`A stored session never changes: ${copy.id}`);
      }
    });
  }

  async list(): Promise<readonly Session[]> {
    return (await this.#read()).sessions;
  }

  async damaged(): Promise<readonly Damage[]> {
    return (await this.#read()).damaged;
  }

  async find(id: string): Promise<Session | null> {
    const { records, traces } = this.#database;
    const [row, curves] = await this.#database.run(() =>
      Promise.all([records.get(id), traces.get(id)]),
    );
    if (row === undefined) return null;
    const record = recordOf(row);
    if (record.kind === 'damaged') {
      throw new Failure('storage-damaged', { cause: record.damage });
    }
    return record.kind === 'session' ? joined(record.session, curves) : null;
  }

  async remove(id: string): Promise<void> {
    const { records, traces, pictures } = this.#database;
    await this.#database.write([records, traces, pictures], async () => {
      const row = await records.get(id);
      if (row === undefined || recordOf(row).kind === 'tombstone') return;
      const own = correctionsIn(await records.toArray()).filter(
        ({ sessionId }) => sessionId === id,
      );
      await records.bulkPut([id, ...own.map((correction) => correction.id)].map(tombstoneOf));
      await traces.delete(id);
      await pictures.where('id').startsWith(`${id}/`).delete();
    });
  }

  watch(
    onchange: (sessions: readonly Session[], damaged: readonly Damage[]) => void,
    onfailure: (failure: Failure) => void = reportError,
  ): () => void {
    return this.#database.watch(
      () => this.#database.records.toArray(),
      (rows) => {
        const { sessions, damaged } = read(rows);
        onchange(sessions, damaged);
      },
      onfailure,
    );
  }

  async #read(): Promise<Reading> {
    return read(await this.#database.run(() => this.#database.records.toArray()));
  }
}

interface Reading {
  readonly sessions: readonly Session[];
  readonly damaged: readonly Damage[];
}

function read(rows: readonly unknown[]): Reading {
  const sessions: Session[] = [];
  const damaged: Damage[] = [];
  for (const record of rows.map(recordOf)) {
    if (record.kind === 'session') sessions.push(record.session);
    if (record.kind === 'damaged') damaged.push(record.damage);
  }
  return { sessions: sessions.sort(oldestFirst), damaged };
}
