import { Failure, type FailureCode } from '../core/errors.ts';
import type { TestId } from '../core/protocol/protocol.ts';
import { withCorrections, type CorrectedSession } from '../core/session/corrected.ts';
import { concerns, type Correction, type TrialAddress } from '../core/session/correction.ts';
import type { Session } from '../core/session/session.ts';
import type { KeptPicture, Pictures } from '../store/pictures.ts';
import type { Store } from '../store/store.ts';

/** What the history needs of the store. */
export type SessionShelf = Omit<Store, 'persistent' | 'close' | 'erase'>;

/** What the screens that only read need of the history. */
export interface ReadSessions {
  readonly sessions: readonly Session[];
  readonly isRead: boolean;
}

/** A session that was taken away, with all that pointed at it. */
export interface Removed {
  readonly session: Session;
  readonly corrections: readonly Correction[];
  readonly pictures: readonly KeptPicture[];
}

/** Opens the store; `onstale` is called when this tab's code has become too old for it. */
export type OpenShelf = (onstale: () => void) => Promise<SessionShelf>;

/**
 * All stored sessions, oldest first, as they are now in every tab, with what was corrected by hand; their
 * traces are empty. The app works without a store too: then nothing outlives the page and `failure` says why.
 */
export class SessionHistory {
  readonly #open: OpenShelf;
  readonly #newId: () => string;
  #shelf: Promise<SessionShelf> | null = null;
  #stored: readonly Session[] | null = $state.raw(null);
  #corrections: readonly Correction[] | null = $state.raw(null);
  #failure: FailureCode | null = $state.raw(null);

  constructor(open: OpenShelf, newId: () => string) {
    this.#open = open;
    this.#newId = newId;
  }

  readonly #shown: readonly CorrectedSession[] = $derived.by(() => {
    const [stored, corrections] = [this.#stored, this.#corrections];
    if (stored === null || corrections === null) return [];
    return stored.map((session) => withCorrections(session, corrections));
  });

  /** The sessions with the numbers that count: what was corrected by hand in the place of what was measured. */
  get sessions(): readonly CorrectedSession[] {
    return this.#shown;
  }

  /** The sessions as they were measured. */
  get automatic(): readonly Session[] {
    return this.#stored ?? [];
  }

  /** Whether the store has been read: until then "no sessions" is not known to be true. */
  get isRead(): boolean {
    return this.#stored !== null && this.#corrections !== null;
  }

  /** What is wrong with the store; null while all is well. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** The sessions in which a test was done, newest first. */
  of(test: TestId): readonly CorrectedSession[] {
    return this.#shown.filter((s) => s.results.some((r) => r.test === test)).toReversed();
  }

  /** The session with this id, or null. */
  find(id: string): CorrectedSession | null {
    return this.#shown.find((session) => session.id === id) ?? null;
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
    this.#stored = await sessions.list();
  }

  /**
   * Takes a session away and gives it back whole, for `restore`; null where it was gone already.
   * Throws a Failure when that did not work.
   */
  async remove(id: string): Promise<Removed | null> {
    const { sessions, corrections } = await this.#opened();
    const session = await sessions.find(id);
    const own = (await corrections.list()).filter(({ sessionId }) => sessionId === id);
    const pictures = session === null ? [] : await this.#picturesOf(session);
    await sessions.remove(id);
    this.#stored = await sessions.list();
    return session && { session, corrections: own, pictures };
  }

  /** Brings back what was removed, under new ids: a removed id is never used again. */
  async restore({ session, corrections, pictures }: Removed): Promise<void> {
    const sessionId = this.#newId();
    const shelf = await this.#opened();
    for (const one of corrections) {
      await shelf.corrections.save({ ...one, id: this.#newId(), sessionId });
    }
    this.#corrections = await shelf.corrections.list();
    await this.save({ ...session, id: sessionId });
    for (const picture of pictures) await shelf.pictures.save({ ...picture, sessionId });
  }

  /** Stores a correction; it counts from now on. Throws a Failure when it could not be kept. */
  async correct(made: Omit<Correction, 'id'>): Promise<void> {
    const { corrections } = await this.#opened();
    await corrections.save({ id: this.#newId(), ...made });
    this.#corrections = await corrections.list();
  }

  /** Takes all corrections of a trial back: its measured number counts again. Throws a Failure. */
  async takeBack(trial: TrialAddress): Promise<void> {
    const { corrections } = await this.#opened();
    for (const one of await corrections.list()) {
      if (concerns(one, trial)) await corrections.remove(one.id);
    }
    this.#corrections = await corrections.list();
  }

  /** The pictures that the person has kept. Throws a Failure where they cannot be reached. */
  async pictures(): Promise<Pictures> {
    return (await this.#opened()).pictures;
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
      const { refusal, sessions, corrections } = await this.#opened();
      this.#failure = refusal?.code ?? null;
      if (hasStopped()) return () => undefined;
      const fail = (failure: Failure): void => {
        this.#fail(failure);
      };
      const unwatch = [
        sessions.watch((read, damaged) => {
          if (damaged.length > 0) this.#failure = 'storage-damaged';
          this.#stored = read;
        }, fail),
        corrections.watch((read) => {
          this.#corrections = read;
        }, fail),
      ];
      return () => {
        for (const stop of unwatch) stop();
      };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#fail(error);
      return () => undefined;
    }
  }

  #fail({ code }: Failure): void {
    this.#failure = code;
    this.#stored ??= [];
    this.#corrections ??= [];
  }

  /** The kept pictures of a session's trials. */
  async #picturesOf({ id, results }: Session): Promise<readonly KeptPicture[]> {
    const { pictures } = await this.#opened();
    const found = results.flatMap(({ test, side, trials }) =>
      trials.map((_, trial) => pictures.find({ sessionId: id, test, side, trial })),
    );
    return (await Promise.all(found)).filter((picture) => picture !== null);
  }
}
