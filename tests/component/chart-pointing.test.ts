import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/ui/styles/base.css';
import TestSection from '../../src/ui/progress/TestSection.svelte';
import { bend } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { progressIn } from '../helpers/progress.ts';

const now = Date.UTC(2026, 5, 1, 13);

/** Eleven weekly checks of the forward bend from 1 March 2026. */
const weeks = Array.from({ length: 11 }, (_, week) => sessionOn(7 * week, [bend(60 + week)]));

interface Place {
  readonly x: number;
  readonly y: number;
}

const chart = page.getByRole('application');

/** The middles of the checks' marks from left to right, in pixels. */
function marks(): readonly Place[] {
  return [...document.querySelectorAll('g.left circle')].map(middle);
}

function middle(element: Element): Place {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** The mark of one week's check. */
function mark(week: number): Place {
  const found = marks()[week];
  if (found === undefined) throw new Error(`No mark of week ${week}`);
  return found;
}

/** What is read from the chart now. */
function reading(): string {
  return document.querySelector('[aria-live=polite]')?.textContent.trim() ?? '';
}

function band(): DOMRect | null {
  return document.querySelector('rect.band')?.getBoundingClientRect() ?? null;
}

/** A place as the browser counts, outside of the frame in which the tests are, which it may have made smaller. */
function outside({ x, y }: Place): Place {
  const box = window.frameElement?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth);
  const scale = box.width / innerWidth;
  return { x: box.x + x * scale, y: box.y + y * scale };
}

/** The numbers of the keys that are held in a real event. */
const held = { ctrl: 2, shift: 8 } as const;

/** What a real mouse does; its left button is pressed while `isPressed`. */
async function mouse(
  type: 'mouseMoved' | 'mousePressed' | 'mouseReleased',
  place: Place,
  isPressed: boolean,
  modifiers = 0,
): Promise<void> {
  const isClick = type !== 'mouseMoved';
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    ...outside(place),
    button: isClick ? 'left' : 'none',
    clickCount: isClick ? 1 : 0,
    buttons: isPressed ? 1 : 0,
    modifiers,
  });
}

async function wheel(place: Place, deltaY: number, modifiers = 0): Promise<void> {
  const turn = { deltaX: 0, deltaY, modifiers };
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...outside(place), ...turn });
}

async function press(from: Place, to: Place, modifiers = 0): Promise<void> {
  await mouse('mouseMoved', from, false, modifiers);
  await mouse('mousePressed', from, true, modifiers);
  await mouse('mouseMoved', between(from, to, 0.5), true, modifiers);
  await mouse('mouseMoved', to, true, modifiers);
}

async function drag(from: Place, to: Place, modifiers = 0): Promise<void> {
  await press(from, to, modifiers);
  await mouse('mouseReleased', to, false, modifiers);
}

/** Real fingers on the screen, where they are now; none are lifted fingers. */
async function fingers(
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  ...places: readonly Place[]
): Promise<void> {
  const touchPoints = places.map((place, id) => ({ ...outside(place), id }));
  await cdp().send('Input.dispatchTouchEvent', { type, touchPoints });
}

async function swipe(from: Place, to: Place): Promise<void> {
  await fingers('touchStart', from);
  for (let step = 1; step <= 8; step += 1) await fingers('touchMove', between(from, to, step / 8));
}

function between(from: Place, to: Place, share: number): Place {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

/** How far from a place the nearest mark is, from left to right, in pixels. */
function nearest({ x }: Place): () => number {
  return () => Math.min(...marks().map((each) => Math.abs(each.x - x)));
}

function beside({ x, y }: Place, byX: number, byY = 0): Place {
  return { x: x + byX, y: y + byY };
}

/** Until what has happened is on the screen. */
async function painted(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  await page.viewport(900, 700);
  const [progress] = progressIn(weeks, {
    entries: [],
    person: null,
    targets: [],
    year: 2026,
  });
  if (progress === undefined) throw new Error('There is a test to show');
  document.body.style.minBlockSize = '3000px';
  await render(TestSection, { progress, view: 'chart', span: null, now });
  await expect.poll(() => marks().length).toBe(11);
  chart.element().scrollIntoView({ block: 'center' });
});

afterEach(async () => {
  await mouse('mouseMoved', { x: 1, y: 1 }, false);
  vi.useRealTimers();
});

describe('A drag with the mouse', () => {
  test('shows what is selected with its first and last day, and looks at exactly that', async () => {
    const before = marks();
    const [from, to] = [beside(mark(2), 10, 60), beside(mark(7), -15, 60)];
    await press(from, to);
    await expect.poll(band).not.toBeNull();
    expect(band()?.left).toBeCloseTo(from.x, 0);
    expect(band()?.right).toBeCloseTo(to.x, 0);
    await expect.element(chart).toHaveTextContent(/March 1[67] to April 1[78]/);
    await mouse('mouseReleased', to, false);
    await expect.poll(() => marks().length).toBe(4);
    expect(band()).toBeNull();
    const [first, last] = [before[0]?.x ?? NaN, before[10]?.x ?? NaN];
    for (const [index, { x }] of marks().entries()) {
      const share = ((before[index + 3]?.x ?? NaN) - from.x) / (to.x - from.x);
      expect(x).toBeCloseTo(first + share * (last - first), 0);
    }
  });

  test('of a few pixels is a click, which reads the check', async () => {
    await drag(mark(4), beside(mark(4), 3, 2));
    await expect.poll(reading).toMatch(/^March 29\. 64°/);
    expect(marks()).toHaveLength(11);
  });

  test('with Shift moves a chart that is zoomed: the check goes with the pointer', async () => {
    await drag(mark(3), mark(7));
    await expect.poll(() => marks().length).toBe(5);
    const [, , before = { x: NaN, y: NaN }] = marks();
    await drag(before, beside(before, 120), held.shift);
    await expect.poll(() => marks().length).toBe(4);
    const march29 = marks().map(({ x }) => Math.abs(x - before.x - 120));
    expect(Math.min(...march29)).toBeLessThan(1);
  });

  test('is ended by Escape, and nothing is changed', async () => {
    await press(mark(2), mark(7));
    await expect.poll(band).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await expect.poll(band).toBeNull();
    await mouse('mouseReleased', mark(7), false);
    await painted();
    expect(marks()).toHaveLength(11);
  });

  test('that was let go where the chart hears nothing of it changes nothing', async () => {
    await press(mark(2), mark(7));
    await expect.poll(band).not.toBeNull();
    await mouse('mouseMoved', mark(6), false);
    await expect.poll(band).toBeNull();
    await expect.poll(reading).toMatch(/^April 12\./);
    expect(marks()).toHaveLength(11);
  });

  test('marks no words of the page as a selected text', async () => {
    await drag(mark(2), beside(mark(7), 0, 30));
    await expect.poll(() => marks().length).toBe(6);
    expect(getSelection()?.toString()).toBe('');
  });
});

describe('The wheel', () => {
  test('with Ctrl looks closer around the check below the pointer', async () => {
    const [before, next] = [mark(6), mark(7)];
    await wheel(before, -100, held.ctrl);
    await expect.poll(() => marks().length).toBeLessThan(11);
    await expect.poll(nearest(before)).toBeLessThan(1);
    // Half a doubling.
    await expect.poll(nearest(beside(before, (next.x - before.x) * Math.SQRT2))).toBeLessThan(1);
  });

  test('alone scrolls the page', async () => {
    const top = scrollY;
    await wheel(mark(6), 60);
    await expect.poll(() => scrollY).toBe(top + 60);
    expect(marks()).toHaveLength(11);
  });
});

describe('Fingers', () => {
  test('that are spread keep below them what was there', async () => {
    const [a, b] = [mark(3), mark(6)];
    const [c, d] = [beside(a, -60), beside(b, 140)];
    await fingers('touchStart', a);
    await fingers('touchStart', a, b);
    for (const share of [0.25, 0.5, 0.75, 1]) {
      await fingers('touchMove', between(a, c, share), between(b, d, share));
    }
    await expect.poll(nearest(c)).toBeLessThan(1);
    await expect.poll(nearest(d)).toBeLessThan(1);
    expect(marks().length).toBeLessThan(11);
    await fingers('touchEnd');
  });

  test('that go up the page together do not scroll it', async () => {
    const [a, b, top] = [mark(3), mark(6), scrollY];
    await fingers('touchStart', a);
    await fingers('touchStart', a, b);
    for (const by of [-30, -60, -90, -120]) {
      await fingers('touchMove', beside(a, 0, by), beside(b, 0, by));
    }
    await fingers('touchEnd');
    await painted();
    expect(scrollY).toBe(top);
  });

  test('alone up the page scroll it, zoom nothing and leave nothing read', async () => {
    const top = scrollY;
    await swipe(mark(5), beside(mark(5), 6, -120));
    await fingers('touchEnd');
    await expect.poll(() => scrollY).toBeGreaterThan(top);
    expect(marks()).toHaveLength(11);
    await expect.poll(reading).toMatch(/^Tap a check/);
  });

  test('alone to a side read along, and what was read stays when they are lifted', async () => {
    await swipe(mark(2), mark(5));
    await expect.poll(reading).toMatch(/^April 5\./);
    await fingers('touchEnd');
    await painted();
    expect(reading()).toMatch(/^April 5\./);
    expect(marks()).toHaveLength(11);
  });
});

describe('All of the time', () => {
  beforeEach(async () => {
    await drag(mark(3), mark(7));
    await expect.poll(() => marks().length).toBe(5);
  });

  test('is shown again after a double click', async () => {
    await userEvent.dblClick(chart);
    await expect.poll(() => marks().length).toBe(11);
  });

  test('is shown again after a double tap', async () => {
    for (const place of [mark(1), mark(1)]) {
      await fingers('touchStart', place);
      await fingers('touchEnd');
    }
    await expect.poll(() => marks().length).toBe(11);
  });
});
