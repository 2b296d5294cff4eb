import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Parts } from '../../src/app/assemble.ts';
import type { NoticeRight, Notifier } from '../../src/app/notifier.ts';
import { lessonIds } from '../../src/core/advice/lessons.ts';
import { lessonWords } from '../../src/app/lesson-words.ts';
import BreakNotice from '../../src/ui/habits/BreakNotice.svelte';
import Habits from '../../src/ui/screens/Habits.svelte';
import Learn from '../../src/ui/screens/Learn.svelte';
import { ScriptedClock } from '../helpers/scripted-clock.ts';
import { partsWith, show } from '../helpers/screens.ts';

const ten = new Date(2026, 2, 4, 10).getTime();

/** Notices of a browser that answers the question in one way; what was shown. */
class ScriptedNotifier implements Notifier {
  readonly shown: string[] = [];
  readonly #answer: NoticeRight;
  #right: NoticeRight = 'default';
  press: () => void = () => undefined;

  constructor(answer: NoticeRight) {
    this.#answer = answer;
  }

  right(): NoticeRight {
    return this.#right;
  }

  ask(): Promise<void> {
    this.#right = this.#answer;
    return Promise.resolve();
  }

  show(title: string, _text: string, onpress: () => void): void {
    this.shown.push(title);
    this.press = onpress;
  }
}

interface Shown {
  readonly clock: ScriptedClock;
  readonly notifier: ScriptedNotifier;
  readonly saved: { readonly file: Blob; readonly name: string }[];
  readonly parts: Parts;
}

async function habits(answer: NoticeRight = 'granted'): Promise<Shown> {
  const clock = new ScriptedClock(ten);
  const notifier = new ScriptedNotifier(answer);
  const saved: { file: Blob; name: string }[] = [];
  const parts = await partsWith([], null, {
    clock,
    notifier,
    saveFile: (file, name) => saved.push({ file, name }),
  });
  await show(BreakNotice, parts);
  await show(Habits, parts);
  await expect.element(page.getByText('No reminders now.')).toBeVisible();
  return { clock, notifier, saved, parts };
}

describe('Breaks from sitting', () => {
  test('are reminded of after the chosen time, once, until the person has moved', async () => {
    const { clock, notifier } = await habits();
    await page.getByRole('radio', { name: '30 minutes' }).click();
    await page.getByRole('button', { name: 'Remind me while Limber is open' }).click();
    await expect.element(page.getByText(/Next at 10:30/)).toBeVisible();
    clock.pass(29 * 60);
    expect(notifier.shown).toEqual([]);
    clock.pass(90);
    expect(notifier.shown).toEqual(['Time to stand up']);
    clock.pass(3600);
    expect(notifier.shown).toHaveLength(1);
    await expect
      .element(page.getByRole('link', { name: 'Two minutes', exact: true }))
      .toHaveAttribute('href', '#/play/break');
    await page.getByRole('button', { name: 'I have moved' }).click();
    expect(page.getByText(/Stand up and move a little/).elements()).toEqual([]);
    clock.pass(30 * 60 + 30);
    expect(notifier.shown).toHaveLength(2);
  });

  test('come again in ten minutes when asked to, and lead to the stretch from the notice', async () => {
    const { clock, notifier, parts } = await habits();
    await page.getByRole('button', { name: 'Remind me while Limber is open' }).click();
    clock.pass(46 * 60);
    await page.getByRole('button', { name: 'In ten minutes' }).click();
    clock.pass(11 * 60);
    expect(notifier.shown).toHaveLength(2);
    notifier.press();
    expect(parts.router.route).toEqual({ screen: 'play', what: 'break' });
  });

  test('are not reminded of in quiet hours, nor once they are switched off', async () => {
    const { clock, notifier } = await habits();
    await page.getByLabelText('From').fill('10:15');
    await page.getByLabelText('Until').fill('12:00');
    await page.getByRole('button', { name: 'Remind me while Limber is open' }).click();
    await expect.element(page.getByText(/Next at 12:00/)).toBeVisible();
    clock.pass(119 * 60);
    expect(notifier.shown).toEqual([]);
    await page.getByRole('button', { name: 'Stop reminding me' }).click();
    clock.pass(24 * 3600);
    expect(notifier.shown).toEqual([]);
  });

  test.each([
    ['denied', /does not let Limber show notices/],
    ['missing', /has no notices/],
    ['granted', /A notice will appear/],
  ] as const)('say what can be expected where notices are %s', async (answer, words) => {
    await habits(answer);
    await page.getByRole('button', { name: 'Remind me while Limber is open' }).click();
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test('are saved for a calendar, on working days outside the quiet hours', async () => {
    const { saved } = await habits();
    await page.getByRole('radio', { name: '60 minutes' }).click();
    await page.getByRole('button', { name: 'Save breaks for my calendar' }).click();
    expect(saved[0]?.name).toBe('limber-breaks.ics');
    const text = await saved[0]!.file.text();
    const times = [...text.matchAll(/DTSTART:20260304T(\d{4})00/g)].map(([, time]) => time);
    expect(times).toEqual(['1000', '1100', '1200', '1300', '1400', '1500', '1600', '1700']);
    expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\n');
    expect(new Set(text.match(/UID:.*/g)).size).toBe(8);
  });
});

describe('The place to work', () => {
  test('is looked at, kept with its day, and says what to change', async () => {
    const { parts } = await habits();
    await expect.element(page.getByText('Not looked at yet.')).toBeVisible();
    await expect.element(page.getByText(/Put the screen on a stand/)).toBeVisible();
    await page.getByLabelText(/The top of the screen/).click();
    expect(page.getByText(/Put the screen on a stand/).elements()).toEqual([]);
    await page.getByRole('button', { name: 'Keep this look' }).click();
    await expect.element(page.getByText(/Looked at on (March 4|4 March)/)).toBeVisible();
    expect(parts.exercising.placeToWork.value).toEqual({ at: ten, fine: ['screen'] });
  });
});

describe('Learn', () => {
  test('has a page for each lesson', async () => {
    await show(Learn, await partsWith(), { lesson: null });
    for (const id of lessonIds) {
      await expect
        .element(page.getByRole('link', { name: lessonWords[id].title() }))
        .toHaveAttribute('href', `#/learn/${id}`);
    }
  });

  test.each(lessonIds)('tells of %s with a source for each paragraph', async (id) => {
    await show(Learn, await partsWith(), { lesson: id });
    for (const paragraph of lessonWords[id].paragraphs) {
      await expect.element(page.getByText(paragraph())).toHaveTextContent(/Source: /);
    }
  });
});
