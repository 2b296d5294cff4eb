import * as v from 'valibot';
import { motionInRow, motionRow } from '../motions.ts';
import type { PersonDatabase } from '../person-database.ts';
import { pictureIn, pictureRow } from '../pictures.ts';
import { recordOf, rowOf, replyRowOf, toldRow, wishRowOf, type RecordRow } from '../records.ts';
import { summarise } from '../summaries.ts';
import { joined, tracesOf } from '../traces.ts';
import { motionRecord, pictureRecord, sessionRecord, type BackupRecord } from './backup-record.ts';
import { merged, type Records } from './merge.ts';

/**
 * The records in a person's database, with curves, motions and kept pictures. Damaged ones are left out: a backup that has
 * them whole puts them right. Throws Failure storage-*.
 */
export async function recordsIn(database: PersonDatabase): Promise<Records> {
  const { records, traces, pictures, motions } = database;
  return database.read([records, traces, pictures, motions], async () => {
    const curves = new Map<unknown, unknown>();
    for (const row of await traces.toArray()) curves.set(idOf(row), row);
    const found = new Map<string, BackupRecord>();
    for (const row of await records.toArray()) {
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

/** How many rows are handed to the browser at once; chosen: it begins with the first after 5 ms, not after 150. */
const sliceSize = 500;

/**
 * Merges records into a person's database, all of them or none: see [Note: Merging]. What is there is read in the
 * same transaction, so nothing that is saved meanwhile is lost. Throws Failure storage-*.
 */
export async function mergeInto(database: PersonDatabase, there: Records): Promise<void> {
  const { records, traces, pictures, motions, summaries } = database;
  await database.write([records, traces, pictures, motions, summaries], async () => {
    const here = await recordsIn(database);
    const after = merged(here, there);
    const changed = [...after.values()].filter((record) => here.get(record.id) !== record);
    const gone = [...here.keys()].filter((id) => after.get(id)?.kind !== here.get(id)?.kind);
    const isChanged = new Set(changed.map(({ id }) => id));
    await records.bulkDelete(gone);
    // Also those that a damaged session has left behind: what takes its place may have none of its own.
    const curved = await traces.toCollection().primaryKeys();
    await traces.bulkDelete([...gone, ...curved.filter((id) => isChanged.has(id))]);
    await pictures.bulkDelete(gone);
    await motions.bulkDelete(gone);
    // All at once, in this order: what comes next is made ready while the browser still writes what came before.
    await Promise.all([
      summarise(database, {
        put: changed.flatMap((one) => (one.kind === 'session' ? one.session : [])),
        // A damaged row gives way to whatever has its id.
        gone: [...gone, ...isChanged],
      }),
      ...slicesOf(changed).map((slice) => records.bulkPut(slice.flatMap(rowsOf))),
      traces.bulkPut(
        changed.flatMap((one) => (one.kind === 'session' ? (tracesOf(one.session) ?? []) : [])),
      ),
      pictures.bulkPut(
        changed.flatMap((one) => (one.kind === 'picture' ? pictureRow(one.picture) : [])),
      ),
      motions.bulkPut(
        changed.flatMap((one) => (one.kind === 'motion' ? motionRow(one.motion) : [])),
      ),
    ]);
  });
}

function slicesOf<Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] {
  const count = Math.ceil(things.length / sliceSize);
  return Array.from({ length: count }, (_, at) =>
    things.slice(at * sliceSize, (at + 1) * sliceSize),
  );
}

function rowsOf(record: BackupRecord): RecordRow | [] {
  switch (record.kind) {
    case 'session':
      return rowOf(record.session);
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
