import { expect, onTestFinished, test, vi } from 'vitest';
import { aloneWithCamera } from '../../src/app/camera-lock.ts';
import { SessionHistory } from '../../src/app/history.svelte.ts';
import { People } from '../../src/app/people.svelte.ts';
import { Persistence } from '../../src/app/persistence.ts';
import { RememberedPerson } from '../../src/app/remembered-person.ts';
import { UnfinishedCheck } from '../../src/app/unfinished-check.svelte.ts';
import { newId } from '../../src/store/ids.ts';
import { MemoryFacts } from '../../src/store/device.ts';
import { openPeople } from '../../src/store/open-people.ts';
import { personOf } from '../helpers/people.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { nameForTest } from '../helpers/stores.ts';

const told = personOf('');

/** What a tab or a device remembers for itself. */
function shelf(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** One tab of a browser, with what the app does when the turn is another's. */
function tabOf(name: string, device = shelf()) {
  const busy = { now: false };
  const people = new People({
    open: (onstale) => openPeople({ name, onstale }),
    remembered: new RememberedPerson(shelf(), device),
    isBusy: () => busy.now,
    onturn: () => {
      history.turn();
      unfinished.turn();
    },
    onerased: () => undefined,
    newId,
    now: () => Date.now(),
  });
  const history: SessionHistory = new SessionHistory((onstale) => people.openShelf(onstale), newId);
  const unfinished: UnfinishedCheck = new UnfinishedCheck(
    () => history.settings(),
    () => Promise.resolve(false),
  );
  onTestFinished(people.follow());
  onTestFinished(history.follow());
  onTestFinished(async () => {
    (await people.stored()).close();
    for (const { name: found = '' } of await indexedDB.databases())
      if (found.startsWith(name)) indexedDB.deleteDatabase(found);
  });
  return { people, history, unfinished, busy };
}

async function read(tab: { people: People; history: SessionHistory }): Promise<void> {
  await expect.poll(() => tab.people.isRead && tab.history.isRead).toBe(true);
}

test('whoever has the turn sees their own sessions, diary and unfinished check, and no others', async () => {
  const tab = tabOf(nameForTest());
  await read(tab);
  const first = tab.people.current.id;
  await tab.history.save(sessionOn(0));
  await tab.history.write({ at: 1, note: 'Stiff', minutes: null, pain: null });
  tab.unfinished.remember({
    session: sessionOn(1),
    steps: [{ test: 'slr', side: 'left' }],
    motions: [],
  });
  const ada = await tab.people.add(told);
  tab.people.turnTo(ada);
  expect(tab.history.sessions).toEqual([]);
  await read(tab);
  expect([tab.history.sessions, tab.history.diary]).toEqual([[], []]);
  expect(tab.unfinished.cutOff).toBeNull();
  tab.people.turnTo(first);
  await expect.poll(() => tab.history.sessions).toHaveLength(1);
  await expect.poll(() => tab.history.diary).toHaveLength(1);
  await expect.poll(() => tab.unfinished.cutOff?.session.id).toBe(sessionOn(1).id);
});

test("what was begun for one person ends in their database, whoever's turn it is by then", async () => {
  const tab = tabOf(nameForTest());
  await read(tab);
  const first = tab.people.current.id;
  const ada = await tab.people.add(told);
  const saving = tab.history.save(sessionOn(0));
  tab.people.turnTo(ada);
  await saving;
  await read(tab);
  expect(tab.history.sessions).toEqual([]);
  tab.people.turnTo(first);
  await expect.poll(() => tab.history.sessions).toHaveLength(1);
});

test('a tab writes for its own person, whoever has the turn in another', async () => {
  const name = nameForTest();
  const device = shelf();
  const [here, there] = [tabOf(name, device), tabOf(name, device)];
  await read(here);
  await read(there);
  const ada = await there.people.add(told);
  there.people.turnTo(ada);
  await read(there);
  await here.history.save(sessionOn(0));
  await expect.poll(() => here.history.sessions).toHaveLength(1);
  expect(there.history.sessions).toEqual([]);
});

test('nobody else gets the turn while a check runs', async () => {
  const tab = tabOf(nameForTest());
  await read(tab);
  const first = tab.people.current.id;
  const ada = await tab.people.add(told);
  tab.busy.now = true;
  tab.people.turnTo(ada);
  await tab.people.remove(first);
  expect(tab.people.current.id).toBe(first);
  expect(tab.people.all).toHaveLength(2);
});

test('a new tab begins with whoever had the last turn on this device', async () => {
  const name = nameForTest();
  const device = shelf();
  const before = tabOf(name, device);
  await read(before);
  before.people.turnTo(await before.people.add(told));
  const after = tabOf(name, device);
  await read(after);
  expect(after.people.current.name).toBe(told.name);
});

test("when the person whose turn it is is removed, it is the first one's", async () => {
  const tab = tabOf(nameForTest());
  await read(tab);
  const first = tab.people.current.id;
  const ada = await tab.people.add(told);
  tab.people.turnTo(ada);
  await read(tab);
  await tab.people.remove(ada);
  expect(tab.people.current.id).toBe(first);
  await read(tab);
  expect(tab.history.failure).toBeNull();
});

test('the browser is asked to keep the data once, and not where it has promised', async () => {
  const facts = new MemoryFacts();
  const persist = vi.fn(() => Promise.resolve(false));
  const asking = { persist, persisted: () => Promise.resolve(false) };
  const persistence = new Persistence(
    asking,
    () => Promise.resolve(facts),
    () => 5,
  );
  await persistence.askOnce();
  await persistence.askOnce();
  expect(persist).toHaveBeenCalledOnce();
  expect(await persistence.isPromised()).toBe(false);
  const promised = { persist: vi.fn(), persisted: () => Promise.resolve(true) };
  await new Persistence(
    promised,
    () => Promise.resolve(new MemoryFacts()),
    () => 5,
  ).askOnce();
  expect(promised.persist).not.toHaveBeenCalled();
});

test('one camera is open at a time: another is refused, and can be opened once that is closed', async () => {
  const open = () => Promise.resolve({ close: () => undefined });
  const first = await aloneWithCamera(open);
  await expect(aloneWithCamera(open)).rejects.toMatchObject({ code: 'camera-busy' });
  first.close();
  (await aloneWithCamera(open)).close();
  await expect(aloneWithCamera(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  (await aloneWithCamera(open)).close();
});
