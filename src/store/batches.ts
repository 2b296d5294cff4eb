import * as v from 'valibot';
import type { Session } from '../core/session/session.ts';
import { grouped } from './grouped.ts';
import type { PersonDatabase } from './person-database.ts';
import { rowOf } from './records.ts';
import { putInSlices, slicesOf } from './slices.ts';

/*
 * [Note: Batches] To the browser a row costs nearly the same whatever is in it, and an import can bring ten thousand sessions
 * at once: those lie several to a row, in a table of their own. A session that is saved has a row of the records to itself. So
 * each lies in one of two places, its row of the same form in both, and who asks for it here need not know where. A batch
 * holds neighbours: ids that begin alike, so that a session's batches are found by its id. Its key says how many it holds, so
 * that they are counted without being read. Decision 31.
 */

/** The most sessions in a batch; chosen: ten of 4 kB stay below the 64 kB above which Chromium makes a file for a value. */
export const mostInBatch = 10;

/** A row of the batches table as this code writes it. */
interface Batch {
  /** The id of its first session and how many it holds, as in `0197…/8`. */
  readonly id: string;
  readonly rows: readonly unknown[];
}

const batch = v.object({ id: v.string(), rows: v.array(v.unknown()) });

const keyed = v.object({ id: v.string() });

const own = v.object({ kind: v.literal('session'), id: v.string() });

/** The row of a session, or what else the records have under this id; undefined for neither. Throws Failure storage-*. */
export async function rowUnder({ records, batches }: PersonDatabase, id: string): Promise<unknown> {
  const [row, near] = await Promise.all([
    records.get(id),
    batches.where('id').startsWith(beginOf(id)).toArray(),
  ]);
  return row ?? near.flatMap(rowsIn).find((one) => idOf(one) === id);
}

/**
 * Adds sessions that lie nowhere yet; `onput` is told how many, each time some are put. To be called in the transaction that
 * imports them.
 */
export async function addInBatches(
  { batches }: PersonDatabase,
  sessions: readonly Session[],
  onput: (count: number) => void,
): Promise<void> {
  const neighbours = [...grouped(sessions, ({ id }) => beginOf(id)).values()];
  await putInSlices(
    batches,
    neighbours.flatMap((group) => slicesOf(group, mostInBatch)),
    (some) => batchOf(some.map(rowOf)),
    (put) => {
      onput(put.flat().length);
    },
    mostInBatch,
  );
}

/** Takes what has these ids out of its batches. To be called in the transaction that changes it. */
export async function takeOutOfBatches(
  { batches }: PersonDatabase,
  ids: ReadonlySet<string>,
): Promise<void> {
  const begins = new Set([...ids].map(beginOf));
  const keys = await batches.toCollection().primaryKeys();
  const near = keys.filter((key) => begins.has(beginOf(key)));
  for (const stored of await batches.bulkGet(near)) {
    const rows = rowsIn(stored);
    const left = rows.filter((row) => !ids.has(idOf(row)));
    if (left.length === rows.length) continue;
    await batches.delete(idOf(stored));
    if (left.length > 0) await batches.put(batchOf(left));
  }
}

/** How many sessions lie in batches. Throws Failure storage-*. */
export async function countInBatches({ batches }: PersonDatabase): Promise<number> {
  const keys = await batches.toCollection().primaryKeys();
  return keys.reduce((sum, key) => sum + sizeIn(key), 0);
}

/** What lies in a batch: rows of sessions. In the place of each that is none, or is not there, is one that cannot be read. */
export function rowsIn(stored: unknown): readonly unknown[] {
  const key = idOf(stored);
  const rows = v.is(batch, stored) ? stored.rows : [];
  const count = Math.max(sizeIn(key), rows.length);
  return Array.from({ length: count }, (_, at) =>
    v.is(own, rows[at]) ? rows[at] : { kind: 'session', id: key.split('/')[0] },
  );
}

function batchOf(rows: readonly unknown[]): Batch {
  return { id: `${idOf(rows[0])}/${String(rows.length)}`, rows };
}

/** What the ids of neighbours begin with: those of UUIDv7 that were made within the same 3.1 days (2 ** 28 ms) do. */
function beginOf(id: string): string {
  return id.slice(0, 5);
}

/** How many sessions a batch with this key holds. */
function sizeIn(key: string): number {
  const size = Number(key.split('/')[1]);
  return Number.isInteger(size) && size > 0 && size <= mostInBatch ? size : 1;
}

function idOf(row: unknown): string {
  return v.is(keyed, row) ? row.id : '';
}
