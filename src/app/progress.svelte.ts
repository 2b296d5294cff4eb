import type { Target } from '../core/advice/reply.ts';
import type { Described } from '../core/norms/typical.ts';
import type { TestId } from '../core/protocol/protocol.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import { yearOf } from './calendar-day.ts';
import type { ReadSessions } from './history.svelte.ts';
import { beginOf, ranges, type Range } from './progress-range.ts';
import { progressOf, since, type TestProgress } from './progress-view.ts';

/** How the numbers are shown; both views hold the same. */
export const views = ['chart', 'table'] as const;
export type View = (typeof views)[number];

/** What the charts show beside the sessions, as it is now. */
export interface BesideSessions {
  readonly entries: readonly DiaryEntry[];
  readonly targets: readonly Target[];
  readonly person: Described | null;
}

/** The stored sessions as the progress screen shows them. */
export class Progress {
  readonly #history: ReadSessions;
  readonly #beside: BesideSessions;
  /** When the screen was opened, in milliseconds since 1970. */
  readonly now: number;
  #range: Range = $state.raw('all');
  #view: View = $state.raw('chart');

  constructor(history: ReadSessions, beside: BesideSessions, now: number) {
    this.#history = history;
    this.#beside = beside;
    this.now = now;
  }

  /** Everything, worked out once for as long as nothing is stored. */
  readonly #all: readonly TestProgress[] = $derived.by(() => {
    const { entries, targets, person } = this.#beside;
    const year = yearOf(this.now);
    return progressOf(this.#history.sessions, { entries, targets, person, year });
  });

  /** What lies within the chosen range. */
  readonly #shown: readonly TestProgress[] = $derived.by(() => {
    const from = beginOf(this.#range, this.now);
    return from === -Infinity ? this.#all : this.#all.map((progress) => since(progress, from));
  });

  /** The ranges that leave something out, and the whole; none where there is nothing to choose. */
  readonly ranges: readonly Range[] = $derived.by(() => {
    const oldest = Math.min(...this.#all.map(({ visits }) => visits[0]?.at ?? Infinity));
    const found = ranges.filter((range) => range === 'all' || oldest < beginOf(range, this.now));
    return found.length > 1 ? found : [];
  });

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

  /** From when to when the time axes go, in milliseconds; null for as far as there is anything. */
  get span(): readonly [number, number] | null {
    return this.#range === 'all' ? null : [beginOf(this.#range, this.now), this.now];
  }

  /** Every test that was done, or the one asked for if it was, within the chosen range. */
  tests(wanted: TestId | null): readonly TestProgress[] {
    const one = this.#shown.filter(({ test }) => test === wanted);
    return one.length > 0 ? one : this.#shown;
  }

  chooseRange(range: Range): void {
    this.#range = range;
  }

  chooseView(view: View): void {
    this.#view = view;
  }
}
