import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Session } from '../../src/core/session/session.ts';
import { openStore, type Store } from '../../src/store/store.ts';
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

test('the memory store says that nothing outlives the page, and why', async () => {
  const store = await memoryStore();
  expect(store.persistent).toBe(false);
  expect(store.refusal?.code).toBe('storage-blocked');
});

describe.each([
  ['database', databaseStore],
  ['memory', memoryStore],
])('sessions in the %s', (_, open) => {
  test('are listed oldest first, however they were saved', async () => {
    const { sessions } = await open();
    for (const day of [5, 0, 9]) await sessions.save(sessionOn(day));
    const listed = await sessions.list();
    expect(listed.map(({ id }) => id)).toEqual([0, 5, 9].map((day) => sessionOn(day).id));
  });

  test('are listed without their curves and found with them', async () => {
    const { sessions } = await open();
    await sessions.save(sessionOn(0));
    expect((await sessions.list())[0]?.results[0]?.trials[0]).toMatchObject({ trace: [] });
    expect(await sessions.find(sessionOn(0).id)).toEqual(sessionOn(0));
    expect(await sessions.find(sessionOn(1).id)).toBeNull();
  });

  test('can be saved again as they are', async () => {
    const { sessions } = await open();
    await sessions.save(sessionOn(0));
    await sessions.save(structuredClone(sessionOn(0)));
    expect(await sessions.list()).toHaveLength(1);
  });

  test('never change: other content under a known id is refused', async () => {
    const { sessions } = await open();
    await sessions.save(sessionOn(0));
    await expect(sessions.save(sessionOn(0, [legRaise(99)]))).rejects.toThrow('never changes');
    expect(await sessions.find(sessionOn(0).id)).toEqual(sessionOn(0));
  });

  test('are gone when removed, and do not come back', async () => {
    const { sessions } = await open();
    await sessions.save(sessionOn(0));
    await sessions.remove(sessionOn(0).id);
    expect(await sessions.list()).toEqual([]);
    expect(await sessions.find(sessionOn(0).id)).toBeNull();
    await expect(sessions.save(sessionOn(0))).rejects.toThrow('never changes');
    expect(await sessions.list()).toEqual([]);
  });

  test('stay when another id is removed, or the same twice', async () => {
    const { sessions } = await open();
    await sessions.save(sessionOn(0));
    await sessions.save(sessionOn(1));
    for (const day of [3, 1, 1]) await sessions.remove(sessionOn(day).id);
    expect(await sessions.list()).toHaveLength(1);
    expect(await sessions.damaged()).toEqual([]);
  });

  test('are refused whole when one number is not a number', async () => {
    const { sessions } = await open();
    await expect(sessions.save(sessionOn(0, [legRaise(Number.NaN)]))).rejects.toThrow();
    expect(await sessions.list()).toEqual([]);
  });

  test('are told of now and after each change, until no longer wanted', async () => {
    const { sessions } = await open();
    const seen: (readonly Session[])[] = [];
    const stop = sessions.watch((list) => seen.push(list));
    await expect.poll(() => seen.at(-1)).toEqual([]);
    await sessions.save(sessionOn(0));
    await expect.poll(() => seen.at(-1)).toHaveLength(1);
    await sessions.remove(sessionOn(0).id);
    await expect.poll(() => seen.at(-1)).toEqual([]);
    stop();
    const before = seen.length;
    const again = vi.fn();
    onTestFinished(sessions.watch(again));
    await sessions.save(sessionOn(1));
    await expect.poll(() => again.mock.lastCall?.[0] as unknown).toHaveLength(1);
    expect(seen).toHaveLength(before);
  });
});

describe.each([
  ['database', databaseStore],
  ['memory', memoryStore],
])('settings in the %s', (_, open) => {
  test('are remembered until forgotten', async () => {
    const { settings } = await open();
    const unfinished = {
      session: sessionOn(0),
      steps: [{ test: 'slr', side: 'left' }],
      motions: [],
    } as const;
    expect(await settings.get('unfinished')).toBeNull();
    await settings.set('unfinished', unfinished);
    expect(await settings.get('unfinished')).toEqual(unfinished);
    await settings.set('unfinished', null);
    expect(await settings.get('unfinished')).toBeNull();
  });
});
