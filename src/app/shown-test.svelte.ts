import type { TestId } from '../core/protocol/protocol.ts';
import { since, type TestProgress } from './progress-view.ts';

/** A test on the progress screen. What is shown of it is worked out when it is looked at: of a long history that takes a while. */
export class ShownTest {
  readonly test: TestId;
  readonly #whole: TestProgress;
  /** What lies within the chosen range. */
  readonly progress: TestProgress;

  /** `whole` works out all of it; `from` says since when it is shown, in milliseconds since 1970. */
  constructor(test: TestId, whole: () => TestProgress, from: () => number) {
    this.test = test;
    this.#whole = $derived.by(whole);
    this.progress = $derived(from() === -Infinity ? this.#whole : since(this.#whole, from()));
  }
}
