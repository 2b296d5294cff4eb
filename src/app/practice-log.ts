import {
  inWholeSeconds,
  type Aftermath,
  type Practice,
  type Worked,
} from '../core/advice/practice.ts';
import { Failure } from '../core/errors.ts';
import type { UseShelf } from './kept-setting.svelte.ts';

/** What is told of a time of exercising. */
export type Told = Pick<Aftermath, 'asked' | 'pain' | 'compared'>;

/** A time of exercising that was taken out, with what was told of it. */
export interface TakenOut {
  readonly practice: Practice;
  readonly told: readonly Aftermath[];
}

/** The log of what the current person has exercised, as it is now in every tab. */
export class PracticeLog {
  readonly #use: UseShelf;
  readonly #newId: () => string;
  readonly #now: () => number;
  #practices: readonly Practice[] | null = $state.raw(null);
  #told: readonly Aftermath[] | null = $state.raw(null);
  #isFollowed = false;
  #unwatch: () => void = () => undefined;

  /** `now` gives milliseconds since 1970. */
  constructor(use: UseShelf, newId: () => string, now: () => number) {
    this.#use = use;
    this.#newId = newId;
    this.#now = now;
  }

  /** Oldest first. */
  get practices(): readonly Practice[] {
    return this.#practices ?? [];
  }

  /** What was told of them, in the order in which it was told. */
  get told(): readonly Aftermath[] {
    return this.#told ?? [];
  }

  get isRead(): boolean {
    return this.#practices !== null && this.#told !== null;
  }

  /** Reads the log and follows it; gives the function that stops it. */
  follow(): () => void {
    this.#isFollowed = true;
    this.#watch();
    return () => {
      this.#isFollowed = false;
      this.#unwatch();
    };
  }

  /** Somebody else is the current person: forgets what it shows and goes on with theirs. */
  turn(): void {
    this.#unwatch();
    this.#practices = this.#told = null;
    if (this.#isFollowed) this.#watch();
  }

  /**
   * Keeps what was worked as one time of exercising that ends now; null where it was nothing. Throws a Failure when it
   * could not be kept.
   */
  async keep(worked: readonly Worked[]): Promise<Practice | null> {
    const whole = inWholeSeconds(worked);
    if (whole.length === 0) return null;
    const practice = { id: this.#newId(), at: this.#now(), worked: whole };
    await this.#use(({ practices }) => practices.save(practice));
    return practice;
  }

  /** Keeps what was told of a time of exercising. Throws a Failure when it could not be kept. */
  tell(practiceId: string, told: Told): Promise<void> {
    const aftermath = { id: this.#newId(), practiceId, at: this.#now(), ...told };
    return this.#use(({ aftermaths }) => aftermaths.save(aftermath));
  }

  /** Takes one out of the log and gives it back for `restore`; null where it was gone already. Throws a Failure. */
  takeOut(id: string): Promise<TakenOut | null> {
    return this.#use(async ({ practices, aftermaths }) => {
      const practice = (await practices.list()).find((one) => one.id === id);
      const told = (await aftermaths.list()).filter((one) => one.practiceId === id);
      for (const one of told) await aftermaths.remove(one.id);
      await practices.remove(id);
      return practice === undefined ? null : { practice, told };
    });
  }

  /**
   * Brings back what was taken out, under new ids: a removed id is never used again. Gives it as it is now. Throws a
   * Failure.
   */
  restore({ practice, told }: TakenOut): Promise<Practice> {
    const back = { ...practice, id: this.#newId() };
    return this.#use(async ({ practices, aftermaths }) => {
      await practices.save(back);
      for (const one of told) {
        await aftermaths.save({ ...one, id: this.#newId(), practiceId: back.id });
      }
      return back;
    });
  }

  #watch(): void {
    this.#unwatch();
    const stops: (() => void)[] = [];
    let hasStopped = false;
    this.#unwatch = () => {
      hasStopped = true;
      for (const stop of stops) stop();
    };
    // What is wrong with the store is told by the history, which reads the same.
    const fail = (): void => {
      if (hasStopped) return;
      this.#practices ??= [];
      this.#told ??= [];
    };
    this.#use(({ practices, aftermaths }) => {
      if (hasStopped) return Promise.resolve();
      stops.push(
        practices.watch((read) => {
          this.#practices = read;
        }, fail),
        aftermaths.watch((read) => {
          this.#told = read;
        }, fail),
      );
      return Promise.resolve();
    }).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      fail();
    });
  }
}
