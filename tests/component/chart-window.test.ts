import { describe, expect, test } from 'vitest';
import { ChartWindow } from '../../src/app/chart-window.svelte.ts';
import type { Moment } from '../../src/app/moments.ts';
import { TablePages } from '../../src/app/table-pages.svelte.ts';

const day = 24 * 60 * 60 * 1000;

/** Something on each of these days. */
function on(...days: readonly number[]): readonly Moment[] {
  return days.map((at) => ({
    kind: 'entry',
    id: `day ${at}`,
    at: at * day,
    note: 'x',
    minutes: null,
    pain: null,
  }));
}

function windowOver(...days: readonly number[]): ChartWindow {
  return new ChartWindow({ moments: on(...days), span: null });
}

/** In days. */
function spanOf(chart: ChartWindow): readonly number[] {
  return chart.span.map((at) => at / day);
}

describe('The time that a chart looks at', () => {
  test('is all there is, two weeks at least', () => {
    expect(spanOf(windowOver(0, 100))).toEqual([0, 100]);
    expect(spanOf(windowOver(20))).toEqual([6, 20]);
    expect(windowOver(20).canZoomIn).toBe(false);
  });

  test('is that of the range where one is chosen', () => {
    const chart = new ChartWindow({ moments: on(20), span: [0, 90 * day] });
    expect(spanOf(chart)).toEqual([0, 90]);
  });

  test('is halved at its newest end, down to two weeks, and back', () => {
    const chart = windowOver(0, 100);
    chart.zoomIn();
    expect(spanOf(chart)).toEqual([50, 100]);
    for (let step = 0; step < 5; step += 1) chart.zoomIn();
    expect(spanOf(chart)).toEqual([86, 100]);
    expect(chart.canZoomIn).toBe(false);
    chart.zoomOut();
    expect(spanOf(chart)).toEqual([72, 100]);
    for (let step = 0; step < 5; step += 1) chart.zoomOut();
    expect(chart.isWhole).toBe(true);
  });

  test('is halved around what is being read', () => {
    const chart = windowOver(0, 40, 100);
    chart.readFirst();
    chart.step(1);
    chart.zoomIn();
    expect(spanOf(chart)).toEqual([15, 65]);
  });

  test('goes earlier and later, and never beyond its ends', () => {
    const chart = windowOver(0, 100);
    chart.zoomIn();
    chart.move(-1);
    expect(spanOf(chart)).toEqual([25, 75]);
    expect([chart.hasEarlier, chart.hasLater]).toEqual([true, true]);
    chart.move(-1);
    chart.move(-1);
    expect(spanOf(chart)).toEqual([0, 50]);
    expect(chart.hasEarlier).toBe(false);
    chart.move(1);
    expect(spanOf(chart)).toEqual([25, 75]);
    chart.zoomWhole();
    expect(spanOf(chart)).toEqual([0, 100]);
  });

  test('is what was chosen, two weeks at least, around its middle', () => {
    const chart = windowOver(0, 100);
    chart.lookAt([20 * day, 45 * day]);
    expect(spanOf(chart)).toEqual([20, 45]);
    chart.lookAt([30 * day, 32 * day]);
    expect(spanOf(chart)).toEqual([24, 38]);
    expect(chart.canZoomIn).toBe(false);
    chart.lookAt([1 * day, 2 * day]);
    expect(spanOf(chart)).toEqual([0, 14]);
  });

  test('is all again where more is wanted than there is', () => {
    const chart = windowOver(0, 100);
    chart.zoomIn();
    chart.hold({ at: 80 * day, share: 0.6 }, 1000 * day);
    expect(chart.isWhole).toBe(true);
  });
});

describe('Reading a chart', () => {
  test('begins at the newest in sight', () => {
    const chart = windowOver(0, 10, 90, 100);
    chart.step(-1);
    expect(chart.read?.at).toBe(100 * day);
    chart.stopReading();
    chart.zoomIn();
    chart.move(-1);
    chart.move(-1);
    chart.step(-1);
    expect(chart.read?.at).toBe(10 * day);
  });

  test('takes the chart along where it leaves what is in sight', () => {
    const chart = windowOver(0, 10, 90, 100);
    chart.zoomIn();
    chart.readFirst();
    expect(spanOf(chart)).toEqual([0, 50]);
    chart.readLast();
    expect(spanOf(chart)).toEqual([50, 100]);
  });

  test('goes a month on by page, or to the next where there is nothing for longer', () => {
    const chart = windowOver(0, 10, 29, 31, 200);
    chart.page(-1);
    chart.readFirst();
    const days: number[] = [];
    for (let page = 0; page < 3; page += 1) {
      chart.page(1);
      days.push((chart.read?.at ?? NaN) / day);
    }
    expect(days).toEqual([31, 200, 200]);
    chart.page(-1);
    expect(chart.read?.at).toBe(31 * day);
  });

  test('by pointing finds only what is in sight', () => {
    const chart = windowOver(0, 49, 90, 100);
    chart.zoomIn();
    chart.readNear(50 * day);
    expect(chart.read?.at).toBe(90 * day);
  });

  test('by pointing finds nothing where nothing is in sight', () => {
    const chart = windowOver(0, 100);
    chart.lookAt([40 * day, 60 * day]);
    chart.readNear(50 * day);
    expect(chart.read).toBeNull();
  });

  test('finds nothing where there is nothing', () => {
    const chart = windowOver();
    chart.readNear(5);
    chart.step(1);
    expect(chart.read).toBeNull();
  });
});

describe('The pages of a table', () => {
  test('hold every row once, twenty on each', () => {
    const pages = new TablePages(() => 50);
    const seen: (readonly number[])[] = [[pages.from, pages.to]];
    while (pages.hasAfter) {
      pages.turn(1);
      seen.push([pages.from, pages.to]);
    }
    expect(seen).toEqual([
      [0, 20],
      [20, 40],
      [40, 50],
    ]);
    pages.turn(1);
    expect(pages.from).toBe(40);
    pages.turn(-1);
    expect([pages.from, pages.hasBefore]).toEqual([20, true]);
  });

  test('are not needed for few rows, or none', () => {
    expect(new TablePages(() => 20).isPaged).toBe(false);
    const empty = new TablePages(() => 0);
    expect([empty.from, empty.to, empty.hasAfter, empty.hasBefore]).toEqual([0, 0, false, false]);
  });

  test('stay within what there is where rows become fewer', () => {
    let count = 60;
    const pages = new TablePages(() => count);
    pages.turn(1);
    pages.turn(1);
    count = 30;
    expect([pages.from, pages.to]).toEqual([20, 30]);
  });
});
