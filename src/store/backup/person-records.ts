import type { Table } from 'dexie';
import * as v from 'valibot';
import { addInBatches, rowsIn, takeOutOfBatches } from '../batches.ts';
import { motionInRow, motionRow } from '../motions.ts';
import type { PersonDatabase } from '../person-database.ts';
import { pictureIn, pictureRow } from '../pictures.ts';
import { recordOf, replyRowOf, toldRow, wishRowOf, type RecordRow } from '../records.ts';
import { putInSlices } from '../slices.ts';
import { summarise } from '../summaries.ts';
import { joined, tracesOf } from '../traces.ts';
import { motionRecord, pictureRecord, sessionRecord, type BackupRecord } from './backup-record.ts';
import { merged, type Records } from './merge.ts';

/**
 * The records in a person's database, with curves, motions and kept pictures. Damaged ones are left out: a backup that has
 * them whole puts them right. Throws Failure storage-*.
 */
export async function recordsIn(database: PersonDatabase): Promise<Records> {
  const { records, batches, traces, pictures, motions } = database;
  return database.read([records, batches, traces, pictures, motions], async () => {
    const curves = new Map<unknown, unknown>();
    for (const row of await traces.toArray()) curves.set(idOf(row), row);
    const found = new Map<string, BackupRecord>();
    const batched = (await batches.toArray()).flatMap(rowsIn);
    for (const row of [...(await records.toArray()), ...batched]) {
      const record = backupRecordOf(row, curves);
      if (record) found.set(record.id, record);
    }
    for (const row of await pictures.toArray()) {
      const picture = pictureIn(row);
      if (picture) found.set(pictureRecord(picture).id, pictureRecord(picture));
    }
    for (const row of await motions.toArray()) {
      const motion = motionInRow(row);
      if (motion) found.set(motionRecord(motion).id, motionRecord(motion));
    }
    return found;
  });
}

/**
 * Merges records into a person's database, all of them or none: see [Note: Merging]. What is there is read in the
 * same transaction, so nothing that is saved meanwhile is lost. `onprogress` is told the share of its rows that is written.
 * Throws Failure storage-*.
 */
export async function mergeInto(
  database: PersonDatabase,
  there: Records,
  onprogress: (share: number) => void = () => undefined,
): Promise<void> {
  const { records, batches, traces, pictures, motions, summaries } = database;
  await database.write([records, batches, traces, pictures, motions, summaries], async () => {
    const here = await recordsIn(database);
    const after = merged(here, there);
    const changed = [...after.values()].filter((record) => here.get(record.id) !== record);
    const gone = [...here.keys()].filter((id) => after.get(id)?.kind !== here.get(id)?.kind);
    // Also what is damaged gives way to whatever has its id, and the curves that a damaged session has left behind.
    const replaced = new Set([...gone, ...changed.map(({ id }) => id)]);
    await deleteFrom(records, replaced);
    await deleteFrom(traces, replaced);
    await takeOutOfBatches(database, replaced);
    await pictures.bulkDelete(gone);
    await motions.bulkDelete(gone);
    const sessions = changed.flatMap((one) => (one.kind === 'session' ? one.session : []));
    const curves = sessions.flatMap((session) => tracesOf(session) ?? []);
    const others = changed.flatMap(rowsOf);
    const kept = changed.flatMap((one) => (one.kind === 'picture' ? one.picture : []));
    const moved = changed.flatMap((one) => (one.kind === 'motion' ? one.motion : []));
    let written = 0;
    const tell = (count: number): void => {
      written += count;
      onprogress(written / (changed.length + curves.length));
    };
    const tellOf = ({ length }: readonly unknown[]): void => {
      tell(length);
    };
    // All at once, in this order: what comes next is made ready while the browser still writes what came before.
    await Promise.all([
      summarise(database, { put: sessions, gone: [...replaced] }),
      addInBatches(database, sessions, tell),
      putInSlices(records, others, (row) => row, tellOf),
      putInSlices(traces, curves, (row) => row, tellOf),
      putInSlices(pictures, kept, pictureRow, tellOf),
      putInSlices(motions, moved, motionRow, tellOf),
    ]);
  });
}

/** Deletes the rows that are there: to the browser one that is not costs nearly as much. */
async function deleteFrom(table: Table<unknown, string>, ids: ReadonlySet<string>): Promise<void> {
  const keys = await table.toCollection().primaryKeys();
  await table.bulkDelete(keys.filter((key) => ids.has(key)));
}

function rowsOf(record: BackupRecord): RecordRow | [] {
  switch (record.kind) {
    case 'correction':
      return { kind: 'correction', ...record.correction };
    case 'diary':
      return { kind: 'diary', ...record.entry };
    case 'told':
      return toldRow(record.told);
    case 'wish':
      return wishRowOf(record.wish);
    case 'practice':
      return { kind: 'practice', ...record.practice, worked: [...record.practice.worked] };
    case 'aftermath':
      return { kind: 'aftermath', ...record.aftermath };
    case 'answer':
      return replyRowOf(record.answer);
    case 'link':
      return record.link;
    case 'tombstone':
      return record;
    // Sessions lie in batches, the others in tables of their own.
    case 'session':
    case 'picture':
    case 'motion':
      return [];
  }
}

function backupRecordOf(row: unknown, curves: ReadonlyMap<unknown, unknown>): BackupRecord | null {
  const record = recordOf(row);
  switch (record.kind) {
    case 'session':
      return sessionRecord(joined(record.session, curves.get(record.session.id)));
    case 'correction':
      return { kind: 'correction', id: record.correction.id, correction: record.correction };
    case 'diary':
      return { kind: 'diary', id: record.entry.id, entry: record.entry };
    case 'told':
      return { kind: 'told', id: record.told.id, told: record.told };
    case 'wish':
      return { kind: 'wish', id: record.wish.id, wish: record.wish };
    case 'practice':
      return { kind: 'practice', id: record.practice.id, practice: record.practice };
    case 'aftermath':
      return { kind: 'aftermath', id: record.aftermath.id, aftermath: record.aftermath };
    case 'answer':
      return { kind: 'answer', id: record.answer.id, answer: record.answer };
    case 'link':
      return { kind: 'link', id: record.link.id, link: record.link };
    case 'tombstone':
      return record;
    case 'damaged':
      return null;
  }
}

const keyed = v.object({ id: v.string() });

function idOf(row: unknown): string | null {
  return v.is(keyed, row) ? row.id : null;
}
