import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { SessionHistory } from '../../src/app/history.svelte.ts';
import { newId } from '../../src/store/ids.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { movedVisit, raiseMotion } from '../helpers/motions.ts';
import { putRaw, rowsOf } from '../helpers/raw-database.ts';
import { legRaise, sessionOn } from '../helpers/sessions.ts';
import { nameForTest, storeHere } from '../helpers/stores.ts';

function databaseStore(): Promise<Store> {
  return storeHere(nameForTest());
}

async function memoryStore(): Promise<Store> {
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  const store = await openStore();
  refused.mockRestore();
  return store;
}

const { session, motions } = movedVisit(0, 60, 72);

function bySide<T extends { readonly side: unknown }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => String(a.side).localeCompare(String(b.side)));
}

describe.each([
  ['database', databaseStore],
  ['memory', memoryStore],
])('motions in the %s', (_, open) => {
  test('are kept with their session, and come back as they were', async () => {
    const store = await open();
    const other = movedVisit(3, 50, 51);
    await store.sessions.save(session, motions);
    await store.sessions.save(other.session, other.motions.slice(0, 1));
    expect(bySide(await store.motions.of(session.id))).toEqual(motions);
    expect(await store.motions.of(other.session.id)).toEqual(other.motions.slice(0, 1));
    expect(await store.motions.of(sessionOn(9).id)).toEqual([]);
  });

  test('are gone with their session', async () => {
    const store = await open();
    await store.sessions.save(session, motions);
    await store.sessions.remove(session.id);
    expect(await store.motions.of(session.id)).toEqual([]);
  });

  test('stay as they were when the session is saved again', async () => {
    const store = await open();
    await store.sessions.save(session, motions.slice(0, 1));
    await store.sessions.save(session, motions);
    expect(await store.motions.of(session.id)).toEqual(motions.slice(0, 1));
  });

  test.each([
    ['of another session', [raiseMotion(sessionOn(5).id, 'left', 60)]],
    ['of a repetition that it does not have', [{ ...motions[0]!, trial: 1 }]],
    ['twice of one side', [motions[0]!, motions[0]!]],
    ['of no bytes', [{ ...motions[0]!, places: new Uint8Array(5) }]],
  ])('%s are refused, and their session with them', async (_why, wrong) => {
    const store = await open();
    await expect(store.sessions.save(session, wrong)).rejects.toThrow();
    expect(await store.sessions.list()).toEqual([]);
    expect(await store.motions.of(session.id)).toEqual([]);
  });

  test('come back with a session whose removal is undone', async () => {
    const store = await open();
    const history = new SessionHistory(() => Promise.resolve(store), newId);
    await history.save(session, motions);
    const removed = await history.remove(session.id);
    await history.restore(removed!);
    const [back] = await store.sessions.list();
    expect(back?.id).not.toBe(session.id);
    const found = await store.motions.of(back!.id);
    expect(bySide(found).map(({ places }) => places)).toEqual(motions.map(({ places }) => places));
  });
});

test('a history is listed without a look at its motions', async () => {
  // Dexie takes hold of it when it opens a database.
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  onTestFinished(() => {
    begun.mockRestore();
  });
  const store = await databaseStore();
  await store.sessions.save(session, motions);
  begun.mockClear();
  await store.sessions.list();
  await store.sessions.find(session.id);
  const tables = begun.mock.calls.flatMap(([names]) =>
    typeof names === 'string' ? [names] : [...names],
  );
  expect(tables).toContain('records');
  expect(tables).not.toContain('motions');
});

test('a damaged motion is not there, and costs nothing else', async () => {
  const name = nameForTest();
  const store = await storeHere(name);
  await store.sessions.save(session, motions);
  const [row] = (await rowsOf(name, 'motions')) as { id: string; motion: object }[];
  await putRaw(name, 'motions', [{ ...row, motion: { ...row!.motion, places: 'AAAA' } }]);
  expect(await store.motions.of(session.id)).toHaveLength(1);
  expect(await store.sessions.damaged()).toEqual([]);
  expect(await store.sessions.find(session.id)).toEqual(session);
});

test('a visit of before has none', async () => {
  const store = await databaseStore();
  await store.sessions.save(sessionOn(2, [legRaise(60)]));
  expect(await store.motions.of(sessionOn(2).id)).toEqual([]);
});
