import { Failure, type FailureCode } from '../core/errors.ts';
import type { TestId } from '../core/protocol/protocol.ts';
import type { Session } from '../core/session/session.ts';
import type { Store } from '../store/store.ts';

/** What the history needs of the store. */
export type SessionShelf = Pick<Store, 'refusal' | 'sessions' | 'settings'>;

/** Opens the store; `onstale` is called when this tab's code has become too old for it. */
export type OpenShelf = (onstale: () => void) => Promise<SessionShelf>;

/**
 * All stored sessions, oldest first, as they are now in every tab; their traces are empty. The app
 * works without a store too: then nothing outlives the page and `failure` says why.
 */
export class SessionHistory {
  readonly #open: OpenShelf;
  readonly #newId: () => string;
  #shelf: Promise<SessionShelf> | null = null;
  #sessions: readonly Session[] = $state.raw([]);
  #isRead = $state.raw(false);
  #failure: FailureCode | null = $state.raw(null);

  constructor(open: OpenShelf, newId: () => string) {
    this.#open = open;
    this.#newId = newId;
  }

  get sessions(): readonly Session[] {
    return this.#sessions;
  }

  /** Whether the store has been read: until then "no sessions" is not known to be true. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** What is wrong with the store; null while all is well. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** The sessions in which a test was done, newest first. */
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
    let hasStopped = false;
    void this.#watch(() => hasStopped).then((unwatch) => {
      stop = unwatch;
      if (hasStopped) stop();
    });
    return () => {
      hasStopped = true;
      stop();
    };
  }

  /** Stores a session. Throws a Failure when it could not be kept. */
  async save(session: Session): Promise<void> {
    const { sessions } = await this.#opened();
    await sessions.save(session);
    this.#show(await sessions.list());
  }

  /**
   * Takes a session away and gives it back whole, for `restore`; null where it was gone already.
   * Throws a Failure when that did not work.
   */
  async remove(id: string): Promise<Session | null> {
    const { sessions } = await this.#opened();
    const session = await sessions.find(id);
    await sessions.remove(id);
    this.#show(await sessions.list());
    return session;
  }

  /** Brings back a session that was removed, under a new id: a removed id is never used again. */
  async restore(session: Session): Promise<void> {
    await this.save({ ...session, id: this.#newId() });
  }

  /** Small things kept beside the sessions. Throws a Failure where the store cannot be opened. */
  async settings(): Promise<SessionShelf['settings']> {
    return (await this.#opened()).settings;
  }

  #opened(): Promise<SessionShelf> {
    this.#shelf ??= this.#open(() => {
      this.#failure = 'storage-stale';
    }).catch((error: unknown) => {
      this.#shelf = null;
      throw error;
    });
    return this.#shelf;
  }

  async #watch(hasStopped: () => boolean): Promise<() => void> {
    try {
      const { refusal, sessions } = await this.#opened();
      this.#failure = refusal?.code ?? null;
      if (hasStopped()) return () => undefined;
      return sessions.watch(
        (read, damaged) => {
          if (damaged.length > 0) this.#failure = 'storage-damaged';
          this.#show(read);
        },
        (failure) => {
          this.#fail(failure);
        },
      );
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#fail(error);
      return () => undefined;
    }
  }

  #show(sessions: readonly Session[]): void {
    this.#sessions = sessions;
    this.#isRead = true;
  }

  #fail(failure: Failure): void {
    this.#failure = failure.code;
    this.#isRead = true;
  }
}
