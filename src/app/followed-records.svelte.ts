import { Failure, type FailureCode } from '../core/errors.ts';
import type { RecordsOfKind } from '../store/records-of-kind.ts';
import type { SessionShelf, UseShelf } from './opened-shelf.ts';

/** Where records lie: `use` works with the current person's store, `of` takes the records out of it. */
export interface RecordsPlace<Thing> {
  readonly use: UseShelf;
  readonly of: (shelf: SessionShelf) => RecordsOfKind<Thing>;
}

/**
 * The records of one kind of the current person, as they are now in every tab. What could not be stored counts as long
 * as the page.
 */
export class FollowedRecords<Thing extends { readonly id: string }> {
  readonly #place: RecordsPlace<Thing>;
  #isFollowed = false;
  #turn = 0;
  #unwatch: () => void = () => undefined;
  #stored: readonly Thing[] | null = $state.raw(null);
  #unstored: readonly Thing[] = $state.raw([]);
  #failure: FailureCode | null = $state.raw(null);

  constructor(place: RecordsPlace<Thing>) {
    this.#place = place;
  }

  readonly #all: readonly Thing[] = $derived.by(() => [...(this.#stored ?? []), ...this.#unstored]);

  /** What is stored, in its order, then what could not be or is not yet. */
  get all(): readonly Thing[] {
    return this.#all;
  }

  /** Whether the store has been read, or cannot be. */
  get isRead(): boolean {
    return this.#stored !== null;
  }

  /** Why something could not be read or kept; null while all is well. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** Reads the store and follows it; gives the function that stops it. */
  follow(): () => void {
    this.#isFollowed = true;
    this.#watch();
    return () => {
      this.#isFollowed = false;
      this.#unwatch();
    };
  }

  /** Somebody else is the current person. */
  turn(): void {
    this.#unwatch();
    this.#turn += 1;
    this.#stored = this.#failure = null;
    this.#unstored = [];
    if (this.#isFollowed) this.#watch();
  }

  /** Adds a record, which counts at once; where it cannot be stored, `failure` says why. */
  async add(thing: Thing): Promise<void> {
    const turn = this.#turn;
    this.#unstored = [...this.#unstored, thing];
    try {
      const stored = await this.#place.use(async (shelf) => {
        const records = this.#place.of(shelf);
        await records.save(thing);
        return records.list();
      });
      if (turn === this.#turn) this.#show(stored);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (turn === this.#turn) this.#failure = error.code;
    }
  }

  #show(stored: readonly Thing[]): void {
    this.#stored = stored;
    this.#unstored = this.#unstored.filter(({ id }) => !stored.some((one) => one.id === id));
  }

  #watch(): void {
    this.#unwatch();
    let hasStopped = false;
    let stop: () => void = () => undefined;
    this.#unwatch = () => {
      hasStopped = true;
      stop();
    };
    const fail = (error: unknown): void => {
      if (!(error instanceof Failure)) throw error;
      if (hasStopped) return;
      this.#failure = error.code;
      this.#stored ??= [];
    };
    this.#place
      .use((shelf) => Promise.resolve(this.#place.of(shelf)))
      .then((records) => {
        if (hasStopped) return;
        stop = records.watch((stored) => {
          this.#show(stored);
        }, fail);
      }, fail);
  }
}
