import type { Store } from '../store/store.ts';

/** What the history needs of one person's store. */
export type SessionShelf = Omit<Store, 'persistent' | 'erase'>;

/** Does something with the store of whoever is the current person. Throws a Failure. */
export type UseShelf = <T>(work: (shelf: SessionShelf) => Promise<T>) => Promise<T>;

/** Opens a person's store; `onstale` is called when this tab's code has become too old for it. */
export type OpenShelf = (onstale: () => void) => Promise<SessionShelf>;

/**
 * One person's store from its opening to its closing. Whoever began to write into it while that person was the
 * current one ends there, whoever is current by then.
 */
export class OpenedShelf {
  readonly #open: OpenShelf;
  readonly #onstale: () => void;
  readonly #uses = new Set<Promise<unknown>>();
  #shelf: Promise<SessionShelf> | null = null;
  #isLeft = false;

  /** `onstale` is not called any more once it is left. */
  constructor(open: OpenShelf, onstale: () => void) {
    this.#open = open;
    this.#onstale = onstale;
  }

  /** Whether another person's has taken its place. */
  get isLeft(): boolean {
    return this.#isLeft;
  }

  /** The store, opened at the first call, and again after an opening that failed. Throws a Failure. */
  ready(): Promise<SessionShelf> {
    this.#shelf ??= this.#open(() => {
      if (!this.#isLeft) this.#onstale();
    }).catch((error: unknown) => {
      this.#shelf = null;
      throw error;
    });
    return this.#shelf;
  }

  /** Does something with the store, which stays open until it is done. */
  use<T>(work: (shelf: SessionShelf) => Promise<T>): Promise<T> {
    const used = this.ready().then(work);
    this.#uses.add(used);
    const done = (): void => void this.#uses.delete(used);
    used.then(done, done);
    return used;
  }

  /** Closes it once everything that was begun is done. */
  async leave(): Promise<void> {
    this.#isLeft = true;
    await Promise.allSettled(this.#uses);
    const shelf = await this.#shelf?.catch(() => null);
    shelf?.close();
  }
}
