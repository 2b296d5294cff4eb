import { dayMs } from '../core/session/time.ts';
import { leastSpan, spanHolding, spanOf, type Held, type Span } from './chart-span.ts';
import { firstFrom, nearestTo, type Moment } from './moments.ts';

/** What a chart shows at most, as it is now. */
export interface Shown {
  /** Oldest first. */
  readonly moments: readonly Moment[];
  /** Null for as far as the moments go. */
  readonly span: Span | null;
}

/** How far a page goes; chosen: a month, as people count. */
const pageSpan = 30 * dayMs;

/** Chosen: halves and doubles, so that a few steps lead from ten years to a month. */
const zoomFactor = 2;

/** What part of a chart's time is looked at, and which moment in it is being read. */
export class ChartWindow {
  readonly #shown: Shown;
  #zoomed: Span | null = $state.raw(null);
  #reading: string | null = $state.raw(null);

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  /** All that could be looked at. */
  readonly full: Span = $derived.by(() => this.#shown.span ?? spanOf(this.#shown.moments));

  /** What is looked at: never outside of what there is. */
  readonly span: Span = $derived.by(() => {
    if (this.#zoomed === null) return this.full;
    // There may have come to be less than when this was chosen.
    const [from, to] = this.#zoomed;
    return spanHolding({ at: from, share: 0 }, to - from, this.full);
  });

  /** The place of the moment that is being read among all; -1 for none. */
  readonly index: number = $derived.by(() =>
    this.#reading === null ? -1 : this.#shown.moments.findIndex(({ id }) => id === this.#reading),
  );

  /** The moment that is being read; null for none. */
  readonly read: Moment | null = $derived.by(() => this.#shown.moments[this.index] ?? null);

  get isWhole(): boolean {
    return this.span[0] === this.full[0] && this.span[1] === this.full[1];
  }

  get canZoomIn(): boolean {
    return this.span[1] - this.span[0] > leastSpan;
  }

  get isZoomable(): boolean {
    return !this.isWhole || this.canZoomIn;
  }

  get hasEarlier(): boolean {
    return this.span[0] > this.full[0];
  }

  get hasLater(): boolean {
    return this.span[1] < this.full[1];
  }

  /** Halves the time, around what is being read or else at its newest end. */
  zoomIn(): void {
    this.#zoomBy(1 / zoomFactor);
  }

  zoomOut(): void {
    this.#zoomBy(zoomFactor);
  }

  /** Looks at so much time (ms) around one that keeps its place, as far as there is so much. */
  hold(held: Held, width: number): void {
    const isAll = width >= this.full[1] - this.full[0];
    // Then what is added later is seen too.
    this.#zoomed = isAll ? null : spanHolding(held, width, this.full);
  }

  /** Looks at this, or where it is too short at what is around it. */
  lookAt([from, to]: Span): void {
    this.hold({ at: (from + to) / 2, share: 1 / 2 }, to - from);
  }

  zoomWhole(): void {
    this.#zoomed = null;
  }

  /** Goes half of what is looked at: -1 earlier, 1 later. */
  move(by: -1 | 1): void {
    const [from, to] = this.span;
    const way = (by * (to - from)) / 2;
    this.lookAt([from + way, to + way]);
  }

  /** Reads the next moment: -1 earlier, 1 later. Begins at the newest one in sight. */
  step(by: -1 | 1): void {
    this.#readAt(this.index === -1 ? this.#newestInSight : this.index + by);
  }

  /** Reads a moment a month away, or the next one where that is farther. */
  page(by: -1 | 1): void {
    const { moments } = this.#shown;
    const from = moments[this.index];
    if (from === undefined) {
      this.step(by);
      return;
    }
    const wanted = firstFrom(from.at + by * pageSpan, moments);
    this.#readAt(by === 1 ? Math.max(wanted, this.index + 1) : Math.min(wanted, this.index - 1));
  }

  readFirst(): void {
    this.#readAt(0);
  }

  readLast(): void {
    this.#readAt(this.#shown.moments.length - 1);
  }

  /** Reads what is nearest to a time (ms since 1970) among what is in sight; nothing where there is nothing. */
  readNear(at: number): void {
    const { moments } = this.#shown;
    const [first, last] = [firstFrom(this.span[0], moments), this.#newestInSight];
    const index = Math.min(Math.max(nearestTo(at, moments), first), last);
    this.#reading = first > last ? null : (moments[index]?.id ?? null);
  }

  stopReading(): void {
    this.#reading = null;
  }

  get #newestInSight(): number {
    return firstFrom(this.span[1] + 1, this.#shown.moments) - 1;
  }

  #readAt(index: number): void {
    const { moments } = this.#shown;
    const moment = moments[Math.min(Math.max(index, 0), moments.length - 1)];
    this.#reading = moment?.id ?? null;
    const [from, to] = this.span;
    if (moment === undefined || (moment.at >= from && moment.at <= to)) return;
    this.hold({ at: moment.at, share: 1 / 2 }, to - from);
  }

  #zoomBy(factor: number): void {
    const [from, to] = this.span;
    const held = this.read === null ? { at: to, share: 1 } : { at: this.read.at, share: 1 / 2 };
    this.hold(held, (to - from) * factor);
  }
}
