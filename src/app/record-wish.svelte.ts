import { Failure, type FailureCode } from '../core/errors.ts';
import { RecordFailure } from '../share/fhir/record-failure.ts';

/** Why a wish to a clinic's record could not be met. */
export interface RecordTrouble {
  readonly code: FailureCode;
  /** What the record system said, or the host that is not allowed; text of strangers; null for nothing. */
  readonly said: string | null;
}

/** One wish at a time to a clinic's record: whether it is under way, and why it could not be met. */
export class RecordWish {
  #trouble: RecordTrouble | null = $state.raw(null);
  #stopping: AbortController | null = $state.raw(null);

  get isUnderWay(): boolean {
    return this.#stopping !== null;
  }

  /** Null while nothing went wrong. */
  get trouble(): RecordTrouble | null {
    return this.#trouble;
  }

  /** Takes the place of a wish that is under way. Ends without a word when it is stopped. */
  async attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.stop();
    const stopping = new AbortController();
    this.#stopping = stopping;
    this.#trouble = null;
    try {
      await work(stopping.signal);
    } catch (error) {
      if (stopping.signal.aborted) return;
      if (!(error instanceof Failure)) throw error;
      const said = error instanceof RecordFailure ? error.said : null;
      this.#trouble = { code: error.code, said };
    } finally {
      if (this.#stopping === stopping) this.#stopping = null;
    }
  }

  stop(): void {
    this.#stopping?.abort();
    this.#stopping = null;
  }
}
