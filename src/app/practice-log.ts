import {
  inWholeSeconds,
  type Aftermath,
  type Practice,
  type Worked,
} from '../core/advice/practice.ts';
import { FollowedRecords } from './followed-records.svelte.ts';
import type { UseShelf } from './opened-shelf.ts';

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
  readonly #practices: FollowedRecords<Practice>;
  readonly #told: FollowedRecords<Aftermath>;

  /** `now` gives milliseconds since 1970. */
  constructor(use: UseShelf, newId: () => string, now: () => number) {
    this.#use = use;
    this.#newId = newId;
    this.#now = now;
    this.#practices = new FollowedRecords({ use, of: (shelf) => shelf.practices });
    this.#told = new FollowedRecords({ use, of: (shelf) => shelf.aftermaths });
  }

  /** Oldest first. */
  get practices(): readonly Practice[] {
    return this.#practices.all;
  }

  /** What was told of them, in the order in which it was told. */
  get told(): readonly Aftermath[] {
    return this.#told.all;
  }

  get isRead(): boolean {
    return this.#practices.isRead && this.#told.isRead;
  }

  /** Reads the log and follows it; gives the function that stops it. */
  follow(): () => void {
    const stops = [this.#practices.follow(), this.#told.follow()];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Somebody else is the current person: forgets what it shows and goes on with theirs. */
  turn(): void {
    this.#practices.turn();
    this.#told.turn();
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
}
