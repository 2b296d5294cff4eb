import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { DiaryDraft, type NewEntry } from '../../src/app/diary-draft.svelte.ts';
import '../../src/ui/styles/base.css';
import type { Parts } from '../../src/app/assemble.ts';
import DiaryForm from '../../src/ui/progress/DiaryForm.svelte';
import Progress from '../../src/ui/screens/Progress.svelte';
import { raise } from '../helpers/results.ts';
import { partsWith, show } from '../helpers/screens.ts';
import { sessionOn } from '../helpers/sessions.ts';

/** Half past nine in the evening of 5 April 2026, on the clocks of this device. */
const now = new Date(2026, 3, 5, 21, 30).getTime();

function draftInto(kept: NewEntry[]): DiaryDraft {
  return new DiaryDraft(
    (entry) => {
      kept.push(entry);
      return Promise.resolve();
    },
    () => now,
  );
}

describe('A draft of what is written down', () => {
  test('is of today and now at first', async () => {
    const kept: NewEntry[] = [];
    const draft = draftInto(kept);
    expect(draft.day).toBe('2026-04-05');
    draft.write({ note: '  sore after gardening ', minutes: '15', pain: 0 });
    await draft.keep();
    expect(kept).toEqual([{ at: now, note: 'sore after gardening', minutes: 15, pain: 0 }]);
    expect([draft.note, draft.minutes, draft.pain, draft.isKept]).toEqual(['', '', null, true]);
  });

  test('of an earlier day is kept at its noon', async () => {
    const kept: NewEntry[] = [];
    const draft = draftInto(kept);
    draft.write({ day: '2026-03-29', pain: 4 });
    await draft.keep();
    expect(kept).toEqual([
      { at: new Date(2026, 2, 29, 12).getTime(), note: '', minutes: null, pain: 4 },
    ]);
  });

  test.each([
    ['empty', { note: '   ' }],
    ['bad-day', { note: 'x', day: '2026-04-06' }],
    ['bad-day', { note: 'x', day: '' }],
    ['bad-minutes', { minutes: '0' }],
    ['bad-minutes', { minutes: '2.5' }],
    ['bad-minutes', { minutes: 'ten' }],
    ['bad-minutes', { minutes: '601' }],
    ['bad-minutes', { minutes: '-5' }],
    ['long-note', { note: 'x'.repeat(501) }],
  ] as const)('that is %s is not kept, and nothing of it lost: %o', async (fault, change) => {
    const kept: NewEntry[] = [];
    const draft = draftInto(kept);
    draft.write(change);
    await draft.keep();
    expect(draft.fault).toBe(fault);
    expect(kept).toEqual([]);
    expect(draft).toMatchObject(change);
    draft.write({ note: 'better', day: '2026-04-05', minutes: '' });
    expect(draft.fault).toBeNull();
  });

  test('stays where the store refuses it', async () => {
    const draft = new DiaryDraft(
      () => Promise.reject(new Error('full')),
      () => now,
    );
    draft.write({ note: 'do not lose me' });
    await draft.keep();
    expect([draft.fault, draft.note, draft.isKept]).toEqual(['failed', 'do not lose me', false]);
  });
});

describe('The form', () => {
  async function open(kept: NewEntry[]): Promise<void> {
    await render(DiaryForm, {
      onsave: (entry: NewEntry) => {
        kept.push(entry);
        return Promise.resolve();
      },
    });
    await page.getByText('Write something down').click();
  }

  test('keeps what was typed and chosen, by its labels', async () => {
    const kept: NewEntry[] = [];
    await open(kept);
    await page.getByLabelText('Note').fill('a long walk');
    await page.getByLabelText('Minutes stretched').fill('20');
    await page.getByRole('radio', { name: '3', exact: true }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect.element(page.getByText('Kept.')).toBeVisible();
    expect(kept).toMatchObject([{ note: 'a long walk', minutes: 20, pain: 3 }]);
    await expect.element(page.getByLabelText('Note')).toHaveValue('');
  });

  test('says in one sentence what is wrong', async () => {
    const kept: NewEntry[] = [];
    await open(kept);
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Write a note, minutes or pain first.');
    await page.getByLabelText('Minutes stretched').fill('many');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Minutes are a whole number from 1 to 600.');
    await expect.element(page.getByLabelText('Minutes stretched')).toHaveValue('many');
    expect(kept).toEqual([]);
  });
});

describe('What was written down', () => {
  /** The screen of somebody with one leg raise and these notes, a day apart. */
  async function written(...notes: readonly string[]): Promise<Parts> {
    const parts = await partsWith([sessionOn(0, [raise('left', 60)])]);
    for (const [index, note] of notes.entries()) {
      await parts.history.write({ at: now + index * 86_400_000, note, minutes: null, pain: null });
    }
    await show(Progress, parts);
    return parts;
  }

  test('can be taken out, and brought back', async () => {
    const parts = await written('sore', 'better');
    await page.getByText('What you wrote down').click();
    const list = page.getByRole('list').filter({ hasText: 'better' });
    expect(
      list
        .getByRole('listitem')
        .elements()
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringContaining('better'), expect.stringContaining('sore')]);
    await page.getByRole('button', { name: /^Remove what you wrote.*sore/ }).click();
    await expect.element(page.getByText(/was removed/)).toBeVisible();
    expect(parts.history.diary.map(({ note }) => note)).toEqual(['better']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText(/was removed/)).not.toBeInTheDocument();
    expect(parts.history.diary.map(({ note }) => note)).toEqual(['sore', 'better']);
  });

  test('can be read on a phone: the words have the width of the row', async () => {
    const { innerWidth: width, innerHeight: height } = window;
    await page.viewport(360, 740);
    onTestFinished(() => page.viewport(width, height));
    await written('a long walk up the hill and down again');
    await page.getByText('What you wrote down').click();
    const words = page.getByText(/a long walk/).first();
    const row = words.element().closest('li');
    expect(words.element().clientWidth).toBe(row?.clientWidth);
  });

  test('is not offered where nothing was', async () => {
    await written();
    await expect.element(page.getByText('Write something down')).toBeVisible();
    expect(page.getByText('What you wrote down').elements()).toEqual([]);
  });
});
