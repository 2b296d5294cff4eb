import type { Page } from '@playwright/test';
import { median } from '../../src/core/signal/robust.ts';
import type { Session } from '../../src/core/session/session.ts';
import { seed } from '../helpers/seed.ts';
import { timeRow, type Row } from './row.ts';
import type { ServedApp } from './served-app.ts';

/** How often each thing is done; the median counts. */
const rounds = 5;

/** What a person does, and the most that it may take until it is on the screen, in milliseconds. */
const interactions = [
  { id: 'progress-range', name: '3 months', undo: 'All' },
  { id: 'progress-table', name: 'Table', undo: 'Chart' },
  { id: 'progress-zoom', name: 'Zoom in', undo: 'Whole time' },
] as const;

/** How long the progress screen of a long history takes to open and to answer. */
export async function progressRows(
  app: ServedApp,
  sessions: readonly Session[],
): Promise<readonly Row[]> {
  const context = await app.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await seed(page, sessions);
  const [first, again]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('./');
    await page.reload();
    await page.getByRole('link', { name: 'Progress' }).waitFor();
    first.push(await timeToChart(page));
    await page.goto('./#/plan');
    again.push(await timeToChart(page));
  }
  const rows = [
    timeRow('progress-open-first', median(first), 300),
    timeRow('progress-open-again', median(again), 300),
  ];
  for (const { id, name, undo } of interactions) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await timeToPaint(page, name));
      await timeToPaint(page, undo);
    }
    rows.push(timeRow(id, median(times), 50));
  }
  rows.push(timeRow('progress-read-by-keys', await timeOfKeys(page), 50));
  rows.push(timeRow('progress-zoom-by-wheel', await timeOfWheel(page), 50));
  await context.close();
  return rows;
}

/** From the click on "Progress" until its first chart has been painted. */
function timeToChart(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const link = [...document.querySelectorAll('a')].find((a) =>
      a.textContent.includes('Progress'),
    );
    const before = performance.now();
    link?.click();
    const hasChart = (): boolean => document.querySelector('[role=application] svg') !== null;
    while (!hasChart()) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
    return performance.now() - before;
  });
}

/** From the click on what has this name until the next frame has been painted. */
function timeToPaint(page: Page, name: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('button, label')];
    const target = all.find(({ textContent }) => textContent.trim() === wanted);
    if (target === undefined) throw new Error(`Nothing is called ${wanted}`);
    const before = performance.now();
    target.click();
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
    return performance.now() - before;
  }, name);
}

/** The median time from an arrow key on the first chart until what it reads has been painted. */
async function timeOfKeys(page: Page): Promise<number> {
  await page.getByRole('application').first().focus();
  const times: number[] = [];
  for (let round = 0; round < 4 * rounds; round += 1) {
    times.push(
      await page.evaluate(async () => {
        const before = performance.now();
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }),
        );
        await new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
        });
        return performance.now() - before;
      }),
    );
  }
  return median(times);
}

/**
 * The median time from a notch of the wheel, Ctrl held over the first chart, until the frame with its zoom has been
 * painted: into the history of all years and out again.
 */
async function timeOfWheel(page: Page): Promise<number> {
  const chart = page.getByRole('application').first();
  const frames = await chart.evaluateHandle((element) => {
    const times: number[] = [];
    element.addEventListener('wheel', ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)));
    });
    return times;
  });
  await chart.hover();
  await page.keyboard.down('Control');
  const notches = Array.from({ length: 4 * rounds }, (_, round) => (round < 2 * rounds ? -1 : 1));
  for (const [before, notch] of notches.entries()) {
    await page.mouse.wheel(0, 100 * notch);
    await page.waitForFunction(([times, count]) => times.length > count, [frames, before] as const);
  }
  await page.keyboard.up('Control');
  return median(await frames.jsonValue());
}
