import type { FailureCode } from '../core/errors.ts';
import type { Session } from '../core/session/session.ts';
import { Failing } from './failing.svelte.ts';
import type { Removed, SessionHistory } from './history.svelte.ts';

/** Takes sessions away, and the last one back as long as the person stays on the screen. */
export class Removal {
  readonly #failing = new Failing();
  readonly #history: Pick<SessionHistory, 'remove' | 'restore'>;
  #removed: Removed | null = $state.raw(null);

  constructor(history: Pick<SessionHistory, 'remove' | 'restore'>) {
    this.#history = history;
  }

  /** The session that was removed last; null when there is none to bring back. */
  get removed(): Session | null {
    return this.#removed?.session ?? null;
  }

  /** Why the last wish could not be met; null when it was. */
  get failure(): FailureCode | null {
    return this.#failing.code;
  }

  async remove(id: string): Promise<void> {
    await this.#failing.attempt(async () => {
      this.#removed = await this.#history.remove(id);
    });
  }

  async undo(): Promise<void> {
    const removed = this.#removed;
    if (removed === null) return;
    await this.#failing.attempt(async () => {
      await this.#history.restore(removed);
      this.#removed = null;
    });
  }
}
