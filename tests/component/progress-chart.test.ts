import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Beside, TestProgress } from '../../src/app/progress-view.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { DiaryEntry } from '../../src/core/session/diary.ts';
import type { Result, Session } from '../../src/core/session/session.ts';
import '../../src/ui/styles/base.css';
import TestSection from '../../src/ui/progress/TestSection.svelte';
import { longDiary, longHistory } from '../helpers/long-history.ts';
import { bend, raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { goodSetUp } from '../helpers/set-ups.ts';
import { progressIn } from '../helpers/progress.ts';

const now = Date.UTC(2026, 5, 1, 13);
const hour = 60 * 60 * 1000;

function legs(left: number, right: number): readonly Result[] {
  return [raise('left', left), raise('right', right)];
}

/** Six weekly checks from 1 March 2026; the left leg gains, the right one does not. */
const sixWeeks: readonly Session[] = [
  [58, 60],
  [60, 61],
  [63, 59],
  [67, 61],
  [70, 60],
  [73, 61],
].map(([left = 0, right = 0], week) => sessionOn(7 * week, legs(left, right)));

const walk: DiaryEntry = {
  id: 'walk',
  at: (sixWeeks[1]?.startedAt ?? 0) + 24 * hour,
  note: 'a long walk',
  minutes: 20,
  pain: 3,
};

function shown(sessions: readonly Session[], beside: Partial<Beside> = {}): TestProgress {
  const [progress] = progressIn(sessions, { entries: [], person: null, year: 2026, ...beside });
  if (progress === undefined) throw new Error('There is a test to show');
  return progress;
}

async function show(progress: TestProgress, view: 'chart' | 'table' = 'chart'): Promise<void> {
  await render(TestSection, { progress, view, span: null, now });
}

const chart = page.getByRole('application');

/** What is read from the chart now, as a screen reader says it. */
function reading(): string {
  return document.querySelector('[aria-live=polite]')?.textContent.trim() ?? '';
}

async function press(keys: string): Promise<void> {
  await expect.element(chart).toBeVisible();
  chart.element().focus();
  await userEvent.keyboard(keys);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('What a chart says of a person', () => {
  test('is the trend of each side, and whether it is clear', async () => {
    await show(shown(sixWeeks));
    await expect
      .element(page.getByText(/^Left \+15\.\d° over 5 weeks, .*: clearly further\.$/))
      .toBeVisible();
    await expect
      .element(page.getByText(/^Right \+0\.\d° over 5 weeks, .*: no clear trend\.$/))
      .toBeVisible();
    expect(document.querySelectorAll('.trend')).toHaveLength(2);
  });

  test('is that a sure trend is still too small to be real, never that it is unclear', async () => {
    const slow = [58, 59, 60, 61, 62, 63].map((left, week) =>
      sessionOn(7 * week, legs(left, 60 + (week % 2))),
    );
    await show(shown(slow));
    await expect
      .element(page.getByText(/^Left \+5\.\d° over 5 weeks, .*: steady, but too small/))
      .toBeVisible();
  });

  test('is in its band where the numbers do not go: below a leg raise, above a knee that straightens', async () => {
    /** How far down the words stand in their band, from 0 to 1. */
    const placeIn = async (test: 'slr' | 'ake'): Promise<number> => {
      const weeks = [40, 38, 36].map((value, week) =>
        sessionOn(7 * week, [{ ...raise('left', value), test }]),
      );
      const { unmount } = await render(TestSection, {
        progress: shown(weeks),
        view: 'chart',
        span: null,
        now,
      });
      const words = page.getByText(/no real change/);
      await expect.element(words).toBeInTheDocument();
      const box = document.querySelector('[role=application] rect')?.getBoundingClientRect();
      const text = words.element().getBoundingClientRect();
      await unmount();
      return box === undefined ? NaN : (text.top - box.top) / box.height;
    };
    expect(await placeIn('slr')).toBeGreaterThan(0.5);
    expect(await placeIn('ake')).toBeLessThan(0.5);
  });

  test('is how many checks there are, in digits that can be read', async () => {
    await show(shown(longHistory({ sessions: 2500, years: 5, until: now })), 'table');
    await expect.element(page.getByText(/^2,500 checks since/)).toBeVisible();
  });

  test('is that a trend needs more checks, while there are few', async () => {
    await show(shown(sixWeeks.slice(0, 3)));
    await expect
      .element(page.getByText(/^A trend shows from four comparable checks/))
      .toBeVisible();
    expect(document.querySelectorAll('.trend')).toHaveLength(0);
  });

  test('is how far both sides are apart, with the source of what is usual', async () => {
    await show(shown(sixWeeks));
    await expect
      .element(page.getByText(/Your right leg is 12° behind the left.*Boyd and Villa 2012/))
      .toBeVisible();
  });

  test('is no range where it is not known whom they may be set beside', async () => {
    await show(shown(sixWeeks));
    await expect.element(chart).not.toHaveTextContent(/typical/);
    expect(page.getByText('Typical range').elements()).toHaveLength(0);
  });

  test('is the typical range of their sex with its source, never a grade', async () => {
    await show(shown(sixWeeks, { person: { sex: 'male', birthYear: 1986 } }));
    await expect.element(chart).toHaveTextContent(/typical range, men/);
    await expect
      .element(page.getByText(/Men aged 20 to 69: Left 66° to 92°, Right 66° to 91°/))
      .toHaveTextContent(/Kutsuna and Watanabe 1984, 946 people/);
    for (const word of ['abnormal', 'normal', 'good', 'poor', 'below']) {
      expect(document.body.innerText.toLowerCase()).not.toContain(word);
    }
  });

  test('is in which week they are, and when to compare, while it is early', async () => {
    await render(TestSection, {
      progress: shown(sixWeeks.slice(0, 2)),
      view: 'chart',
      span: null,
      now: (sixWeeks[1]?.startedAt ?? 0) + hour,
    });
    await expect
      .element(page.getByText(/^You are in week 2\.\s+Compare at week 4; before that/))
      .toBeVisible();
  });

  test('is nothing about weeks once they have gone by', async () => {
    await show(shown(sixWeeks));
    await expect.element(chart).toBeVisible();
    expect(page.getByText(/You are in week/).elements()).toHaveLength(0);
    await expect.element(chart).toHaveTextContent(/week 4: compare/);
  });
});

describe('A check whose set-up cannot be compared', () => {
  const yaw = degrees(40);
  const sessions = sixWeeks.map((session, week) => ({
    ...session,
    results: session.results.map((result) => ({
      ...result,
      setUp: week === 5 ? { ...goodSetUp, yaw } : goodSetUp,
    })),
  }));

  test('is drawn hollow, read as such and not counted', async () => {
    await show(shown(sessions));
    await expect.element(chart).toBeVisible();
    expect(document.querySelectorAll('g .hollow.left, g .hollow.right')).toHaveLength(2);
    await expect
      .element(page.getByText(/Left: your newest check is not counted here/))
      .toBeVisible();
    await press('{End}');
    await expect
      .poll(reading)
      .toMatch(/Left 73°, give or take 4\. Not comparable: the camera stood further round/);
  });

  test('is called so in the table', async () => {
    await show(shown(sessions), 'table');
    const row = page.getByRole('row').nth(1);
    await expect.element(row).toHaveTextContent(/73° ± 4.*not comparable/);
  });
});

describe('What was written down', () => {
  test('has its place on the time axis, and is read in its turn', async () => {
    await show(shown(sixWeeks, { entries: [walk] }));
    for (const lane of ['Notes', 'Pain 0–10', 'Min/week']) {
      await expect.element(chart).toHaveTextContent(lane);
    }
    await press('{Home}{ArrowRight}{ArrowRight}');
    await expect
      .poll(reading)
      .toBe('March 9, written down: “a long walk”, 20 minutes stretched, pain 3 of 10.');
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(reading).toMatch(/^March 15\. Left 63°/);
  });

  test('stands in the table between the checks', async () => {
    await show(shown(sixWeeks, { entries: [walk] }), 'table');
    const row = page.getByRole('row').nth(5);
    await expect.element(row).toHaveTextContent('Mar 9');
    await expect
      .element(row)
      .toHaveTextContent('“a long walk”, 20 minutes stretched, pain 3 of 10');
  });

  test('has no lane where nothing was', async () => {
    await show(shown(sixWeeks));
    await expect.element(chart).toBeVisible();
    await expect.element(chart).not.toHaveTextContent(/Notes|Pain|Min/);
  });

  test('has the pain that was told in a check', async () => {
    const mark = { sensation: 'pain', trial: 1, angle: null } as const;
    const hurt = sessionOn(0, [{ ...raise('left', 60), marks: [mark] }]);
    await show(shown([hurt]));
    await press('{Home}');
    await expect.poll(reading).toMatch(/Left 60°, give or take 4\. Pain was told\./);
    await expect.element(page.getByText(/A cross: pain was told in a check/)).toBeVisible();
  });
});

describe('A session done in another time zone', () => {
  test('has the day that it had there', async () => {
    const startedAt = Date.UTC(2026, 2, 1, 15, 30);
    const tokyo = { ...sessionOn(0, [bend(70)]), startedAt, timeZone: 'Asia/Tokyo' };
    await show(shown([tokyo]));
    await press('{Home}');
    await expect.poll(reading).toMatch(/^March 2\. 70°/);
  });

  test('has the day of this device where its zone is not known', async () => {
    const lost = { ...sessionOn(0, [bend(70)]), timeZone: 'Mars/Olympus' };
    await show(shown([lost]));
    await press('{Home}');
    await expect.poll(reading).toMatch(/^March 1\. 70°/);
  });
});

describe('Zooming', () => {
  function ticks(): number {
    return document.querySelectorAll('g.left circle').length;
  }

  test('with the keys shows half of the time, and all of it again', async () => {
    await show(shown(sixWeeks));
    await press('+');
    await expect.poll(ticks).toBe(3);
    await userEvent.keyboard('0');
    await expect.poll(ticks).toBe(6);
  });

  test('with the buttons does the same, and goes earlier', async () => {
    await show(shown(sixWeeks));
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(ticks).toBe(3);
    await page.getByRole('button', { name: 'Earlier' }).click();
    await expect.element(page.getByRole('button', { name: 'Later' })).toBeEnabled();
    await page.getByRole('button', { name: 'Whole time' }).click();
    await expect.poll(ticks).toBe(6);
  });

  test('takes the chart along when what is read lies outside', async () => {
    await show(shown(sixWeeks));
    await press('+{Home}');
    await expect.poll(reading).toMatch(/^March 1\./);
    await expect.poll(ticks).toBe(3);
  });
});

describe('Ten thousand checks', () => {
  const history = longHistory();
  const entries = longDiary();
  const long = shown(history, { entries });

  test('are drawn as few marks, which say what they are', async () => {
    await show(long);
    await expect
      .element(page.getByText(/a mark is the mean of .* Keys and table have every check/))
      .toBeVisible();
    expect(document.querySelectorAll('svg *').length).toBeLessThan(2500);
    await expect.element(chart).toHaveTextContent(/Left \d+°/);
  });

  test('are each there for the keys', async () => {
    await show(long);
    await press('{End}{ArrowLeft}');
    const before = long.moments.at(-2);
    const day = new Date(before?.at ?? 0).getUTCDate();
    await expect.poll(reading).toMatch(new RegExp(`^(May|June) ${day}`));
    await userEvent.keyboard('{PageUp}');
    await expect.poll(reading).toMatch(/^(April|May) /);
  });

  test('are each drawn where one zooms in far enough', async () => {
    await show(long);
    await press('++++++++');
    await expect.poll(() => page.getByText(/a mark is the mean of/).elements().length).toBe(0);
  });

  test('are in the table 20 at a time, all of them', async () => {
    await show(long, 'table');
    expect(document.querySelectorAll('tbody tr')).toHaveLength(20);
    const count = long.moments.length.toLocaleString('en');
    await expect.element(page.getByText(`1 to 20 of ${count}`)).toBeVisible();
    await page.getByRole('button', { name: 'Older' }).click();
    await expect.element(page.getByText(`21 to 40 of ${count}`)).toBeVisible();
  });
});
