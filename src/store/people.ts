import type { Failure } from '../core/errors.ts';
import type { Person } from '../core/session/person.ts';
import type { DeviceFacts } from './device.ts';
import type { Store } from './store.ts';

/*
 * [Note: One database for each person]
 * What is measured of one person lies in a database of its own, so that nothing of one can be shown, counted or
 * deleted with another's: there is no query that could forget to ask for whom. The list of people lies in another
 * database, with the name of each person's own. The first person has the database that there was before there
 * could be several. Whoever is removed is marked in the list first, then their database is deleted; where that is
 * cut off, the mark says which database is left, and the next opening deletes it.
 */

/** Everyone who measures on this device. Throws Failure storage-* as Sessions does. */
export interface People {
  /** Why nothing outlives this page; null where it does. */
  readonly refusal: Failure | null;
  readonly facts: DeviceFacts;
  /** Everyone as `list` last gave them, or as they were at the opening: a page that starts waits for no other reading. */
  readonly known: readonly Person[];
  /** Everyone, in the order in which they were added. Never nobody. */
  list(): Promise<readonly Person[]>;
  /** Adds a person, or changes one; of two versions of one person the later counts. Who was removed stays so. */
  save(person: Person): Promise<void>;
  /** Takes a person away for good, with all that was measured of them. Unknown ids change nothing. */
  remove(id: string): Promise<void>;
  /** Gives the list now and after each change in this tab or another, until the returned function is called. */
  watch(
    onchange: (people: readonly Person[]) => void,
    onfailure?: (failure: Failure) => void,
  ): () => void;
  /** Opens what is kept of a person. Throws Failure storage-stale also where they are gone. */
  openStore(id: string, onstale: () => void): Promise<Store>;
  /** Ends the connection. */
  close(): void;
  /** Deletes everything of everyone, here and for other tabs, and ends the connection. */
  erase(): Promise<void>;
}
