import type { Pause } from '../core/guidance/situation.ts';
import { abortable } from '../pose/abortable.ts';

/** The reasons for which a check waits, and the waiting. */
export class Pauses {
  #reasons: readonly Pause[] = [];
  #hasGap = false;
  #goOn = (): void => undefined;

  /** The reason that came first; null while nothing is waited for. */
  get first(): Pause | null {
    return this.#reasons[0] ?? null;
  }

  has(reason: Pause): boolean {
    return this.#reasons.includes(reason);
  }

  /** Waits from now on for this reason too. */
  add(reason: Pause): void {
    if (this.has(reason)) return;
    this.#reasons = [...this.#reasons, reason];
    this.#hasGap = true;
  }

  /** The reason is gone. */
  remove(reason: Pause): void {
    this.#reasons = this.#reasons.filter((other) => other !== reason);
    this.#goOn();
  }

  /**
   * Until no reason is left that has to be waited for: a stalled camera has not, as it gives no frames by itself.
   * Throws the signal's reason when it is aborted.
   */
  async end(signal: AbortSignal): Promise<void> {
    while (this.#reasons.some((reason) => reason !== 'stalled')) {
      await abortable(
        new Promise<void>((resolve) => {
          this.#goOn = resolve;
        }),
        signal,
      );
    }
  }

  /** Whether there was a pause since this was last asked: the frames before and after it do not belong together. */
  takeGap(): boolean {
    const hadGap = this.#hasGap;
    this.#hasGap = false;
    return hadGap;
  }
}
