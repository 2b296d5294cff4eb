import type { Clock } from '../../src/app/clock.ts';

/** A clock that goes on only when it is told to. */
export class ScriptedClock implements Clock {
  #now: number;
  readonly #calls = new Set<{ readonly ms: number; due: number; readonly call: () => void }>();

  /** `now`: milliseconds since 1970. */
  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  every(ms: number, call: () => void): () => void {
    const entry = { ms, due: this.#now + ms, call };
    this.#calls.add(entry);
    return () => {
      this.#calls.delete(entry);
    };
  }

  /** Lets seconds go by as on a page that is in sight: whoever is to be called is called in time. */
  pass(seconds: number): void {
    const until = this.#now + seconds * 1000;
    for (;;) {
      const [next] = [...this.#calls].sort((a, b) => a.due - b.due);
      if (next === undefined || next.due > until) break;
      this.#now = next.due;
      next.due += next.ms;
      next.call();
    }
    this.#now = until;
  }

  /** Lets seconds go by as on a page that is hidden or asleep: everyone is called once, at the end. */
  leap(seconds: number): void {
    this.#now += seconds * 1000;
    for (const entry of this.#calls) {
      entry.due = this.#now + entry.ms;
      entry.call();
    }
  }
}
