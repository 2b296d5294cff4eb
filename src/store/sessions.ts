import { Failure } from '../core/errors.ts';
import { isToldAfter } from '../core/safety/told.ts';
import type { Motion } from '../core/session/motion.ts';
import type { Session } from '../core/session/session.ts';
import { checkedMotions, motionRow } from './motions.ts';
import type { PersonDatabase } from './person-database.ts';
import { tombstoneOf } from './records-of-kind.ts';
import { checked, isSame, recordOf, rowOf, type Damage, type StoredRecord } from './records.ts';
import { joined, tracesOf } from './traces.ts';

/**
 * The sessions kept on this device. A saved session never changes. Everything throws Failure
 * storage-* for what the browser's storage did; data are then as they were.
 */
export interface Sessions {
  /**
   * Keeps a session with its motions; all of it is on disk when this returns. Saving the same again changes nothing, nor
   * does it add motions. Throws an Error for other content under a known id, for the id of a removed session, and for
   * motions that are of none of its measured trials.
   */
  save(session: Session, motions?: readonly Motion[]): Promise<void>;
  /** All sessions, oldest first, without their curves (each `trace` is empty): find() gives those. */
  list(): Promise<readonly Session[]>;
  /** One session with its curves; null when there is none, or it was removed. Throws when damaged. */
  find(id: string): Promise<Session | null>;
  /**
   * Takes a session away for good, with its corrections, what was told after it, kept pictures and motions; only marks
   * that they were removed stay, of pictures and motions nothing. Unknown ids change nothing.
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
  readonly #database: PersonDatabase;

  constructor(database: PersonDatabase) {
    this.#database = database;
  }

  async save(session: Session, motions: readonly Motion[] = []): Promise<void> {
    const { records, traces, motions: kept } = this.#database;
    const copy = checked(session);
    const [row, curves] = [rowOf(copy), tracesOf(copy)];
    const moved = checkedMotions(copy, motions).map(motionRow);
    await this.#database.write([records, traces, kept], async () => {
      const existing = await records.get(copy.id);
      if (existing === undefined) {
        await records.add(row);
        await traces.add(curves);
        await kept.bulkAdd(moved);
      } else if (
        !isSame(recordOf(existing), recordOf(row)) ||
        !isSame(await traces.get(copy.id), curves)
      ) {
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
    const { records, traces, pictures, motions } = this.#database;
    await this.#database.write([records, traces, pictures, motions], async () => {
      const row = await records.get(id);
      if (row === undefined || recordOf(row).kind === 'tombstone') return;
      const own = (await records.toArray()).map(recordOf).flatMap((record) => {
        if (record.kind === 'correction' && record.correction.sessionId === id) {
          return [record.correction.id];
        }
        if (record.kind !== 'told' || !isToldAfter(record.told)) return [];
        return record.told.sessionId === id ? [record.told.id] : [];
      });
      await records.bulkPut([id, ...own].map(tombstoneOf));
      await traces.delete(id);
      await pictures.where('id').startsWith(`${id}/`).delete();
      await motions.where('id').startsWith(`${id}/`).delete();
    });
  }

  watch(
    onchange: (sessions: readonly Session[], damaged: readonly Damage[]) => void,
    onfailure: (failure: Failure) => void = reportError,
  ): () => void {
    return this.#database.watch(
      () => this.#read(),
      ({ sessions, damaged }) => {
        onchange(sessions, damaged);
      },
      onfailure,
    );
  }

  async #read(): Promise<Reading> {
    const { records } = this.#database;
    return readingOf(await this.#database.readAll(records, recordOf));
  }
}

interface Reading {
  readonly sessions: readonly Session[];
  readonly damaged: readonly Damage[];
}

function readingOf(records: readonly StoredRecord[]): Reading {
  const sessions: Session[] = [];
  const damaged: Damage[] = [];
  for (const record of records) {
    if (record.kind === 'session') sessions.push(record.session);
    if (record.kind === 'damaged') damaged.push(record.damage);
  }
  return { sessions: sessions.sort(oldestFirst), damaged };
}
