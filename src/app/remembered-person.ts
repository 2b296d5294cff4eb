import type { SettingsShelf } from './settings.svelte.ts';

const key = 'limber-person';

/** Whose turn it is, remembered by this tab for when it is loaded anew, and by the device for new tabs. */
export class RememberedPerson {
  readonly #shelves: readonly SettingsShelf[];

  /** The tab's own shelf first, then the device's; whichever the browser gives. */
  constructor(...shelves: readonly (SettingsShelf | null)[]) {
    this.#shelves = shelves.filter((shelf) => shelf !== null);
  }

  /** The id of the person; null where nobody is remembered. */
  id(): string | null {
    for (const shelf of this.#shelves) {
      const id = shelf.getItem(key);
      if (id !== null) return id;
    }
    return null;
  }

  remember(id: string): void {
    for (const shelf of this.#shelves) {
      try {
        shelf.setItem(key, id);
      } catch {
        // A full or blocked storage: the first person has the turn at the next visit.
      }
    }
  }
}
