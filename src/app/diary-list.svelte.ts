import type { FailureCode } from '../core/errors.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import { Failing } from './failing.svelte.ts';
import type { SessionHistory } from './history.svelte.ts';

/** What was written down, to be looked through; takes an entry out, and the last one back while the list is shown. */
export class DiaryList {
  readonly #failing = new Failing();
  readonly #history: Pick<SessionHistory, 'diary' | 'write' | 'strike'>;
  #struck: DiaryEntry | null = $state.raw(null);

  constructor(history: Pick<SessionHistory, 'diary' | 'write' | 'strike'>) {
    this.#history = history;
  }

  /** Newest first. */
  readonly entries: readonly DiaryEntry[] = $derived.by(() => this.#history.diary.toReversed());

  /** The entry that was taken out last; null when there is none to bring back. */
  get struck(): DiaryEntry | null {
    return this.#struck;
  }

  /** Why the last wish could not be met; null when it was. */
  get failure(): FailureCode | null {
    return this.#failing.code;
  }

  async strike(entry: DiaryEntry): Promise<void> {
    await this.#failing.attempt(async () => {
      await this.#history.strike(entry.id);
      this.#struck = entry;
    });
  }

  /** Brings it back under a new id: a removed id is never used again. */
  async undo(): Promise<void> {
    if (this.#struck === null) return;
    const { at, note, minutes, pain } = this.#struck;
    await this.#failing.attempt(async () => {
      await this.#history.write({ at, note, minutes, pain });
      this.#struck = null;
    });
  }
}
