import type { TestId } from '../core/protocol/protocol.ts';
import type { Choice, Part } from '../share/content.ts';
import { calendarDay, endOfDay, startOfDay } from './calendar-day.ts';

/** What can be chosen beside tests and dates, as it is asked. Traces of the body are not kept, so not asked for. */
export const askedParts = [
  'name',
  'about',
  'pain',
  'plan',
  'notes',
  'safety',
  'curves',
] as const satisfies readonly Part[];
export type AskedPart = (typeof askedParts)[number];

/** Chosen: what a professional asks for first. Own words and answers about health go along only by an own tick. */
const partsAtFirst: readonly AskedPart[] = ['name', 'about', 'pain', 'plan'];

/** One visit, to begin with it alone. */
export interface FirstVisit {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly tests: readonly TestId[];
}

/** What the person chooses to share. */
export class ShareChoice {
  readonly #done: () => readonly TestId[];
  #leftOut: readonly TestId[] = $state.raw([]);
  #parts: readonly AskedPart[] = $state.raw(partsAtFirst);
  /** Days of this device's calendar, as date fields have them; empty for no limit. */
  #from: string = $state.raw('');
  #to: string = $state.raw('');

  /** `done` are the tests that can be chosen; with a visit only that one is chosen at first. */
  constructor(done: () => readonly TestId[], visit: FirstVisit | null) {
    this.#done = done;
    if (visit === null) return;
    this.#from = this.#to = calendarDay(visit.startedAt);
    this.#leftOut = done().filter((test) => !visit.tests.includes(test));
  }

  get offered(): readonly TestId[] {
    return this.#done();
  }

  get tests(): readonly TestId[] {
    return this.offered.filter((test) => !this.#leftOut.includes(test));
  }

  get parts(): readonly AskedPart[] {
    return this.#parts;
  }

  get from(): string {
    return this.#from;
  }

  get to(): string {
    return this.#to;
  }

  /** Whether the first day comes after the last. */
  get isCrossed(): boolean {
    return this.#from !== '' && this.#to !== '' && this.#from > this.#to;
  }

  /** The choice; null while the days make no sense. */
  readonly chosen: Choice | null = $derived.by(() => {
    if (this.isCrossed) return null;
    const { tests, parts } = this;
    return {
      tests,
      parts,
      from: this.#from === '' ? null : startOfDay(this.#from),
      to: this.#to === '' ? null : endOfDay(this.#to),
    };
  });

  tickTest(test: TestId, isTicked: boolean): void {
    const others = this.#leftOut.filter((one) => one !== test);
    this.#leftOut = isTicked ? others : [...others, test];
  }

  tickPart(part: AskedPart, isTicked: boolean): void {
    const others = this.#parts.filter((one) => one !== part);
    this.#parts = isTicked ? [...others, part] : others;
  }

  chooseDays(days: { readonly from?: string; readonly to?: string }): void {
    this.#from = days.from ?? this.#from;
    this.#to = days.to ?? this.#to;
  }
}
