import type { Failure } from '../core/errors.ts';
import { laterOf, untoldPerson, type Person } from '../core/session/person.ts';
import { MemoryFacts } from './device.ts';
import { newId } from './ids.ts';
import type { People } from './people.ts';
import { memoryStore, type Store } from './store.ts';

/** People who last as long as the page, each with what is measured of them. */
export function memoryPeople(refusal: Failure): People {
  const people = new Map<string, Person>();
  const stores = new Map<string, Store>();
  const watchers = new Set<() => void>();

  function tell(): void {
    if (people.size === 0) add(untoldPerson(newId()));
    for (const watcher of watchers) queueMicrotask(watcher);
  }

  function add(person: Person): void {
    const known = people.get(person.id);
    people.set(person.id, known ? laterOf(known, person) : person);
  }

  tell();
  return {
    refusal,
    facts: new MemoryFacts(),
    get known() {
      return [...people.values()];
    },
    list: () => Promise.resolve([...people.values()]),
    save: (person) => {
      add(person);
      tell();
      return Promise.resolve();
    },
    remove: (id) => {
      people.delete(id);
      stores.delete(id);
      tell();
      return Promise.resolve();
    },
    watch: (onchange) => {
      const watcher = (): void => {
        if (watchers.has(watcher)) onchange([...people.values()]);
      };
      watchers.add(watcher);
      queueMicrotask(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
    openStore: (id) => {
      const store = stores.get(id) ?? memoryStore(refusal);
      stores.set(id, store);
      return Promise.resolve(store);
    },
    close: () => undefined,
    erase: () => {
      people.clear();
      stores.clear();
      tell();
      return Promise.resolve();
    },
  };
}
