import { Dexie, type Collection } from 'dexie';
import { Failure } from '../core/errors.ts';
import type { Session } from '../core/session/session.ts';
import { countInBatches, mostInBatch, rowsIn } from './batches.ts';
import { grouped } from './grouped.ts';
import { listed, type Listing } from './listed.ts';
import type { PersonDatabase } from './person-database.ts';
import { recordKinds, recordOf, type Damage, type RecordRow } from './records.ts';
import {
  summaryIn,
  summaryKey,
  summaryRow,
  wholeRow,
  type DamagedRow,
  type Summary,
  type SummaryRow,
} from './summary-row.ts';

/*
 * [Note: Summaries] A list of sessions needs a third of what a session's row holds, and needs it of all of them at once. It
 * is kept a second time, packed, in a few rows that are written in the same transaction as the sessions. The records stay
 * the one truth: a summary that is missing, cut, of another form, or that counts other rows than there are is not believed
 * and made anew from them; one session is always read from its record. What a count cannot show, a row that was changed in
 * its place by other hands, shows when the session is opened, or when a backup is made.
 */

const otherKinds = recordKinds.filter((kind) => kind !== 'session');

const none: Summary = { sessions: [], damaged: [] };

/** What changes in the records: sessions that were put, and the ids of rows that hold no session any more. */
export interface SessionChange {
  readonly put: readonly Session[];
  readonly gone: readonly string[];
}

/** Keeps the summaries in step with the records. To be called in the transaction that changes those. */
export async function summarise(
  { summaries }: PersonDatabase,
  { put, gone }: SessionChange,
): Promise<void> {
  const changed = new Set([...gone, ...put.map(({ id }) => id)]);
  const isLeft = ({ id }: { readonly id: string }): boolean => !changed.has(id);
  const added = grouped(put, keyOf);
  const keys = [...new Set([...changed].map(summaryKey))];
  const stored = await summaries.bulkGet(keys);
  await summaries.bulkPut(
    keys.flatMap((key, place) => {
      const before = stored[place] === undefined ? none : readRow(stored[place]);
      // What cannot be believed is left for the reader to find, who makes it anew.
      if (before === null) return [];
      return summaryRow(key, {
        sessions: [...before.sessions.filter(isLeft), ...(added.get(key) ?? [])],
        damaged: before.damaged.filter(isLeft),
      });
    }),
  );
}

function readRow(stored: unknown): Summary | null {
  const row = wholeRow(stored);
  return row && summaryIn(row);
}

/** What lies in the database, not compared with the records yet. */
export interface StoredSummaries {
  /** What its rows say; null for one that is not whole. */
  readonly summaries: readonly (Summary | null)[];
  /** How many rows say that they are sessions, and how many of the records are of no kind that this code knows. */
  readonly sessions: number;
  readonly strangers: number;
}

type Unpacked = Map<string, { readonly sum: number; readonly summary: Summary }>;

/** The summaries of one person's sessions. */
export class Summaries {
  readonly #database: PersonDatabase;
  /** What was unpacked last, by the row's key. */
  #known: Unpacked = new Map();
  #isMade = false;

  constructor(database: PersonDatabase) {
    this.#database = database;
  }

  /** Reads the rows, and what is to be told from the records whether they can be believed. Throws Failure storage-*. */
  read(): Promise<StoredSummaries> {
    const { records, batches, summaries } = this.#database;
    return this.#database.read([records, batches, summaries], async () => {
      const keys = await summaries.toCollection().primaryKeys();
      const known: Unpacked = new Map();
      const [read, all, single, batched, ...others] = await Promise.all([
        // Each comes in a task of its own and is unpacked there, while the browser reads the next, and counts at last.
        Promise.all(keys.map(async (key) => this.#unpacked(await summaries.get(key), known))),
        records.count(),
        this.#ofKind('session').count(),
        countInBatches(this.#database),
        ...otherKinds.map((kind) => this.#ofKind(kind).count()),
      ]);
      const strangers = others.reduce((left, count) => left - count, all - single);
      this.#known = known;
      return { summaries: read, sessions: single + batched, strangers };
    });
  }

  /**
   * What the sessions are listed from. Where the summaries cannot be believed it is read from the records, and they are made
   * anew once; where that fails, they are not. Throws Failure storage-*.
   */
  async listing(stored: StoredSummaries): Promise<Listing> {
    return believed(stored) ?? (await this.#madeAnew());
  }

  /** The damaged rows of the kinds that no summary holds. Throws Failure storage-*. */
  async damagedOthers(): Promise<readonly Damage[]> {
    const rows = await this.#database.run(() =>
      Promise.all(otherKinds.map((kind) => this.#ofKind(kind).toArray())),
    );
    return rows.flat().flatMap((row) => {
      const record = recordOf(row);
      return record.kind === 'damaged' ? record.damage : [];
    });
  }

  #ofKind(kind: RecordRow['kind']): Collection<unknown, string> {
    const { records } = this.#database;
    return records.where('[kind+id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]);
  }

  /** What a row says, if it is whole, unpacked once as long as it stays the same; put among what is `known` of it. */
  #unpacked(stored: unknown, known: Unpacked): Summary | null {
    const row = wholeRow(stored);
    if (row === null) return null;
    const { id, sum } = row;
    const before = this.#known.get(id);
    const now = before?.sum === sum ? before : { sum, summary: summaryIn(row) };
    known.set(id, now);
    return now.summary;
  }

  async #madeAnew(): Promise<Listing> {
    if (this.#isMade) return this.#fromRecords();
    this.#isMade = true;
    const { records, batches, summaries } = this.#database;
    try {
      return await this.#database.write([records, batches, summaries], async () => {
        const listing = await this.#fromRecords();
        await summaries.clear();
        for (const row of rowsOf(listing)) await summaries.put(row);
        return listing;
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return this.#fromRecords();
    }
  }

  async #fromRecords(): Promise<Summary> {
    const sessions: Session[] = [];
    const damaged: DamagedRow[] = [];
    const see = (row: unknown): void => {
      const record = recordOf(row);
      if (record.kind === 'session') sessions.push(listed(record.session));
      const kind = kindOf(row);
      if (record.kind === 'damaged' && !otherKinds.some((other) => other === kind))
        damaged.push({ ...record.damage, kind });
    };
    const { records, batches } = this.#database;
    await this.#database.read([records, batches], async () => {
      await this.#database.readAll(records, see);
      const seeAll = (batch: unknown): void => {
        rowsIn(batch).forEach(see);
      };
      await this.#database.readAll(batches, seeAll, mostInBatch);
    });
    return { sessions, damaged };
  }
}

/** What all summaries say together; null where one of them, or their count of rows, is not what the records say. */
function believed({ summaries, sessions, strangers }: StoredSummaries): Listing | null {
  const all = summaries.filter((summary) => summary !== null);
  if (all.length < summaries.length) return null;
  // Of lists of sessions, flatMap would ask for each of ten thousand whether it is there.
  const listing = {
    sessions: new Array<Session>().concat(...all.map((summary) => summary.sessions)),
    damaged: all.flatMap((summary) => summary.damaged),
  };
  const unread = listing.damaged.filter(({ kind }) => kind === 'session').length;
  const isWhole =
    listing.sessions.length + unread === sessions && listing.damaged.length - unread === strangers;
  return isWhole ? listing : null;
}

/** The rows one by one: who writes each as it comes does not hold up the page. */
function* rowsOf({ sessions, damaged }: Summary): Generator<SummaryRow> {
  const own = grouped(sessions, keyOf);
  const ownDamaged = grouped(damaged, keyOf);
  for (const key of new Set([...own.keys(), ...ownDamaged.keys()])) {
    yield summaryRow(key, { sessions: own.get(key) ?? [], damaged: ownDamaged.get(key) ?? [] });
  }
}

function keyOf({ id }: { readonly id: string }): string {
  return summaryKey(id);
}

function kindOf(stored: unknown): string | null {
  const kind = typeof stored === 'object' && stored && 'kind' in stored ? stored.kind : null;
  return typeof kind === 'string' ? kind : null;
}
