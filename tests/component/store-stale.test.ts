import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { PersonDatabase } from '../../src/store/person-database.ts';
import { openStore } from '../../src/store/store.ts';
import { deleteRaw, rowsOf, upgradeRaw } from '../helpers/raw-database.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { latestOf } from '../../src/store/migration.ts';
import { migrations } from '../../src/store/person-migrations.ts';
import { nameForTest, storeHere, storeInOtherTab } from '../helpers/stores.ts';

/** As the browser counts: ten for each of the app's. */
const newerVersion = 10 * (latestOf(migrations) + 1);

// [Note: Stale tabs] in src/store/database.ts.
describe('a tab whose code is older than the data', () => {
  const stale = { code: 'storage-stale' };

  test('writes nothing and says so, once another tab has upgraded', async () => {
    const name = nameForTest();
    const onstale = vi.fn();
    const store = await storeHere(name, onstale);
    await store.sessions.save(sessionOn(0));
    await upgradeRaw(name, newerVersion);
    await expect(store.sessions.save(sessionOn(1))).rejects.toMatchObject(stale);
    await expect(store.sessions.remove(sessionOn(0).id)).rejects.toMatchObject(stale);
    await expect(store.settings.set('unfinished', null)).rejects.toMatchObject(stale);
    await expect(store.sessions.list()).rejects.toMatchObject(stale);
    expect(onstale).toHaveBeenCalledOnce();
    expect(await rowsOf(name, 'records')).toMatchObject([{ id: sessionOn(0).id }]);
  });

  test('writes nothing when it comes back from the back/forward cache', async () => {
    const name = nameForTest();
    const onstale = vi.fn();
    const { sessions } = await storeHere(name, onstale);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await upgradeRaw(name, newerVersion);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await expect(sessions.save(sessionOn(1))).rejects.toMatchObject(stale);
    await expect(sessions.save(sessionOn(1))).rejects.toMatchObject(stale);
    expect(onstale).toHaveBeenCalledOnce();
    expect(await rowsOf(name, 'records')).toEqual([]);
  });

  test('writes nothing even when its connection is opened once more', async () => {
    const name = nameForTest();
    const onstale = vi.fn();
    const database = new PersonDatabase(name, onstale);
    onTestFinished(() => {
      database.close();
    });
    await database.open();
    await deleteRaw(name);
    expect(onstale).toHaveBeenCalledOnce();
    await database.open();
    const row = { key: 'voice', value: true };
    await expect(database.run(() => database.settings.put(row))).rejects.toMatchObject(stale);
    expect(await rowsOf(name, 'settings')).toEqual([]);
  });

  test('does not open the store', async () => {
    const name = nameForTest();
    (await storeHere(name)).close();
    await upgradeRaw(name, newerVersion);
    await expect(openStore({ name })).rejects.toMatchObject(stale);
  });

  test('goes on when it comes back from the back/forward cache and nothing was upgraded', async () => {
    const { sessions } = await storeHere(nameForTest());
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await sessions.save(sessionOn(0));
    expect(await sessions.list()).toHaveLength(1);
  });

  test('is told when another tab erases everything, and brings nothing back', async () => {
    const name = nameForTest();
    const onstale = vi.fn();
    const here = await storeHere(name);
    const there = await storeInOtherTab(name, onstale);
    await here.sessions.save(sessionOn(0));
    await here.erase();
    await expect.poll(() => onstale).toHaveBeenCalledOnce();
    await expect(there.sessions.save(sessionOn(1))).rejects.toMatchObject(stale);
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name }));
  });
});
