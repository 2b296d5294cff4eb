import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { TestProgress } from '../../src/app/progress-view.ts';
import '../../src/ui/styles/base.css';
import { fileName } from '../../src/ui/charts/file-name.ts';
import TestSection from '../../src/ui/progress/TestSection.svelte';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { progressIn } from '../helpers/progress.ts';

const now = Date.UTC(2026, 3, 5, 12);

const [legs] = progressIn(
  [58, 63, 72].map((left, week) => sessionOn(7 * week, [raise('left', left), raise('right', 60)])),
) as readonly [TestProgress];

interface Saved {
  readonly name: string;
  readonly file: Blob;
}

/** Shows a chart, presses one of its buttons and gives the file that the page lets the browser save. */
async function saved(button: string): Promise<Saved> {
  const links: HTMLAnchorElement[] = [];
  // Where the browser would begin to save; the link is in no document, so nobody hears of it above itself.
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    links.push(this);
  });
  onTestFinished(() => {
    click.mockRestore();
  });
  await render(TestSection, { progress: legs, view: 'chart', span: null, now });
  await page.getByRole('button', { name: button }).click();
  await expect.poll(() => links.length).toBe(1);
  const [link] = links as [HTMLAnchorElement];
  return { name: link.download, file: await (await fetch(link.href)).blob() };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('A chart saved as a file', () => {
  test('is an SVG that looks the same without the page around it', async () => {
    const { name, file } = await saved('Save as SVG');
    expect(name).toBe('limber-leg-raise-2026-04-05.svg');
    const text = await file.text();
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    expect(read.querySelector('title')?.textContent).toBe('Leg raise, March 1 to March 15');
    expect(text).not.toMatch(/class=|var\(|light-dark|svelte/);
    // What the page itself draws, at the same places, in the same colours.
    const drawing = document.querySelector('svg') as SVGElement;
    const circles = [...drawing.querySelectorAll('circle')];
    const copies = [...read.querySelectorAll('circle')];
    expect(copies).toHaveLength(circles.length);
    expect(copies.map((copy) => copy.getAttribute('cy'))).toEqual(
      circles.map((circle) => circle.getAttribute('cy')),
    );
    expect(copies.map((copy) => copy.getAttribute('fill'))).toEqual(
      circles.map((circle) => getComputedStyle(circle).fill),
    );
    for (const words of ['Left 72°', 'Right 60°'])
      expect(read.documentElement.textContent).toContain(words);
  });

  test('is a PNG with something on it', async () => {
    const { name, file } = await saved('Save as PNG');
    expect(name).toBe('limber-leg-raise-2026-04-05.png');
    expect(file.type).toBe('image/png');
    const picture = await createImageBitmap(file);
    expect(picture.width).toBeGreaterThanOrEqual(1800);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const { data } = context?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
    const colours = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 97) {
      colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    }
    expect(colours.size).toBeGreaterThan(10);
  });

  test('is named after its test and day in every alphabet', () => {
    expect(fileName('Knee straightening, hip at 90', now, 'svg')).toBe(
      'limber-knee-straightening-hip-at-90-2026-04-05.svg',
    );
    expect(fileName('Größe', now, 'png')).toBe('limber-größe-2026-04-05.png');
  });
});
