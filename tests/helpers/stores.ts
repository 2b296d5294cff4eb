import { onTestFinished } from 'vitest';
import { newId } from '../../src/store/ids.ts';
import { PersonDatabase } from '../../src/store/person-database.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { openTab } from './other-tab.ts';

/** A name of its own for the data of one test, which are deleted at its end. */
export function nameForTest(): string {
  const name = newId();
  onTestFinished(() => {
    indexedDB.deleteDatabase(name);
  });
  return name;
}

/** The store of this page, closed at the end of the test. */
export async function storeHere(name: string, onstale?: () => void): Promise<Store> {
  const store = await openStore(onstale ? { name, onstale } : { name });
  onTestFinished(() => {
    store.close();
  });
  return store;
}

/** A person's database by itself, closed at the end of the test. */
export async function databaseHere(name: string): Promise<PersonDatabase> {
  const database = new PersonDatabase(name, () => undefined);
  await database.open();
  onTestFinished(() => {
    database.close();
  });
  return database;
}

/** The same store in a page of its own, which is closed at the end of the test. */
export async function storeInOtherTab(name: string, onstale?: () => void): Promise<Store> {
  const tab = await openTab();
  onTestFinished(() => {
    tab.close();
  });
  return tab.openStore(onstale ? { name, onstale } : { name });
}
