import { Failure } from '../core/errors.ts';
import type { Unfinished } from '../core/session/unfinished.ts';
import type { Settings } from '../store/settings.ts';

/** Where the check that is under way is remembered. */
export type UnfinishedShelf = Pick<Settings, 'get' | 'set'>;

/**
 * Until when a check can be gone on with, in milliseconds from its start. Chosen: an hour; what a warm-up
 * gives is partly gone after 15 minutes (O'Sullivan 2009), later it would be another visit.
 */
const goOnForMs = 3_600_000;

/** The check that is under way, kept so that a crash or a reload in its middle loses no finished repetition. */
export class UnfinishedCheck {
  readonly #shelf: () => Promise<UnfinishedShelf>;
  readonly #isRunning: () => Promise<boolean>;
  #cutOff: Unfinished | null = $state.raw(null);
  #newest: Unfinished | null = null;
  /** How often another person has become the current one. */
  #turn = 0;
  /** Writes in their order: the newest has to be the last. */
  #writing: Promise<void> = Promise.resolve();

  /** `isRunning`: whether a check runs in any tab. */
  constructor(shelf: () => Promise<UnfinishedShelf>, isRunning: () => Promise<boolean>) {
    this.#shelf = shelf;
    this.#isRunning = isRunning;
  }

  /** The check that was cut off, now or when the page was last open; null where there is none. */
  get cutOff(): Unfinished | null {
    return this.#cutOff;
  }

  /** Whether it is recent enough to be gone on with; what it has given can be kept at any time. */
  canGoOn(now: number): boolean {
    return this.#cutOff !== null && now - this.#cutOff.session.startedAt < goOnForMs;
  }

  /** Reads what was left behind. Where nothing can be read, nothing was. */
  async read(): Promise<void> {
    // What another tab is in the middle of was not cut off.
    if (await this.#isRunning()) return;
    const turn = this.#turn;
    try {
      const cutOff = await (await this.#shelf()).get('unfinished');
      if (turn === this.#turn) this.#cutOff = cutOff;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }

  /** Remembers what a check has given so far, or that there is nothing left to go on with. */
  readonly remember = (unfinished: Unfinished | null): void => {
    this.#cutOff = null;
    this.#newest = unfinished;
    // Asked for now: by the time it is written, somebody else may be the current person.
    const shelf = this.#shelf();
    shelf.catch(() => undefined);
    this.#writing = this.#writing.then(() => this.#write(shelf, unfinished));
  };

  /** Somebody else is the current person: looks for what they have left behind. */
  turn(): void {
    this.#turn += 1;
    this.#cutOff = null;
    this.#newest = null;
    void this.read();
  }

  /** The check that is under way has been cut off on this very page, as by a camera that is gone. */
  readonly cutOffNow = (): void => {
    this.#cutOff = this.#newest;
  };

  async #write(shelf: Promise<UnfinishedShelf>, unfinished: Unfinished | null): Promise<void> {
    try {
      await (await shelf).set('unfinished', unfinished);
    } catch (error) {
      // A full or refused storage is told when the session itself is to be kept.
      if (!(error instanceof Failure)) throw error;
    }
  }
}
