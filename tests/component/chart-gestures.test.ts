import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChartGestures, type Pointer } from '../../src/app/chart-gestures.svelte.ts';
import type { Span } from '../../src/app/chart-span.ts';
import { ChartWindow } from '../../src/app/chart-window.svelte.ts';
import type { Moment } from '../../src/app/moments.ts';

const day = 24 * 60 * 60 * 1000;

/** In days: on each of them something was written down. */
const [first, last] = [0, 1000];
const edges = [50, 1050] as const;
const [left, right] = edges;

interface Charted {
  readonly chart: ChartWindow;
  readonly gestures: ChartGestures;
}

/** A chart of a thousand days, a pixel for each while it is whole. */
function charted(looked: Span = [first, last]): Charted {
  const moments = Array.from({ length: last - first + 1 }, (_, at): Moment => ({
    kind: 'entry',
    id: `${at}`,
    at: at * day,
    note: 'x',
    minutes: null,
    pain: null,
  }));
  const chart = new ChartWindow({ moments, span: null });
  chart.lookAt([looked[0] * day, looked[1] * day]);
  return { chart, gestures: new ChartGestures(chart, () => ({ edges, height: 300 })) };
}

function mouse(x: number, y = 100): Pointer {
  return { id: 1, isFinger: false, x, y };
}

function finger(id: number, x: number, y = 100): Pointer {
  return { id, isFinger: true, x, y };
}

/** The day at a place, in pixels from the left. */
function dayAt(x: number, { chart }: Charted): number {
  const [from, to] = chart.span;
  return (from + ((x - left) / (right - left)) * (to - from)) / day;
}

function daysOf({ chart }: Charted): readonly number[] {
  return chart.span.map((at) => at / day);
}

function isFree({ chart }: Charted): boolean {
  return chart.hasEarlier && chart.hasLater && chart.canZoomIn;
}

const place = fc.integer({ min: left, max: right });
const looked = fc
  .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last }))
  .filter(([a, b]) => b - a > 14);

/** Days are told to a millisecond. */
const digits = 6;

describe('The time under a pointer', () => {
  test('stays there whatever the wheel does, unless there is no more time at an end', () => {
    fc.assert(
      fc.property(
        looked,
        place,
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        (span, x, times) => {
          const shown = charted(span);
          const before = dayAt(x, shown);
          shown.gestures.zoomAt(x, times);
          if (isFree(shown)) expect(dayAt(x, shown)).toBeCloseTo(before, digits);
        },
      ),
    );
  });

  test('goes with it while the chart is moved, as far as there is time', () => {
    fc.assert(
      fc.property(looked, fc.array(place, { minLength: 2, maxLength: 8 }), (span, way) => {
        const shown = charted(span);
        const [begin = 0, ...rest] = way;
        const [held, width] = [dayAt(begin, shown), span[1] - span[0]];
        shown.gestures.press(mouse(begin), true);
        for (const x of rest) {
          shown.gestures.move(mouse(x));
          const [from = 0, to = 0] = daysOf(shown);
          expect(to - from).toBeCloseTo(width, digits);
          if (from > first && to < last) expect(dayAt(x, shown)).toBeCloseTo(held, digits);
        }
      }),
    );
  });

  test('is under each of two fingers beside each other, wherever they go', () => {
    const pairs = fc.tuple(place, place).filter(([a, b]) => Math.abs(a - b) >= 40);
    fc.assert(
      fc.property(looked, pairs, fc.array(pairs, { maxLength: 6 }), (span, [a, b], ways) => {
        const shown = charted(span);
        const held = [dayAt(a, shown), dayAt(b, shown)] as const;
        shown.gestures.press(finger(1, a));
        shown.gestures.press(finger(2, b));
        for (const [x, y] of ways) {
          // Fingers do not pass each other.
          const [c, d] = a < b === x < y ? [x, y] : [y, x];
          shown.gestures.move(finger(1, c));
          shown.gestures.move(finger(2, d));
          if (!isFree(shown)) continue;
          expect(dayAt(c, shown)).toBeCloseTo(held[0], digits);
          expect(dayAt(d, shown)).toBeCloseTo(held[1], digits);
        }
      }),
    );
  });

  test('is what it was when fingers come back, even after an end was in the way', () => {
    fc.assert(
      fc.property(looked, place, place, fc.array(place, { maxLength: 6 }), (span, a, b, ways) => {
        const shown = charted(span);
        const before = daysOf(shown);
        shown.gestures.press(finger(1, a, 60));
        shown.gestures.press(finger(2, b, 200));
        for (const x of [...ways, a]) shown.gestures.move(finger(1, x, 60));
        expect(daysOf(shown)[0]).toBeCloseTo(before[0] ?? NaN, digits);
        expect(daysOf(shown)[1]).toBeCloseTo(before[1] ?? NaN, digits);
      }),
    );
  });

  test('under the middle stays there for fingers above each other, which zoom as well', () => {
    const shown = charted([200, 600]);
    shown.gestures.press(finger(1, 548, 100));
    shown.gestures.press(finger(2, 552, 200));
    shown.gestures.move(finger(2, 552, 300));
    const [from = 0, to = 0] = daysOf(shown);
    expect(to - from).toBeCloseTo(200, 0);
    expect((from + to) / 2).toBeCloseTo(400, 3);
  });
});

describe('A selection', () => {
  test('is exactly what was dragged over, from whichever side', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const shown = charted();
        shown.gestures.press(mouse(a));
        shown.gestures.move(mouse(b));
        expect(shown.chart.isWhole).toBe(true);
        const [from, to] = [Math.min(a, b) - left, Math.max(a, b) - left];
        const [begin, end] = shown.gestures.selected ?? [0, 0];
        const isClick = to - from < 5;
        expect(begin / day).toBeCloseTo(isClick ? 0 : from, digits);
        expect(end / day).toBeCloseTo(isClick ? 0 : to, digits);
        shown.gestures.release(1);
        expect(shown.gestures.selected).toBeNull();
        if (to - from >= 14) expect(daysOf(shown)).toEqual([from, to]);
      }),
    );
  });

  test('of less than two weeks looks at two weeks around it', () => {
    const shown = charted();
    shown.gestures.press(mouse(left + 500));
    shown.gestures.move(mouse(left + 510));
    shown.gestures.release(1);
    expect(daysOf(shown)).toEqual([498, 512]);
  });

  test('ends where the time ends, however far the pointer goes on', () => {
    const shown = charted();
    shown.gestures.press(mouse(left + 400));
    shown.gestures.move(mouse(right + 90));
    shown.gestures.release(1);
    expect(daysOf(shown)).toEqual([400, last]);
  });

  test('is nothing beside the plot, where no time is', () => {
    const shown = charted();
    shown.gestures.press(mouse(right + 10));
    shown.gestures.move(mouse(right + 90));
    shown.gestures.release(1);
    expect(shown.chart.isWhole).toBe(true);
  });

  test('is let go far above or below the chart, and taken up again within', () => {
    const shown = charted();
    shown.gestures.press(mouse(left + 400));
    shown.gestures.move(mouse(left + 500, 200));
    shown.gestures.move(mouse(left + 500, 400));
    expect(shown.gestures.selected).toBeNull();
    shown.gestures.move(mouse(left + 600, 310));
    expect(shown.gestures.selected).toEqual([400 * day, 600 * day]);
    shown.gestures.move(mouse(left + 600, -60));
    shown.gestures.release(1);
    expect(shown.chart.isWhole).toBe(true);
  });

  test('is over once it is cancelled: what follows changes nothing until the next press', () => {
    const shown = charted();
    expect(shown.gestures.cancel()).toBe(false);
    shown.gestures.press(mouse(left + 400));
    shown.gestures.move(mouse(left + 500));
    expect(shown.gestures.cancel()).toBe(true);
    shown.gestures.move(mouse(left + 600));
    expect(shown.gestures.selected).toBeNull();
    shown.gestures.release(1);
    expect(shown.chart.isWhole).toBe(true);
  });

  test('is over when the browser takes the pointer', () => {
    const shown = charted();
    shown.gestures.press(mouse(left + 400));
    shown.gestures.move(mouse(left + 500));
    shown.gestures.lose(1);
    shown.gestures.release(1);
    expect([shown.chart.isWhole, shown.gestures.selected]).toEqual([true, null]);
  });

  test('gives way to moving where nothing shorter can be shown', () => {
    const shown = charted([100, 114]);
    shown.gestures.press(mouse(left + 500));
    expect(shown.gestures.isHolding).toBe(true);
    shown.gestures.move(mouse(left));
    shown.gestures.release(1);
    expect(daysOf(shown)).toEqual([107, 121]);
    expect(shown.gestures.isHolding).toBe(false);
  });
});

describe('Pointing', () => {
  test('reads what is nearest, pressed or not, and no more once a selection has begun', () => {
    const shown = charted();
    shown.gestures.move(mouse(left + 300));
    expect(shown.chart.read?.id).toBe('300');
    shown.gestures.press(mouse(left + 310));
    shown.gestures.move(mouse(left + 313));
    expect(shown.chart.read?.id).toBe('310');
    shown.gestures.move(mouse(left + 340));
    expect(shown.chart.read).toBeNull();
  });

  test('by one finger reads along, by a second one not any more', () => {
    const shown = charted();
    shown.gestures.press(finger(1, left + 300));
    shown.gestures.move(finger(1, left + 400));
    expect(shown.chart.read?.id).toBe('400');
    expect(shown.chart.isWhole).toBe(true);
    shown.gestures.press(finger(2, left + 600));
    shown.gestures.move(finger(2, left + 700));
    expect(shown.chart.read).toBeNull();
    shown.gestures.release(1);
    const before = daysOf(shown);
    shown.gestures.move(finger(2, left + 900));
    expect([shown.chart.read, daysOf(shown)]).toEqual([null, before]);
    shown.gestures.release(2);
    shown.gestures.press(finger(3, left + 10));
    expect(shown.chart.read).not.toBeNull();
  });

  test('ends with the pointer that goes; what a key reads stays', () => {
    const shown = charted();
    shown.gestures.move(mouse(left + 300));
    shown.gestures.leave();
    expect(shown.chart.read).toBeNull();
    shown.gestures.move(mouse(left + 300));
    shown.chart.step(1);
    shown.gestures.leave();
    expect(shown.chart.read?.id).toBe('301');
  });

  test('reads what comes to be under it when the wheel is turned', () => {
    const shown = charted();
    shown.gestures.move(mouse(left + 300.4));
    shown.gestures.zoomAt(left + 300.4, 0.1);
    expect(shown.chart.read?.id).toBe('300');
  });

  test('drags nothing in a chart that has no more than two weeks', () => {
    const moments: readonly Moment[] = [
      { kind: 'entry', id: 'only', at: 0, note: 'x', minutes: null, pain: null },
    ];
    const chart = new ChartWindow({ moments, span: null });
    const gestures = new ChartGestures(chart, () => ({ edges, height: 300 }));
    gestures.press(mouse(left));
    gestures.move(mouse(right));
    expect([gestures.selected, gestures.isHolding, chart.read?.id]).toEqual([null, false, 'only']);
  });
});
