import type { Span } from './chart-span.ts';
import type { ChartWindow } from './chart-window.svelte.ts';

/** A mouse, a pen or a finger on a chart. */
export interface Pointer {
  readonly id: number;
  /** Fingers read and pinch; a mouse or a pen selects. */
  readonly isFinger: boolean;
  /** In pixels from the chart's top left; while it is pressed also outside of the chart. */
  readonly x: number;
  readonly y: number;
}

/** Where a chart is drawn, in pixels. */
export interface Drawn {
  /** Where the time that is looked at begins and ends, from the chart's left. */
  readonly edges: readonly [from: number, to: number];
  readonly height: number;
}

/** One pointer twice, or the first two fingers. */
type Pair = readonly [Pointer, Pointer];

/** A time (ms since 1970) that stays under the middle of a pair. */
interface Hold {
  readonly kind: 'hold';
  readonly at: number;
  /** Of what was looked at when it was taken hold of, in milliseconds. */
  readonly width: number;
  /** How far apart the pair was, in pixels; and whether only from left to right. */
  readonly apart: number;
  readonly isAcross: boolean;
}

/** What is done by what is pressed; a selection begins so many pixels from the left. */
type Doing = { readonly kind: 'read' } | { readonly kind: 'select'; readonly from: number } | Hold;

/** From how many pixels on a press is no click; as in Grafana. */
const dragFrom = 5;

/** How far above or below the chart a selection is let go, in pixels; chosen: a hand may slip. */
const slip = 40;

/** What pointers do with a chart's window: read, select a time to look at, move it, pinch it. */
export class ChartGestures {
  readonly #chart: ChartWindow;
  readonly #drawn: () => Drawn;
  /** Each that is pressed, where it is now. */
  #pressed: readonly Pointer[] = [];
  #doing: Doing | null = $state.raw(null);
  #selected: Span | null = $state.raw(null);
  /** The id of the moment that a pointer, not a key, has read. */
  #pointed: string | null = null;

  /** `drawn` is where the chart is drawn now. */
  constructor(chart: ChartWindow, drawn: () => Drawn) {
    this.#chart = chart;
    this.#drawn = drawn;
  }

  /** What will be looked at when the pointer is let go; null for no change. */
  get selected(): Span | null {
    return this.#selected;
  }

  /** Whether the chart moves with what is pressed. */
  get isHolding(): boolean {
    return this.#doing?.kind === 'hold';
  }

  /** With `wantsMove` a drag moves the chart instead of selecting; it does, too, where nothing shorter can be shown. */
  press(pointer: Pointer, wantsMove = false): void {
    this.#pressed = [...this.#pressed, pointer];
    if (this.#pressed.length === 2) this.#hold(pointer);
    if (this.#pressed.length > 1) return;
    this.#read(pointer.x);
    if (pointer.isFinger || !this.#chart.isZoomable) this.#doing = { kind: 'read' };
    else if (wantsMove || !this.#chart.canZoomIn) this.#hold(pointer);
    else this.#doing = { kind: 'select', from: pointer.x };
  }

  move(pointer: Pointer): void {
    const doing = this.#doing;
    this.#pressed = this.#pressed.map((each) => (each.id === pointer.id ? pointer : each));
    if (this.#pressed.length === 0) this.#read(pointer.x);
    else if (!this.#pressed.includes(pointer)) return;
    else if (doing?.kind === 'read') this.#read(pointer.x);
    else if (doing?.kind === 'select') this.#select(doing.from, pointer);
    else if (doing?.kind === 'hold') this.#follow(doing, pointer);
  }

  /** Of two fingers the one that stays does nothing: they are seldom lifted at once. */
  release(id: number): void {
    if (!this.#lift(id)) return;
    const selected = this.#selected;
    this.#stop();
    if (selected !== null) this.#chart.lookAt(selected);
  }

  /** The browser has taken a pressed pointer for itself, as to scroll the page; nothing where it is not pressed. */
  lose(id: number): void {
    if (!this.#lift(id)) return;
    this.#stop();
    this.leave();
  }

  /** The pointer is gone, and what it has read is not read any more. */
  leave(): void {
    if (this.#chart.read?.id === this.#pointed) this.#chart.stopReading();
  }

  /** Ends a selection without looking at it; false where there is none. */
  cancel(): boolean {
    if (this.#doing?.kind !== 'select') return false;
    this.#stop();
    return true;
  }

  /** Looks at so many times the time around the one at a place, in pixels from the left. */
  zoomAt(x: number, times: number): void {
    const place = this.#inside(x);
    this.#chart.hold({ at: this.#timeAt(place), share: this.#shareAt(place) }, this.#width * times);
    if (this.#chart.read?.id === this.#pointed) this.#read(place);
  }

  get #width(): number {
    const [from, to] = this.#chart.span;
    return to - from;
  }

  #shareAt(x: number): number {
    const [from, to] = this.#drawn().edges;
    return (x - from) / (to - from);
  }

  #timeAt(x: number): number {
    return this.#chart.span[0] + this.#shareAt(x) * this.#width;
  }

  /** The nearest place at which there is a time that is looked at. */
  #inside(x: number): number {
    const [from, to] = this.#drawn().edges;
    return Math.min(Math.max(x, from), to);
  }

  #read(x: number): void {
    this.#chart.readNear(this.#timeAt(x));
    this.#pointed = this.#chart.read?.id ?? null;
  }

  #select(from: number, { x, y }: Pointer): void {
    const [begin, end] = [this.#inside(Math.min(from, x)), this.#inside(Math.max(from, x))];
    const isOut = y < -slip || y > this.#drawn().height + slip;
    this.#selected =
      isOut || end - begin < dragFrom ? null : [this.#timeAt(begin), this.#timeAt(end)];
    if (this.#selected !== null) this.#chart.stopReading();
  }

  #hold(pointer: Pointer): void {
    const pair = this.#pairWith(pointer);
    // Of fingers above each other the places from left to right say little: a pixel more would be a jump.
    const isAcross = Math.abs(pair[0].x - pair[1].x) >= Math.abs(pair[0].y - pair[1].y);
    this.#doing = {
      kind: 'hold',
      at: this.#timeAt(middleOf(pair)),
      width: this.#width,
      apart: apartOf(pair, isAcross),
      isAcross,
    };
    this.#selected = null;
  }

  #follow({ at, width, apart, isAcross }: Hold, pointer: Pointer): void {
    const pair = this.#pairWith(pointer);
    this.#chart.stopReading();
    this.#chart.hold(
      { at, share: this.#shareAt(middleOf(pair)) },
      (width * apart) / apartOf(pair, isAcross),
    );
  }

  #pairWith(pointer: Pointer): Pair {
    const [first = pointer, second = first] = this.#pressed;
    return [first, second];
  }

  #lift(id: number): boolean {
    const count = this.#pressed.length;
    this.#pressed = this.#pressed.filter((each) => each.id !== id);
    return this.#pressed.length < count;
  }

  #stop(): void {
    this.#doing = null;
    this.#selected = null;
  }
}

function middleOf([a, b]: Pair): number {
  return (a.x + b.x) / 2;
}

/** A pixel at least: one pointer is nowhere apart from itself. */
function apartOf([a, b]: Pair, isAcross: boolean): number {
  return Math.max(1, Math.hypot(a.x - b.x, isAcross ? 0 : a.y - b.y));
}
