import { expect, onTestFinished, test, vi } from 'vitest';
import type { People } from '../../src/store/people.ts';
import { openPeople } from '../../src/store/open-people.ts';
import { newId } from '../../src/store/ids.ts';
import { personOf } from '../helpers/people.ts';
import { putRaw, upgradeRaw } from '../helpers/raw-database.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { nameForTest, storeHere } from '../helpers/stores.ts';

const ignore = (): void => undefined;

/** The people of this page, whose databases are deleted at the end of the test. */
async function peopleHere(name: string, onstale: () => void = ignore): Promise<People> {
  const people = await openPeople({ name, onstale });
  onTestFinished(async () => {
    people.close();
    const all = await indexedDB.databases();
    for (const { name: found = '' } of all)
      if (found.startsWith(name)) indexedDB.deleteDatabase(found);
  });
  return people;
}

async function storeOf(people: People, id: string) {
  const store = await people.openStore(id, ignore);
  onTestFinished(() => {
    store.close();
  });
  return store;
}

async function databasesOf(name: string): Promise<readonly string[]> {
  const all = await indexedDB.databases();
  return all.flatMap((one) => (one.name?.startsWith(name) ? one.name : [])).sort();
}

test('whoever measured here before there could be several is the first person', async () => {
  const name = nameForTest();
  await (await storeHere(name)).sessions.save(sessionOn(0));
  const people = await peopleHere(name);
  const [first] = await people.list();
  expect(first).toMatchObject({ name: '', changedAt: 0 });
  expect(await (await storeOf(people, first!.id)).sessions.list()).toHaveLength(1);
});

test('two tabs that open for the first time at once find the same person', async () => {
  const name = nameForTest();
  const [here, there] = await Promise.all([peopleHere(name), peopleHere(name)]);
  expect(await here.list()).toEqual(await there.list());
  expect(await here.list()).toHaveLength(1);
});

test('nothing of one person is seen by another', async () => {
  const people = await peopleHere(nameForTest());
  const [first] = await people.list();
  const ada = personOf(newId());
  await people.save(ada);
  const [mine, hers] = [await storeOf(people, first!.id), await storeOf(people, ada.id)];
  await mine.sessions.save(sessionOn(0));
  await hers.settings.set('unfinished', {
    session: sessionOn(1),
    steps: [{ test: 'slr', side: 'left' }],
    motions: [],
  });
  expect(await hers.sessions.list()).toEqual([]);
  expect(await mine.settings.get('unfinished')).toBeNull();
});

test('of two versions of a person the later counts, in whatever order they come', async () => {
  const people = await peopleHere(nameForTest());
  const [first] = await people.list();
  const later = personOf(first!.id, { name: 'Ada' });
  await people.save(later);
  await people.save({ ...later, name: 'Before', changedAt: 1 });
  expect(await people.list()).toEqual([later]);
});

test('a removed person is gone with their database, and nobody else is touched', async () => {
  const name = nameForTest();
  const people = await peopleHere(name);
  const [first] = await people.list();
  const ada = personOf(newId());
  await people.save(ada);
  await (await storeOf(people, first!.id)).sessions.save(sessionOn(0));
  await (await storeOf(people, ada.id)).sessions.save(sessionOn(1));
  await people.remove(ada.id);
  expect(await people.list()).toEqual([first]);
  expect(await databasesOf(name)).toEqual([name, `${name}-people`]);
  await people.save({ ...ada, changedAt: ada.changedAt + 1 });
  expect(await people.list()).toEqual([first]);
  expect(await (await storeOf(people, first!.id)).sessions.list()).toHaveLength(1);
});

test('the last person who is removed leaves a new one, with nothing of theirs', async () => {
  const people = await peopleHere(nameForTest());
  const [first] = await people.list();
  await (await storeOf(people, first!.id)).sessions.save(sessionOn(0));
  await people.remove(first!.id);
  const [next, ...others] = await people.list();
  expect(others).toEqual([]);
  expect(next!.id).not.toBe(first!.id);
  expect(await (await storeOf(people, next!.id)).sessions.list()).toEqual([]);
});

test('a removal that was cut off is ended at the next opening', async () => {
  const name = nameForTest();
  (await peopleHere(name)).close();
  const left = `${name}-left`;
  await (await storeHere(left)).sessions.save(sessionOn(0));
  await putRaw(`${name}-people`, 'people', [
    { kind: 'tombstone', id: newId(), removedAt: 1, database: left },
  ]);
  await peopleHere(name);
  expect(await databasesOf(name)).toEqual([`${name}-people`]);
});

test('a page whose person was removed in another tab is told, and writes nothing', async () => {
  const name = nameForTest();
  const people = await peopleHere(name);
  const ada = personOf(newId());
  await people.save(ada);
  const onstale = vi.fn();
  const hers = await people.openStore(ada.id, onstale);
  await (await peopleHere(name)).remove(ada.id);
  await expect.poll(() => onstale).toHaveBeenCalledOnce();
  await expect(hers.sessions.save(sessionOn(0))).rejects.toMatchObject({ code: 'storage-stale' });
  expect(await databasesOf(name)).not.toContain(`${name}-${ada.id}`);
});

test('a page that is older than the list of people does not open it', async () => {
  const name = nameForTest();
  (await peopleHere(name)).close();
  await upgradeRaw(`${name}-people`, 20);
  await expect(openPeople({ name })).rejects.toMatchObject({ code: 'storage-stale' });
});

test('nothing at all is left when everything is erased', async () => {
  const name = nameForTest();
  const people = await peopleHere(name);
  const ada = personOf(newId());
  await people.save(ada);
  await (await storeOf(people, ada.id)).sessions.save(sessionOn(0));
  await people.facts.set('backedUpAt', 5);
  await people.erase();
  expect(await databasesOf(name)).toEqual([]);
  const again = await peopleHere(name);
  expect(await again.facts.get('backedUpAt')).toBeNull();
});

test('people last as long as the page where the browser refuses storage', async () => {
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  const people = await openPeople();
  refused.mockRestore();
  expect(people.refusal?.code).toBe('storage-blocked');
  const ada = personOf(newId());
  await people.save(ada);
  const [first] = await people.list();
  await (await people.openStore(ada.id, ignore)).sessions.save(sessionOn(0));
  expect(await (await people.openStore(ada.id, ignore)).sessions.list()).toHaveLength(1);
  expect(await (await people.openStore(first!.id, ignore)).sessions.list()).toEqual([]);
  await people.remove(ada.id);
  expect(await people.list()).toEqual([first]);
});
