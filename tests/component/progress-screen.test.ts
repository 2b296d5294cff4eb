import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Session } from '../../src/core/session/session.ts';
import { newId } from '../../src/store/ids.ts';
import type { Store } from '../../src/store/store.ts';
import Progress from '../../src/ui/screens/Progress.svelte';
import { bend, raise, straightening, unmeasured } from '../helpers/results.ts';
import { showScreen, showUnread } from '../helpers/screen-stage.ts';
import { sessionOn } from '../helpers/sessions.ts';

const right = { test: 'slr', side: 'right' } as const;

/** Five weekly checks (1 to 29 March 2026): the left leg gains, the right one was missed once. */
const fiveWeeks: readonly Session[] = [
  sessionOn(0, [raise('left', 58), raise('right', 60)]),
  sessionOn(7, [raise('left', 60), raise('right', 61), bend(70)]),
  sessionOn(14, [raise('left', 63), unmeasured(right, 'knee-bent')]),
  sessionOn(21, [raise('left', 68), raise('right', 61)]),
  sessionOn(28, [raise('left', 72, 3), raise('right', 63, 5)]),
];

// Dates of another year are written with it, and three months are counted from today.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 3, 5, 12) });
});

afterEach(() => {
  vi.useRealTimers();
});

function show(sessions: readonly Session[], only: 'slr' | null = null): Promise<Store> {
  return showScreen(Progress, { screen: 'progress', test: only }, sessions);
}

/** The numbers of a test as the table writes them, newest first. */
function cells(): readonly string[] {
  return [...document.querySelectorAll('td')].map((cell) =>
    cell.innerText.replace(/\s*\n\s*/g, '').trim(),
  );
}

describe('Progress', () => {
  test('asks for a first check where there is none', async () => {
    await show([]);
    await expect.element(page.getByText('Nothing to show yet')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Start a check' }))
      .toHaveAttribute('href', '#/check');
  });

  test('does not say that there is nothing before the store was read', async () => {
    await showUnread(Progress, { screen: 'progress', test: null });
    await expect.element(page.getByRole('status')).toBeVisible();
    expect(page.getByText('Nothing to show yet').elements()).toHaveLength(0);
  });

  test('shows a chart for each test that was done, named by what it holds', async () => {
    await show(fiveWeeks);
    await expect
      .element(
        page.getByRole('application', { name: 'Leg raise: 5 checks from March 1 to March 29' }),
      )
      .toBeVisible();
    await expect
      .element(page.getByRole('application', { name: 'Forward bend: one check on March 8' }))
      .toBeVisible();
  });

  test('shows the one test that the address asks for', async () => {
    await show(fiveWeeks, 'slr');
    await expect.element(page.getByRole('heading', { name: 'Leg raise' })).toBeVisible();
    expect(page.getByRole('heading', { name: 'Forward bend' }).elements()).toHaveLength(0);
    await expect.element(page.getByRole('link', { name: 'All tests' })).toBeVisible();
  });

  test('says which change is real and which is not', async () => {
    await show(fiveWeeks, 'slr');
    await expect.element(page.getByText('A real change since March 1.')).toBeVisible();
    await expect.element(page.getByText(/Left is up 13°/)).toBeVisible();
  });

  test('labels the lines at their ends and writes in the band what it means', async () => {
    await show(fiveWeeks, 'slr');
    const drawing = page.getByRole('application');
    await expect.element(drawing).toHaveTextContent('Left 72°');
    await expect.element(drawing).toHaveTextContent('Right 63°');
    await expect.element(drawing).toHaveTextContent(/no real change/);
  });

  test('draws a bar at every number and a hollow mark where there is none', async () => {
    await show(fiveWeeks, 'slr');
    await expect.element(page.getByRole('application')).toBeVisible();
    const drawing = document.querySelector('svg') as SVGElement;
    expect(drawing.querySelectorAll('g.left line')).toHaveLength(5);
    expect(drawing.querySelectorAll('g.right line')).toHaveLength(4);
    expect(drawing.querySelectorAll('.hollow.right')).toHaveLength(1);
  });

  test('gives a forward bend its own line, and says that it is the first', async () => {
    await show([sessionOn(0, [bend(70)])]);
    await expect.element(page.getByText(/^Your first number/)).toBeVisible();
    await expect.element(page.getByRole('application')).toHaveTextContent('70°');
  });

  test('says of a knee that the lower line is the straighter one', async () => {
    await show(
      [31, 29, 16].map((left, week) => sessionOn(7 * week, [straightening('left', left)])),
    );
    await expect.element(page.getByText('0° is straight, so smaller is further.')).toBeVisible();
    await expect.element(page.getByText('Left is 14° straighter.')).toBeVisible();
  });

  test('says after two checks that these are what later ones are compared with', async () => {
    await show(fiveWeeks.slice(0, 2), 'slr');
    await expect.element(page.getByText(/^Your first two checks/)).toBeVisible();
  });

  test('holds the same numbers in the table, with the reason where there is none', async () => {
    await show(fiveWeeks, 'slr');
    await page.getByText('Table').click();
    await expect
      .element(page.getByRole('table', { name: 'Leg raise, newest first' }))
      .toBeVisible();
    expect(cells()).toEqual([
      ...['72° ± 3', '63° ± 5', '9°'],
      ...['68° ± 4', '61° ± 4', '7°'],
      ...['63° ± 4', 'No number: your knee bent', '–not done'],
      ...['60° ± 4', '61° ± 4', '1°'],
      ...['58° ± 4', '60° ± 4', '2°'],
    ]);
  });

  test('says in the table what was not done, and when two checks were on one day', async () => {
    const morning = sessionOn(0, [raise('left', 58)]);
    const evening = { ...sessionOn(0, [raise('right', 60)]), id: newId() };
    await show([morning, evening]);
    await page.getByText('Table').click();
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(cells()[0]).toContain('not done');
    const day = page.getByRole('rowheader').first();
    await expect.element(day).toHaveTextContent(/Mar 1, .*\d:\d\d/);
  });

  test('shows a session that another tab stores', async () => {
    const store = await show(fiveWeeks, 'slr');
    await expect.element(page.getByText('5 checks since March 1')).toBeVisible();
    await store.sessions.save(sessionOn(35, [raise('left', 75)]));
    await expect.element(page.getByText('6 checks since March 1')).toBeVisible();
    await expect.element(page.getByRole('application')).toHaveTextContent('Left 75°');
  });
});

describe('A chart read with the keyboard', () => {
  async function focusChart(): Promise<void> {
    await show(fiveWeeks, 'slr');
    await expect.element(page.getByRole('application')).toBeVisible();
    page.getByRole('application').element().focus();
  }

  const reading = page.getByText(/^March \d+\./);

  test('begins at the newest check and says day and numbers', async () => {
    await focusChart();
    await userEvent.keyboard('{ArrowLeft}');
    await expect
      .element(reading)
      .toHaveTextContent(
        'March 29. Left 72°, give or take 3. Right 63°, give or take 5. 9° apart.',
      );
    await expect.element(reading).toHaveAttribute('aria-live', 'polite');
  });

  test('goes from check to check, and stops at the ends', async () => {
    await focusChart();
    await userEvent.keyboard('{Home}');
    await expect.element(reading).toHaveTextContent('March 1. Left 58°');
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(reading).toHaveTextContent('March 1. Left 58°');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(reading).toHaveTextContent('Right, no number: your knee bent.');
    await userEvent.keyboard('{End}{ArrowRight}');
    await expect.element(reading).toHaveTextContent('March 29.');
  });

  test('stops reading with Escape and leaves other keys alone', async () => {
    await focusChart();
    await userEvent.keyboard('{End}x');
    await expect.element(reading).toHaveTextContent('March 29.');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText(/^Tap a check/)).toBeVisible();
  });

  test('is read by pointing as well', async () => {
    await show(fiveWeeks, 'slr');
    const chart = page.getByRole('application');
    await expect.element(chart).toBeVisible();
    await userEvent.hover(chart, { position: { x: 60, y: 100 } });
    await expect.element(reading).toHaveTextContent('March 1.');
    await userEvent.hover(page.getByRole('heading', { name: 'Leg raise' }));
    await expect.element(page.getByText(/^Tap a check/)).toBeVisible();
  });
});
