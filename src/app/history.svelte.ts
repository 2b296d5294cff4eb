import { Failure, type FailureCode } from '../core/errors.ts';
import type { TestId } from '../core/protocol/protocol.ts';
import type { Session } from '../core/session/session.ts';

/** What the history needs of the store. */
export interface SessionShelf {
  save(session: Session): Promise<void>;
  list(): Promise<readonly Session[]>;
  remove(id: string): Promise<void>;
  watch(onchange: (sessions: readonly Session[]) => void): () => void;
}

/**
 * All stored sessions, oldest first, as they are now in every tab. The app works without a store too:
 * then nothing is kept and `failure` says why.
 */
export class SessionHistory {
  readonly #open: () => Promise<SessionShelf>;
  #shelf: Promise<SessionShelf> | null = null;
  #sessions: readonly Session[] = $state.raw([]);
  #isRead = $state.raw(false);
  #failure: FailureCode | null = $state.raw(null);

  constructor(open: () => Promise<SessionShelf>) {
    this.#open = open;
  }

  get sessions(): readonly Session[] {
    return this.#sessions;
  }

  /** Whether the store has been read: until then "no sessions" is not known to be true. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Why nothing can be kept; null while the store works. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** The newest session first in which the test was done. */
  of(test: TestId): readonly Session[] {
    return this.#sessions.filter((s) => s.results.some((r) => r.test === test)).toReversed();
  }

  /** The session with this id, or null. */
  find(id: string): Session | null {
    return this.#sessions.find((session) => session.id === id) ?? null;
  }

  /** Reads the store and follows it; gives the function that stops it. */
  follow(): () => void {
    let stop = (): void => undefined;
    let stopped = false;
    void this.#read().then((shelf) => {
      if (shelf !== null && !stopped) stop = shelf.watch(this.#show);
    });
    return () => {
      stopped = true;
      stop();
    };
  }

  /** Stores a session. Throws a Failure when it could not be kept. */
  async save(session: Session): Promise<void> {
    const shelf = await this.#opened();
    await shelf.save(session);
    this.#show(await shelf.list());
  }

  /** Takes a session away. Throws a Failure when that did not work. */
  async remove(id: string): Promise<void> {
    const shelf = await this.#opened();
    await shelf.remove(id);
    this.#show(await shelf.list());
  }

  #opened(): Promise<SessionShelf> {
    this.#shelf ??= this.#open().catch((error: unknown) => {
      this.#shelf = null;
      throw error;
    });
    return this.#shelf;
  }

  async #read(): Promise<SessionShelf | null> {
    try {
      const shelf = await this.#opened();
      this.#show(await shelf.list());
      this.#failure = null;
      return shelf;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#failure = error.code;
      this.#isRead = true;
      return null;
    }
  }

  readonly #show = (sessions: readonly Session[]): void => {
    this.#sessions = sessions;
    this.#isRead = true;
  };
}
