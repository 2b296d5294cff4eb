import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Session } from '../../src/core/session/session.ts';
import type { Unfinished } from '../../src/core/session/unfinished.ts';
import { mergeInto, recordsIn } from '../../src/store/backup/person-records.ts';
import { golden, goldens, sessionsIn } from '../helpers/goldens.ts';
import { openTab } from '../helpers/other-tab.ts';
import { createRaw, rowsInside, rowsOf } from '../helpers/raw-database.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { databaseHere, nameForTest, storeHere, storeInOtherTab } from '../helpers/stores.ts';

const unfinished: Unfinished = {
  session: sessionOn(1),
  steps: [{ test: 'slr', side: 'left' }],
  motions: [],
};

describe('what was saved', () => {
  test('is there when the store is opened again', async () => {
    const name = nameForTest();
    const before = await storeHere(name);
    await before.sessions.save(sessionOn(0));
    await before.settings.set('unfinished', unfinished);
    before.close();
    const after = await storeHere(name);
    expect(await after.sessions.find(sessionOn(0).id)).toEqual(sessionOn(0));
    expect(await after.settings.get('unfinished')).toEqual(unfinished);
  });

  test('is there when the page is killed as soon as it is told so', async () => {
    const name = nameForTest();
    const tab = await openTab();
    const store = await tab.openStore({ name });
    await store.sessions.save(sessionOn(0));
    tab.close();
    expect(await (await storeHere(name)).sessions.list()).toHaveLength(1);
  });

  test('is on disk before it counts as saved', async () => {
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    onTestFinished(() => {
      begun.mockRestore();
    });
    await (await storeHere(nameForTest())).sessions.save(sessionOn(0));
    const writes = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).not.toHaveLength(0);
    expect(writes.map(([, , options]) => options?.durability)).toEqual(writes.map(() => 'strict'));
  });

  test('is seen in another tab at once, and so is its removal', async () => {
    const name = nameForTest();
    const here = await storeHere(name);
    const there = await storeInOtherTab(name);
    let seen: readonly Session[] | null = null;
    onTestFinished(
      here.sessions.watch((sessions) => {
        seen = sessions;
      }),
    );
    await expect.poll(() => seen).toEqual([]);
    await there.sessions.save(sessionOn(0));
    await expect.poll(() => seen).toHaveLength(1);
    await there.sessions.remove(sessionOn(0).id);
    await expect.poll(() => seen).toEqual([]);
  });

  test('is gone with its curves once it is removed', async () => {
    const name = nameForTest();
    const store = await storeHere(name);
    await store.sessions.save(sessionOn(0));
    await store.sessions.remove(sessionOn(0).id);
    expect(await rowsOf(name, 'records')).toMatchObject([{ kind: 'tombstone' }]);
    expect(await rowsOf(name, 'traces')).toEqual([]);
  });

  test('is gone when everything is erased', async () => {
    const name = nameForTest();
    const store = await storeHere(name);
    await store.sessions.save(sessionOn(0));
    await store.erase();
    expect(await (await storeHere(name)).sessions.list()).toEqual([]);
  });
});

const [first, third] = [golden(1), golden(3)];

describe.each(goldens)('data of version %i', (version, released) => {
  test('are read as they were saved', async () => {
    const name = nameForTest();
    await createRaw(name, released);
    const { sessions } = await storeHere(name);
    const all = await sessions.list();
    const [older, newer] = all;
    expect(all).toHaveLength(sessionsIn(version));
    for (const { id } of all) expect(await sessions.find(id)).toMatchObject({ id });
    expect(await sessions.damaged()).toEqual([]);
    expect(await sessions.find(older?.id ?? '')).toEqual(sessionOn(0));
    expect(newer?.results.map(({ test, side, estimate }) => [test, side, estimate?.value])).toEqual(
      [
        ['forward-bend', null, 96.25],
        ['slr', 'left', undefined],
        ['slr', 'right', 68.5],
      ],
    );
  });

  test('are rewritten no further than to version 3, which is still read', async () => {
    const name = nameForTest();
    await createRaw(name, released);
    (await storeHere(name)).close();
    const { tables } = version < 3 ? third : released;
    const ids = idsIn(released.tables.records!.rows);
    const written = tables.records!.rows.filter((row) => ids.includes((row as Row).id));
    expect(await rowsOf(name, 'records')).toEqual(byId(written));
    expect(await rowsOf(name, 'batches')).toEqual(released.tables.batches?.rows ?? []);
    expect(await rowsOf(name, 'traces')).toEqual(byId(tables.traces!.rows));
    expect(await rowsOf(name, 'settings')).toEqual([]);
  });
});

test('a damaged row of version 1 stops no upgrade and stays as it was', async () => {
  const name = nameForTest();
  const damaged = [{ id: 'a', results: 'none' }, { id: 'b', results: [1] }, { id: 'c' }];
  await createRaw(name, {
    version: 10,
    tables: { ...first.tables, records: { key: 'id', rows: damaged } },
  });
  const { sessions } = await storeHere(name);
  expect((await sessions.damaged()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a session of version 1 can be saved again as it is', async () => {
  const name = nameForTest();
  await createRaw(name, first);
  const { sessions } = await storeHere(name);
  await sessions.save(sessionOn(0));
  expect(await sessions.list()).toHaveLength(2);
});

test('a diary of version 3 is read', async () => {
  const name = nameForTest();
  await createRaw(name, third);
  const { diary } = await storeHere(name);
  expect(await diary.list()).toMatchObject([{ note: 'Stiff after a long drive.', pain: 2 }]);
});

test('a log of version 3 is read, with what was told of it', async () => {
  const name = nameForTest();
  await createRaw(name, third);
  const { practices, aftermaths, sessions } = await storeHere(name);
  const [practice] = await practices.list();
  expect(practice?.worked).toEqual([
    { exercise: 'strap-supine', side: 'left', seconds: 60 },
    { exercise: 'bridge', side: null, seconds: 36 },
  ]);
  expect(await aftermaths.list()).toMatchObject([
    { practiceId: practice?.id, asked: 'next-morning', compared: 'same' },
  ]);
  expect(await sessions.damaged()).toEqual([]);
});

test('this version writes rows of version 6: what is saved, and what is imported', async () => {
  const latest = golden(6);
  const { tables } = latest;
  const old = nameForTest();
  await createRaw(old, latest);
  const before = await databaseHere(old);
  const all = await recordsIn(before);
  const [saved, imported] = [idsIn(tables.records!.rows), idsIn(rowsInside(tables.batches!.rows))];
  const again = nameForTest();
  const { sessions } = await storeHere(again);
  for (const id of saved) {
    const record = all.get(id);
    if (record?.kind === 'session') await sessions.save(record.session);
  }
  await mergeInto(await databaseHere(again), new Map(imported.map((id) => [id, all.get(id)!])));
  const written = await rowsOf(again, 'records');
  expect(written).toEqual(byId(tables.records!.rows.filter((row) => (row as Row).results)));
  expect(await rowsOf(again, 'batches')).toEqual(tables.batches!.rows);
  expect(await rowsOf(again, 'traces')).toEqual(byId(tables.traces!.rows));
});

interface Row {
  readonly id: string;
  readonly results?: unknown;
}

function idsIn(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => (row as Row).id);
}

function byId(rows: readonly unknown[]): readonly unknown[] {
  return rows.toSorted((a, b) => ((a as Row).id < (b as Row).id ? -1 : 1));
}
