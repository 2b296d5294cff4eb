import { Failure } from '../core/errors.ts';
import type { DeviceFacts } from '../store/device.ts';

/** The part of the browser's storage that can be asked to keep data for good. */
export type LastingStorage = Partial<Pick<StorageManager, 'persist' | 'persisted'>>;

/**
 * Whether the browser may throw the data away by itself, when space is short or the page was not used for long.
 * It is asked not to once there is something to lose.
 */
export class Persistence {
  readonly #storage: LastingStorage;
  readonly #facts: () => Promise<DeviceFacts>;
  readonly #now: () => number;

  constructor(storage: LastingStorage, facts: () => Promise<DeviceFacts>, now: () => number) {
    this.#storage = storage;
    this.#facts = facts;
    this.#now = now;
  }

  /** Whether the browser has promised to keep the data; where it cannot be asked, it has not. */
  async isPromised(): Promise<boolean> {
    try {
      return (await this.#storage.persisted?.()) ?? false;
    } catch {
      return false;
    }
  }

  /** Asks the browser to keep the data for good, on this device once and never again. */
  async askOnce(): Promise<void> {
    if (!this.#storage.persist || (await this.isPromised())) return;
    try {
      const facts = await this.#facts();
      if ((await facts.get('askedToPersistAt')) !== null) return;
      await facts.set('askedToPersistAt', this.#now());
      await this.#storage.persist();
    } catch (error) {
      // What cannot be promised is told by the reminder to make a backup.
      if (!(error instanceof Failure) && !(error instanceof TypeError)) throw error;
    }
  }
}
