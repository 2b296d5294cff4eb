import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/core/session/session.ts';
import { sessionRecord } from '../../src/store/backup/backup-record.ts';
import { mergeInto, recordsIn } from '../../src/store/backup/person-records.ts';
import { mostInBatch } from '../../src/store/batches.ts';
import { listed } from '../../src/store/listed.ts';
import { checked } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { recordsOf } from '../helpers/backups.ts';
import { putRaw, rowsInside, rowsOf } from '../helpers/raw-database.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { databaseHere, nameForTest, storeHere } from '../helpers/stores.ts';

// [Note: Batches] in src/store/batches.ts

/** Sessions minutes apart: their ids begin alike, but at most once within three days. */
function neighbours(count: number): readonly Session[] {
  return Array.from({ length: count }, (_, number) => {
    const { startedAt, ...session } = checked(sessionOn(0));
    const id = session.id.replace(/0{12}$/, String(number).padStart(12, '0'));
    return { ...session, id, startedAt: startedAt + 60_000 * number };
  });
}

function recordsFor(sessions: readonly Session[]): ReturnType<typeof recordsOf> {
  return recordsOf(...sessions.map(sessionRecord));
}

/** A store into which sessions were imported, and its name. */
async function withImported(...sessions: readonly Session[]): Promise<[Store, string]> {
  const name = nameForTest();
  await mergeInto(await databaseHere(name), recordsFor(sessions));
  return [await storeHere(name), name];
}

/** How many sessions lie in each batch. */
async function sizesOf(name: string): Promise<readonly number[]> {
  return (await rowsOf(name, 'batches')).map((batch) => rowsInside([batch]).length);
}

/** Puts something else in the place of a batch. */
async function spoil(name: string, change: (batch: object) => object): Promise<void> {
  const [batch] = await rowsOf(name, 'batches');
  await putRaw(name, 'batches', [change(batch as object)]);
}

const all = neighbours(3);
const [first, second, third] = all as [Session, Session, Session];

describe('imported sessions', () => {
  test('lie several to a row: as many as fit, and neighbours only', async () => {
    const many = neighbours(2 * mostInBatch + 1);
    const [, name] = await withImported(...many, checked(sessionOn(30)));
    expect(await sizesOf(name)).toEqual([mostInBatch, mostInBatch, 1, 1]);
    expect(await rowsOf(name, 'records')).toEqual([]);
  });

  test('tell how many of them are written, to the last', async () => {
    const shares: number[] = [];
    await mergeInto(await databaseHere(nameForTest()), recordsFor(neighbours(1200)), (share) => {
      shares.push(share);
    });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeLessThan(0.5);
    expect(shares.at(-1)).toBe(1);
  });

  test('are listed and found whole, as those that were saved', async () => {
    const [{ sessions }] = await withImported(...all);
    await sessions.save(sessionOn(30));
    expect(await sessions.list()).toEqual([...all, sessionOn(30)].map(listed));
    for (const session of [...all, checked(sessionOn(30))])
      expect(await sessions.find(session.id)).toEqual(session);
    expect(await sessions.find(sessionOn(31).id)).toBeNull();
  });

  test('stay as they are when they are saved or imported again; no other content takes their place', async () => {
    const [{ sessions }, name] = await withImported(first, second);
    const before = await rowsOf(name, 'batches');
    await sessions.save(second);
    await expect(sessions.save({ ...second, firstSide: 'left' })).rejects.toThrow('never changes');
    const database = await databaseHere(name);
    await mergeInto(database, recordsFor([first, { ...second, firstSide: 'left' }]));
    expect(await rowsOf(name, 'batches')).toEqual(before);
    await mergeInto(database, recordsFor(all));
    expect(await recordsIn(database)).toEqual(recordsFor(all));
    expect(await rowsOf(name, 'records')).toEqual([]);
  });

  test('are listed from the summaries, which count them without reading their rows', async () => {
    const [{ sessions }, name] = await withImported(...all);
    await spoil(name, (batch) => ({ ...batch, rows: [null, null, null] }));
    expect(await sessions.list()).toEqual(all.map(listed));
    const database = await databaseHere(name);
    await database.write([database.batches], () => database.batches.clear());
    expect(await sessions.list()).toEqual([]);
  });

  test('leave a saved session where it is', async () => {
    const name = nameForTest();
    const { sessions } = await storeHere(name);
    await sessions.save(second);
    await mergeInto(await databaseHere(name), recordsFor(all));
    expect(await rowsOf(name, 'records')).toMatchObject([{ id: second.id }]);
    expect(await sizesOf(name)).toEqual([2]);
    expect(await sessions.list()).toEqual(all.map(listed));
  });

  test('are removed one by one, and do not come back', async () => {
    const [{ sessions }, name] = await withImported(...all);
    await sessions.remove(first.id);
    expect(await sessions.list()).toEqual([second, third].map(listed));
    expect(await sessions.find(first.id)).toBeNull();
    expect(await rowsOf(name, 'traces')).toHaveLength(2);
    await mergeInto(await databaseHere(name), recordsFor(all));
    expect(await sessions.list()).toEqual([second, third].map(listed));
    await sessions.remove(third.id);
    await sessions.remove(second.id);
    expect(await sessions.list()).toEqual([]);
    expect(await rowsOf(name, 'batches')).toEqual([]);
  });

  test('go when a backup says that they were removed', async () => {
    const [{ sessions }, name] = await withImported(...all);
    const database = await databaseHere(name);
    await mergeInto(database, recordsOf({ kind: 'tombstone', id: second.id, removedAt: 1 }));
    expect(await sessions.list()).toEqual([first, third].map(listed));
    expect(await sizesOf(name)).toEqual([2]);
  });
});

describe('a batch', () => {
  test('with a damaged session is read but for that one, until an import puts it right', async () => {
    const [{ sessions }, name] = await withImported(...all);
    await spoil(name, (batch) => {
      const rows = [...rowsInside([batch])] as { startedAt: unknown }[];
      return { ...batch, rows: rows.with(1, { ...rows[1]!, startedAt: 'yesterday' }) };
    });
    await spoilSummaries(name);
    expect(await sessions.list()).toEqual([first, third].map(listed));
    expect((await sessions.damaged()).map(({ id }) => id)).toEqual([second.id]);
    await expect(sessions.find(second.id)).rejects.toMatchObject({ code: 'storage-damaged' });
    await mergeInto(await databaseHere(name), recordsFor(all));
    expect(await sessions.damaged()).toEqual([]);
    expect(await sessions.list()).toEqual(all.map(listed));
  });

  test.each<readonly [string, (batch: object) => object, readonly Session[]]>([
    ['nothing', (batch) => ({ id: (batch as { id: string }).id }), []],
    [
      'no sessions',
      (batch) => ({ ...batch, rows: [null, { kind: 'diary' }, { id: first.id }] }),
      [],
    ],
    [
      'fewer than its key says',
      (batch) => ({ ...batch, rows: rowsInside([batch]).slice(1) }),
      [second, third],
    ],
  ])('that holds %s is as many damaged sessions as lack', async (_, change, left) => {
    const [{ sessions }, name] = await withImported(...all, checked(sessionOn(30)));
    const expected = [...left, checked(sessionOn(30))].map(listed);
    await spoil(name, change);
    await spoilSummaries(name);
    expect(await sessions.list()).toEqual(expected);
    expect(await sessions.damaged()).toHaveLength(3 - left.length);
    await expect(sessions.find(first.id)).rejects.toMatchObject({ code: 'storage-damaged' });
    for (const session of left) expect(await sessions.find(session.id)).toEqual(session);
    // Told of by the summaries from now on, which are believed.
    await spoil(name, (batch) => ({ ...batch, rows: [1, 2, 3] }));
    const again = await storeHere(name);
    expect(await again.sessions.list()).toEqual(expected);
    expect(await again.sessions.damaged()).toHaveLength(3 - left.length);
  });

  test('that is not whole is put right by an import that has its sessions', async () => {
    const [{ sessions }, name] = await withImported(...all);
    await spoil(name, (batch) => ({ ...batch, rows: rowsInside([batch]).slice(1) }));
    await mergeInto(await databaseHere(name), recordsFor(all));
    expect(await sessions.damaged()).toEqual([]);
    expect(await sessions.list()).toEqual(all.map(listed));
    for (const session of all) expect(await sessions.find(session.id)).toEqual(session);
  });

  /** A change in its place by other hands shows when the records are read. */
  async function spoilSummaries(name: string): Promise<void> {
    const database = await databaseHere(name);
    await database.write([database.summaries], () => database.summaries.clear());
  }
});
