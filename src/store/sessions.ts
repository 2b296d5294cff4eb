import { Failure } from '../core/errors.ts';
import { isToldAfter } from '../core/safety/told.ts';
import type { Motion } from '../core/session/motion.ts';
import type { Session } from '../core/session/session.ts';
import { rowUnder, takeOutOfBatches } from './batches.ts';
import type { Listing } from './listed.ts';
import { checkedMotions, motionRow } from './motions.ts';
import { pause } from './pause.ts';
import type { PersonDatabase } from './person-database.ts';
import { correctionKind, rowsOfKind, toldKind, tombstoneOf } from './records-of-kind.ts';
import { checked, isSame, recordOf, rowOf, type Damage } from './records.ts';
import { Summaries, summarise } from './summaries.ts';
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
  /**
   * All sessions, oldest first, without their curves (each `trace` is empty) and the outlines of their set-ups (null):
   * find() gives those.
   */
  list(): Promise<readonly Session[]>;
  /** One session, whole; null when there is none, or it was removed. Throws when damaged. */
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
  readonly #summaries: Summaries;

  constructor(database: PersonDatabase) {
    this.#database = database;
    this.#summaries = new Summaries(database);
  }

  async save(session: Session, motions: readonly Motion[] = []): Promise<void> {
    const { records, batches, traces, motions: kept, summaries } = this.#database;
    const copy = checked(session);
    const [row, curves] = [rowOf(copy), tracesOf(copy)];
    const moved = checkedMotions(copy, motions).map(motionRow);
    await this.#database.write([records, batches, traces, kept, summaries], async () => {
      const existing = await rowUnder(this.#database, copy.id);
      if (existing === undefined) {
        await records.add(row);
        if (curves) await traces.add(curves);
        await kept.bulkAdd(moved);
        await summarise(this.#database, { put: [copy], gone: [] });
      } else if (!isSame(sessionIn(existing, await traces.get(copy.id)), copy)) {
        throw new Error(`A stored session never changes: ${copy.id}`);
      }
    });
  }

  async list(): Promise<readonly Session[]> {
    return (await this.#read()).sessions;
  }

  async damaged(): Promise<readonly Damage[]> {
    const [{ damaged }, others] = [await this.#read(), await this.#summaries.damagedOthers()];
    return [...damaged, ...others];
  }

  async find(id: string): Promise<Session | null> {
    const { records, batches, traces } = this.#database;
    const [row, curves] = await this.#database.read([records, batches, traces], () =>
      Promise.all([rowUnder(this.#database, id), traces.get(id)]),
    );
    return row === undefined ? null : sessionIn(row, curves);
  }

  async remove(id: string): Promise<void> {
    const { records, batches, traces, pictures, motions, summaries } = this.#database;
    const all = [records, batches, traces, pictures, motions, summaries];
    await this.#database.write(all, async () => {
      const row = await rowUnder(this.#database, id);
      if (row === undefined || recordOf(row).kind === 'tombstone') return;
      const own = [
        ...(await rowsOfKind(this.#database, correctionKind)),
        ...(await rowsOfKind(this.#database, toldKind)).filter(isToldAfter),
      ].filter(({ sessionId }) => sessionId === id);
      await records.bulkPut([id, ...own.map((one) => one.id)].map(tombstoneOf));
      await takeOutOfBatches(this.#database, new Set([id]));
      await summarise(this.#database, { put: [], gone: [id] });
      await traces.delete(id);
      await pictures.where('id').startsWith(`${id}/`).delete();
      await motions.where('id').startsWith(`${id}/`).delete();
    });
  }

  watch(
    onchange: (sessions: readonly Session[], damaged: readonly Damage[]) => void,
    onfailure: (failure: Failure) => void = reportError,
  ): () => void {
    let newest = 0;
    let others: Promise<readonly Damage[]> | null = null;
    const stop = this.#database.watch(
      () => this.#summaries.read(),
      (stored) => {
        const own = ++newest;
        const tell = async (): Promise<void> => {
          const { sessions, damaged } = inOrder(await this.#summaries.listing(stored));
          // What a screen makes of them is a task of its own: in one with the end of the reading it would hold up the page.
          await pause();
          if (own === newest) onchange(sessions, damaged);
          // What else is damaged is looked for once, when the sessions are already there to be seen.
          others ??= this.#summaries.damagedOthers();
          const more = await others;
          if (own === newest && more.length > 0) onchange(sessions, [...damaged, ...more]);
        };
        tell().catch((error: unknown) => {
          if (!(error instanceof Failure)) throw error;
          if (own === newest) onfailure(error);
        });
      },
      onfailure,
    );
    return () => {
      newest += 1;
      stop();
    };
  }

  async #read(): Promise<Listing> {
    return inOrder(await this.#summaries.listing(await this.#summaries.read()));
  }
}

/** The session of its rows, whole; null where it was removed. Throws Failure storage-damaged. */
function sessionIn(row: unknown, curves: unknown): Session | null {
  const record = recordOf(row);
  if (record.kind === 'damaged') {
    throw new Failure('storage-damaged', { cause: record.damage });
  }
  return record.kind === 'session' ? joined(record.session, curves) : null;
}

function inOrder({ sessions, damaged }: Listing): Listing {
  return { sessions: sessions.toSorted(oldestFirst), damaged };
}
