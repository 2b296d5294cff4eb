import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/core/session/session.ts';
import { sessionRecord } from '../../src/store/backup/backup-record.ts';
import { mergeInto, recordsIn } from '../../src/store/backup/person-records.ts';
import { checked, rowOf } from '../../src/store/records.ts';
import { recordsOf } from '../helpers/backups.ts';
import { oldRowOf, oldTracesOf } from '../helpers/old-rows.ts';
import { putRaw, rowsOf } from '../helpers/raw-database.ts';
import { legRaise, measuredTrial, sessionOn } from '../helpers/sessions.ts';
import { goodSetUp } from '../helpers/set-ups.ts';
import { databaseHere, nameForTest, storeHere } from '../helpers/stores.ts';

// [Note: Packed points] in src/store/packed-points.ts

const raised = { ...legRaise(72), setUp: goodSetUp };

/** A visit with outlines and curves, and one with outlines alone. */
const curved = checked(sessionOn(0, [raised, { ...raised, side: 'right' }]));
const uncurved = checked(
  sessionOn(1, [{ ...raised, trials: [{ ...measuredTrial(72), trace: [] }] }]),
);

describe('a session whose rows are of before schema 5', () => {
  async function withOldRows(session: Session): Promise<string> {
    const name = nameForTest();
    (await storeHere(name)).close();
    await putRaw(name, 'records', [oldRowOf(session)]);
    await putRaw(name, 'traces', [oldTracesOf(session)]);
    return name;
  }

  test.each([
    ['curves', curved],
    ['no curves', uncurved],
  ])('is found and listed whole, with %s', async (_, session) => {
    const { sessions } = await storeHere(await withOldRows(session));
    expect(await sessions.find(session.id)).toEqual(session);
    expect((await sessions.list()).map(({ id }) => id)).toEqual([session.id]);
    expect(await sessions.damaged()).toEqual([]);
  });

  test.each([
    ['curves', curved],
    ['no curves', uncurved],
  ])('stays as it is when it is saved again, with %s', async (_, session) => {
    const name = await withOldRows(session);
    const { sessions } = await storeHere(name);
    await sessions.save(session);
    expect(await rowsOf(name, 'records')).toEqual([oldRowOf(session)]);
    expect(await rowsOf(name, 'traces')).toEqual([oldTracesOf(session)]);
    const other = { ...session, startedAt: session.startedAt + 1 };
    await expect(sessions.save(other)).rejects.toThrow('never changes');
  });

  test('goes into a backup as the same session of new rows does', async () => {
    const [old, now] = [await withOldRows(curved), nameForTest()];
    await (await storeHere(now)).sessions.save(curved);
    const [before, after] = [await databaseHere(old), await databaseHere(now)];
    expect(await recordsIn(before)).toEqual(await recordsIn(after));
    await mergeInto(before, await recordsIn(after));
    expect(await rowsOf(old, 'records')).toEqual([oldRowOf(curved)]);
  });

  test('is gone with its curves once it is removed', async () => {
    const name = await withOldRows(curved);
    await (await storeHere(name)).sessions.remove(curved.id);
    expect(await rowsOf(name, 'traces')).toEqual([]);
  });
});

describe('a session without curves', () => {
  test('has no row of them, and is found, saved again and removed without one', async () => {
    const name = nameForTest();
    const { sessions } = await storeHere(name);
    await sessions.save(uncurved);
    await sessions.save(uncurved);
    expect(await rowsOf(name, 'traces')).toEqual([]);
    expect(await sessions.find(uncurved.id)).toEqual(uncurved);
    const other = { ...uncurved, results: [{ ...raised, trials: [measuredTrial(72)] }] };
    await expect(sessions.save(other)).rejects.toThrow('never changes');
    await sessions.remove(uncurved.id);
    expect(await sessions.find(uncurved.id)).toBeNull();
  });

  test('is imported and exported whole', async () => {
    const database = await databaseHere(nameForTest());
    const both = recordsOf(sessionRecord(curved), sessionRecord(uncurved));
    await mergeInto(database, both);
    expect(await recordsIn(database)).toEqual(both);
    expect(await rowsOf(database.name, 'traces')).toMatchObject([{ id: curved.id }]);
  });

  test('takes no curves over from a damaged one of its id', async () => {
    const name = nameForTest();
    (await storeHere(name)).close();
    await putRaw(name, 'records', [{ kind: 'session', id: uncurved.id }]);
    await putRaw(name, 'traces', [{ ...(oldTracesOf(curved) as object), id: uncurved.id }]);
    const database = await databaseHere(name);
    await mergeInto(database, recordsOf(sessionRecord(uncurved)));
    expect(await recordsIn(database)).toEqual(recordsOf(sessionRecord(uncurved)));
  });
});

test('an outline that is cut makes its session damaged, which is told of; the others are listed', async () => {
  const name = nameForTest();
  const { sessions } = await storeHere(name);
  await sessions.save(curved);
  const row = rowOf(uncurved) as { results: { setUp: { outline: Float64Array } }[] };
  const [result] = row.results;
  const cut = { ...result!.setUp, outline: result!.setUp.outline.slice(2) };
  await putRaw(name, 'records', [{ ...row, results: [{ ...result, setUp: cut }] }]);
  expect((await sessions.list()).map(({ id }) => id)).toEqual([curved.id]);
  expect(await sessions.damaged()).toMatchObject([{ id: uncurved.id }]);
  await expect(sessions.find(uncurved.id)).rejects.toMatchObject({ code: 'storage-damaged' });
});
