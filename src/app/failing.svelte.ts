import { Failure, type FailureCode } from '../core/errors.ts';

/** What became of the last wish on a screen: a failure is kept to be said, a bug goes on to the boundary. */
export class Failing {
  #code: FailureCode | null = $state.raw(null);

  /** Why the last wish could not be met; null when it was. */
  get code(): FailureCode | null {
    return this.#code;
  }

  async attempt(work: () => Promise<void>): Promise<void> {
    this.#code = null;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#code = error.code;
    }
  }
}
