import { Failure, type FailureCode } from '../core/errors.ts';
import type { TestId } from '../core/protocol/protocol.ts';
import type { CorrectedSession } from '../core/session/corrected.ts';
import { concerns, type Correction, type TrialAddress } from '../core/session/correction.ts';
import { isToldAfter, type ToldAfter } from '../core/safety/told.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import type { Motion } from '../core/session/motion.ts';
import type { Session } from '../core/session/session.ts';
import type { KeptPicture, Pictures } from '../store/pictures.ts';
import { picturesOf, withAllCorrections } from './history-reading.ts';
import { OpenedShelf, type OpenShelf, type SessionShelf } from './opened-shelf.ts';

/** What the screens that only read need of the history. */
export interface ReadSessions {
  readonly sessions: readonly Session[];
  readonly isRead: boolean;
}

/** A session that was taken away, with all that pointed at it. */
export interface Removed {
  readonly session: Session;
  readonly corrections: readonly Correction[];
  readonly told: readonly ToldAfter[];
  readonly pictures: readonly KeptPicture[];
  readonly motions: readonly Motion[];
}

/**
 * What is stored of the current person, as it is now in every tab: the sessions, oldest first, with what was
 * corrected by hand, their traces empty; and the diary. The app works without a store too: then nothing outlives
 * the page and `failure` says why.
 */
export class SessionHistory {
  readonly #open: OpenShelf;
  readonly #newId: () => string;
  #shelf: OpenedShelf;
  #isFollowed = false;
  #unwatch: () => void = () => undefined;
  #stored: readonly Session[] | null = $state.raw(null);
  #corrections: readonly Correction[] | null = $state.raw(null);
  #diary: readonly DiaryEntry[] | null = $state.raw(null);
  #failure: FailureCode | null = $state.raw(null);

  /** `open` opens the store of whoever is the current person at that moment. */
  constructor(open: OpenShelf, newId: () => string) {
    this.#open = open;
    this.#newId = newId;
    this.#shelf = this.#newShelf();
  }

  readonly #shown: readonly CorrectedSession[] = $derived.by(() => {
    const [stored, corrections] = [this.#stored, this.#corrections];
    if (stored === null || corrections === null) return [];
    return withAllCorrections(stored, corrections);
  });

  /** The sessions with the numbers that count: what was corrected by hand in the place of what was measured. */
  get sessions(): readonly CorrectedSession[] {
    return this.#shown;
  }

  /** The sessions as they were measured. */
  get automatic(): readonly Session[] {
    return this.#stored ?? [];
  }

  /** What the person wrote down beside the checks, oldest first. */
  get diary(): readonly DiaryEntry[] {
    return this.#diary ?? [];
  }

  /** Whether the store has been read: until then "no sessions" is not known to be true. */
  get isRead(): boolean {
    return this.#stored !== null && this.#corrections !== null && this.#diary !== null;
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

  /** Begins to open the store, for `follow` to find it open; what is wrong with it is told by that. */
  open(): void {
    this.#shelf.ready().catch(() => undefined);
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

  /** Somebody else is the current person: forgets what it shows and goes on with what is stored of them. */
  turn(): void {
    this.#unwatch();
    void this.#shelf.leave();
    this.#shelf = this.#newShelf();
    this.#stored = this.#corrections = this.#diary = this.#failure = null;
    if (this.#isFollowed) this.#watch();
  }

  /** Stores a session with its motions. Throws a Failure when it could not be kept. */
  save(session: Session, motions: readonly Motion[] = []): Promise<void> {
    return this.#write(async (shelf, show) => {
      await shelf.sessions.save(session, motions);
      show({ sessions: await shelf.sessions.list() });
    });
  }

  /**
   * Takes a session away and gives it back whole, for `restore`; null where it was gone already.
   * Throws a Failure when that did not work.
   */
  remove(id: string): Promise<Removed | null> {
    return this.#write(async (shelf, show) => {
      const session = await shelf.sessions.find(id);
      const own = (await shelf.corrections.list()).filter(({ sessionId }) => sessionId === id);
      const told = (await shelf.told.list()).filter(isToldAfter);
      const pictures = session === null ? [] : await picturesOf(session, shelf.pictures);
      const motions = await shelf.motions.of(id);
      await shelf.sessions.remove(id);
      show({ sessions: await shelf.sessions.list() });
      const toldOfIt = told.filter(({ sessionId }) => sessionId === id);
      return session && { session, corrections: own, told: toldOfIt, pictures, motions };
    });
  }

  /** Brings back what was removed, under new ids: a removed id is never used again. */
  restore({ session, corrections, told, pictures, motions }: Removed): Promise<void> {
    const sessionId = this.#newId();
    const moved = motions.map((motion) => ({ ...motion, sessionId }));
    return this.#write(async (shelf, show) => {
      for (const one of corrections) {
        await shelf.corrections.save({ ...one, id: this.#newId(), sessionId });
      }
      for (const one of told) await shelf.told.save({ ...one, id: this.#newId(), sessionId });
      await shelf.sessions.save({ ...session, id: sessionId }, moved);
      show({
        corrections: await shelf.corrections.list(),
        sessions: await shelf.sessions.list(),
      });
      for (const picture of pictures) await shelf.pictures.save({ ...picture, sessionId });
    });
  }

  /** Stores a correction; it counts from now on. Throws a Failure when it could not be kept. */
  correct(made: Omit<Correction, 'id'>): Promise<void> {
    return this.#write(async (shelf, show) => {
      await shelf.corrections.save({ id: this.#newId(), ...made });
      show({ corrections: await shelf.corrections.list() });
    });
  }

  /** Takes all corrections of a trial back: its measured number counts again. Throws a Failure. */
  takeBack(trial: TrialAddress): Promise<void> {
    return this.#write(async ({ corrections }, show) => {
      for (const one of await corrections.list()) {
        if (concerns(one, trial)) await corrections.remove(one.id);
      }
      show({ corrections: await corrections.list() });
    });
  }

  /** Adds an entry to the diary. Throws a Failure when it could not be kept. */
  write(entry: Omit<DiaryEntry, 'id'>): Promise<void> {
    return this.#write(async ({ diary }, show) => {
      await diary.save({ id: this.#newId(), ...entry });
      show({ diary: await diary.list() });
    });
  }

  /** Takes an entry out of the diary. Throws a Failure when that did not work. */
  strike(id: string): Promise<void> {
    return this.#write(async ({ diary }, show) => {
      await diary.remove(id);
      show({ diary: await diary.list() });
    });
  }

  /** The pictures that the person has kept. Throws a Failure where they cannot be reached. */
  async pictures(): Promise<Pictures> {
    return (await this.#shelf.ready()).pictures;
  }

  /** Small things kept beside the sessions. Throws a Failure where the store cannot be opened. */
  async settings(): Promise<SessionShelf['settings']> {
    return (await this.#shelf.ready()).settings;
  }

  /** Does something with the current person's store, which stays open until it is done. Throws a Failure. */
  use<T>(work: (shelf: SessionShelf) => Promise<T>): Promise<T> {
    return this.#shelf.use(work);
  }

  #newShelf(): OpenedShelf {
    return new OpenedShelf(this.#open, () => {
      this.#failure = 'storage-stale';
    });
  }

  /** Changes the store of the current person; what it shows is shown as long as they are. */
  #write<T>(
    work: (shelf: SessionShelf, show: (reading: Reading) => void) => Promise<T>,
  ): Promise<T> {
    const opened = this.#shelf;
    return opened.use((shelf) =>
      work(shelf, (reading) => {
        if (!opened.isLeft) this.#show(reading);
      }),
    );
  }

  #show({ sessions, corrections, diary }: Reading): void {
    if (sessions) this.#stored = sessions;
    if (corrections) this.#corrections = corrections;
    if (diary) this.#diary = diary;
  }

  #watch(): void {
    this.#unwatch();
    const stops: (() => void)[] = [];
    let hasStopped = false;
    this.#unwatch = () => {
      hasStopped = true;
      for (const stop of stops) stop();
    };
    const fail = (failure: Failure): void => {
      if (!hasStopped) this.#fail(failure);
    };
    this.#shelf.ready().then(
      ({ refusal, sessions, corrections, diary }) => {
        if (hasStopped) return;
        this.#failure = refusal?.code ?? null;
        stops.push(
          sessions.watch((read, damaged) => {
            if (damaged.length > 0) this.#failure = 'storage-damaged';
            this.#stored = read;
          }, fail),
          corrections.watch((read) => {
            this.#corrections = read;
          }, fail),
          diary.watch((read) => {
            this.#diary = read;
          }, fail),
        );
      },
      (error: unknown) => {
        if (!(error instanceof Failure)) throw error;
        fail(error);
      },
    );
  }

  #fail({ code }: Failure): void {
    this.#failure = code;
    this.#stored ??= [];
    this.#corrections ??= [];
    this.#diary ??= [];
  }
}

/** What has been read anew. */
interface Reading {
  readonly sessions?: readonly Session[];
  readonly corrections?: readonly Correction[];
  readonly diary?: readonly DiaryEntry[];
}
