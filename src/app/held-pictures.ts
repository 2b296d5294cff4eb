import type { Step } from '../core/protocol/protocol.ts';
import type { TrialAddress } from '../core/session/correction.ts';
import type { HeldPicture } from './second-look.ts';

/**
 * The held frames of the last visit's measured trials, in memory only: until another visit begins, the person
 * leaves the result, or has decided about a trial. Nothing in here is ever stored.
 */
export class HeldPictures {
  #session: string | null = null;
  readonly #held = new Map<string, HeldPicture>();

  /** Drops all pictures: another visit begins, or one is left before its end. */
  drop(): void {
    for (const { picture } of this.#held.values()) picture.close();
    this.#held.clear();
    this.#session = null;
  }

  /** Keeps the picture of a trial that has just been measured; `trial` counts the step's trials from 0. */
  keep(step: Step, trial: number, held: HeldPicture): void {
    const key = keyOf(step, trial);
    this.#held.get(key)?.picture.close();
    this.#held.set(key, held);
  }

  /** The visit is over: its pictures belong to this session. */
  belongTo(sessionId: string): void {
    this.#session = sessionId;
  }

  /** The picture of a trial; null where it is gone. It stays this keeper's: not to be closed. */
  of({ sessionId, trial, ...step }: TrialAddress): HeldPicture | null {
    return this.#session === sessionId ? (this.#held.get(keyOf(step, trial)) ?? null) : null;
  }

  /** The person has decided about a trial: its picture is dropped. */
  decided({ sessionId, trial, ...step }: TrialAddress): void {
    if (this.#session !== sessionId) return;
    const key = keyOf(step, trial);
    this.#held.get(key)?.picture.close();
    this.#held.delete(key);
  }

  /** The person has left a session's result: its pictures are dropped. */
  leave(sessionId: string): void {
    if (this.#session === sessionId) this.drop();
  }
}

function keyOf({ test, side }: Step, trial: number): string {
  return `${test}/${String(side)}/${String(trial)}`;
}
