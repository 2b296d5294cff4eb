import type { Target } from '../core/advice/reply.ts';
import type { Described } from '../core/norms/typical.ts';
import { testIds, type TestId } from '../core/protocol/protocol.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import { yearOf } from './calendar-day.ts';
import type { ReadSessions } from './history.svelte.ts';
import { beginOf, ranges, type Range } from './progress-range.ts';
import { progressOf, testsDone, type TestProgress } from './progress-view.ts';
import { ShownTest } from './shown-test.svelte.ts';

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
  readonly #tests: readonly ShownTest[];
  /** When the screen was opened, in milliseconds since 1970. */
  readonly now: number;
  #range: Range = $state.raw('all');
  #view: View = $state.raw('chart');

  constructor(history: ReadSessions, beside: BesideSessions, now: number) {
    this.#history = history;
    this.now = now;
    const year = yearOf(now);
    this.#tests = testIds.map((test) => {
      const whole = (): TestProgress => {
        const { entries, targets, person } = beside;
        return progressOf(history.sessions, test, { entries, targets, person, year });
      };
      return new ShownTest(test, whole, () => beginOf(this.#range, now));
    });
  }

  /** The tests that were done at least once. */
  readonly #done: readonly TestId[] = $derived.by(() => testsDone(this.#history.sessions));

  /** The ranges that leave something out, and the whole; none where there is nothing to choose. */
  readonly ranges: readonly Range[] = $derived.by(() => {
    const first = this.#history.sessions.find(({ results }) => results.length > 0);
    const oldest = first?.startedAt ?? Infinity;
    const found = ranges.filter((range) => range === 'all' || oldest < beginOf(range, this.now));
    return found.length > 1 ? found : [];
  });

  get isRead(): boolean {
    return this.#history.isRead;
  }

  get isEmpty(): boolean {
    return this.#done.length === 0;
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

  /** Every test that was done, or the one asked for if it was. */
  tests(wanted: TestId | null): readonly ShownTest[] {
    const done = this.#tests.filter(({ test }) => this.#done.includes(test));
    const one = done.filter(({ test }) => test === wanted);
    return one.length > 0 ? one : done;
  }

  chooseRange(range: Range): void {
    this.#range = range;
  }

  chooseView(view: View): void {
    this.#view = view;
  }
}
