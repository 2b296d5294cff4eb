import type { TestId } from '../core/protocol/protocol.ts';
import type { ReadSessions } from './history.svelte.ts';
import { monthsBefore, progressOf, since, type TestProgress } from './progress-view.ts';

/** How far back the charts go. */
export const ranges = ['months', 'all'] as const;
export type Range = (typeof ranges)[number];

/** How the numbers are shown; both views hold the same. */
export const views = ['chart', 'table'] as const;
export type View = (typeof views)[number];

/** How many calendar months the shorter range has. */
const shortRange = 3;

/** The stored sessions as the progress screen shows them. */
export class Progress {
  readonly #history: ReadSessions;
  /** When the screen was opened, in milliseconds since 1970. */
  readonly now: number;
  #range: Range = $state.raw('all');
  #view: View = $state.raw('chart');

  constructor(history: ReadSessions, now: number) {
    this.#history = history;
    this.now = now;
  }

  readonly #all: readonly TestProgress[] = $derived.by(() => progressOf(this.#history.sessions));

  get isRead(): boolean {
    return this.#history.isRead;
  }

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  get range(): Range {
    return this.#range;
  }

  get view(): View {
    return this.#view;
  }

  /** Whether there is anything that the shorter range would leave out. */
  get hasOlder(): boolean {
    return this.#all.some(({ visits }) => visits.some(({ at }) => at < this.#shortFrom));
  }

  /** From when to when the time axes go, in milliseconds; null for as far as the visits do. */
  get span(): readonly [number, number] | null {
    return this.#isShort ? [this.#shortFrom, this.now] : null;
  }

  /** Every test that was done, or the one asked for if it was, within the chosen range. */
  tests(wanted: TestId | null): readonly TestProgress[] {
    const one = this.#all.filter(({ test }) => test === wanted);
    const shown = one.length > 0 ? one : this.#all;
    return this.#isShort ? shown.map((progress) => since(progress, this.#shortFrom)) : shown;
  }

  chooseRange(range: Range): void {
    this.#range = range;
  }

  chooseView(view: View): void {
    this.#view = view;
  }

  get #isShort(): boolean {
    return this.#range === 'months' && this.hasOlder;
  }

  get #shortFrom(): number {
    return monthsBefore(this.now, shortRange);
  }
}
