import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { SetUp } from '../../src/core/session/set-up.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import Data from '../../src/ui/screens/Data.svelte';
import Result from '../../src/ui/screens/Result.svelte';
import { personOf } from '../helpers/people.ts';
import { raise, straightening, unmeasured } from '../helpers/results.ts';
import { partsWith, show } from '../helpers/screens.ts';
import { legRaise, sessionOn } from '../helpers/sessions.ts';
import { goodSetUp } from '../helpers/set-ups.ts';

describe('The result', () => {
  test('says the number, how sure it is, and what was not counted', async () => {
    const session = sessionOn(0, [legRaise(72)]);
    await show(Result, await partsWith([session]), { session: session.id });
    const left = page.getByRole('region', { name: 'Leg raise, left' });
    await expect.element(left.getByText('72°')).toBeVisible();
    await expect.element(left.getByText('give or take 4')).toBeVisible();
    await expect.element(left.getByText('One lift not counted: your knee bent 21°.')).toBeVisible();
  });

  test('stands beside the typical range of the person whose turn it is, with its source', async () => {
    const session = sessionOn(0, [legRaise(72)]);
    const parts = await partsWith([session]);
    const { people } = parts;
    await people.change(people.current.id, personOf('', { sex: 'female' }));
    await show(Result, parts, { session: session.id });
    const left = page.getByRole('region', { name: 'Leg raise, left' });
    await expect.element(left).toHaveTextContent(/typical.*Kutsuna and Watanabe 1984/i);
    await people.change(people.current.id, personOf('', { sex: null }));
    await expect.element(left).not.toHaveTextContent(/typical/i);
  });

  test('offers to measure the other leg', async () => {
    const session = sessionOn(0, [legRaise(72)]);
    const parts = await partsWith([session]);
    await show(Result, parts, { session: session.id });
    await page.getByRole('button', { name: 'Measure the right leg' }).click();
    expect(parts.router.route.screen).toBe('choose');
    expect(parts.choice.request?.steps).toEqual([{ test: 'slr', side: 'right' }]);
  });

  test('of a knee says which way is further, and asks for the same test of the other leg', async () => {
    const session = sessionOn(0, [straightening('right', 31)]);
    const parts = await partsWith([session]);
    await show(Result, parts, { session: session.id });
    const right = page.getByRole('region', { name: 'Knee straightening, right' });
    await expect.element(right.getByText('31°', { exact: true })).toBeVisible();
    await expect.element(right.getByText('0° is straight, so smaller is further.')).toBeVisible();
    await page.getByRole('button', { name: 'Measure the left leg' }).click();
    expect(parts.choice.request?.steps).toEqual([{ test: 'ake', side: 'left' }]);
  });

  test('without a number says why, and shows none', async () => {
    const session = sessionOn(0, [unmeasured({ test: 'slr', side: 'right' }, 'knee-bent')]);
    await show(Result, await partsWith([session]), { session: session.id });
    await expect.element(page.getByText('Nothing could be measured')).toBeVisible();
    await expect.element(page.getByText('One lift not counted: your knee bent.')).toBeVisible();
    await expect.element(page.getByText(/\d°/)).not.toBeInTheDocument();
  });

  test('is no grade and no advice', async () => {
    const session = sessionOn(0, [raise('left', 40), raise('right', 90)]);
    const { container } = await show(Result, await partsWith([session]), { session: session.id });
    await expect.element(page.getByText('General information, not medical advice.')).toBeVisible();
    expect(container.textContent).not.toMatch(/good|bad|poor|normal|score/i);
  });

  test('that is not here says so and leads on', async () => {
    await show(Result, await partsWith(), { session: 'gone' });
    await expect.element(page.getByText('This result is not here')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Start a check' })).toBeVisible();
  });
});

describe('The set-up', () => {
  async function showAfter(before: SetUp | null, now: SetUp | null) {
    const sessions = [
      sessionOn(2, [{ ...raise('left', 61), setUp: before }, raise('right', 60)]),
      sessionOn(9, [{ ...raise('left', 72), setUp: now }]),
    ];
    const id = sessions[1]?.id ?? '';
    await show(Result, await partsWith(sessions), { session: id });
    return page.getByRole('region', { name: 'Leg raise, left' });
  }

  test('is said to be the same beside the number that it is about', async () => {
    const left = await showAfter(goodSetUp, goodSetUp);
    await expect.element(left.getByText('Same set-up as on March 3.')).toBeVisible();
    const right = page.getByRole('region', { name: 'Leg raise, right' });
    await expect.element(right.getByText(/set-up/)).not.toBeInTheDocument();
  });

  test('that differs too much is told with the reason, and the verdict stays with a doubt', async () => {
    const left = await showAfter(goodSetUp, { ...goodSetUp, yaw: degrees(24) });
    const sentence =
      'Not quite comparable with March 3: the camera stood further round (24° against 5°).';
    await expect.element(left.getByText(sentence)).toBeVisible();
    await expect.element(page.getByText('A real change since March 3')).toBeVisible();
    await expect.element(page.getByText('measure once more as you did then')).toBeVisible();
  });

  test('that was not kept is not spoken of', async () => {
    const left = await showAfter(null, goodSetUp);
    await expect.element(left.getByText('72°')).toBeVisible();
    await expect.element(page.getByText(/set-up|comparable/)).not.toBeInTheDocument();
  });
});

describe('Your data', () => {
  const sessions = [sessionOn(0, [raise('left', 61)]), sessionOn(9, [raise('left', 72)])];

  test('lists the newest session first', async () => {
    await show(Data, await partsWith(sessions));
    const rows = page.getByRole('listitem');
    await expect.element(rows.nth(0)).toHaveTextContent('left 72°');
    await expect.element(rows.nth(1)).toHaveTextContent('left 61°');
  });

  test('a deleted session is gone, and comes back by undo', async () => {
    const parts = await partsWith(sessions);
    await show(Data, parts);
    await page.getByRole('button', { name: /^Delete the session: March 10/ }).click();
    await expect.element(page.getByText('left 72°')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('left 72°')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    expect(parts.history.sessions.map(({ startedAt }) => startedAt)).toEqual(
      sessions.map(({ startedAt }) => startedAt),
    );
  });

  test('says what will be here while there is nothing', async () => {
    await show(Data, await partsWith());
    await expect.element(page.getByText('No sessions yet')).toBeVisible();
  });

  test('lets the colours be chosen', async () => {
    const parts = await partsWith();
    await show(Data, parts);
    await page.getByRole('radio', { name: 'Dark' }).click();
    await vi.waitFor(() => {
      expect(parts.settings.theme).toBe('dark');
    });
  });
});

describe('Where the browser keeps nothing', () => {
  test('the result says so', async () => {
    const session = sessionOn(0, [legRaise(72)]);
    await show(Result, await partsWith([session], 'storage-blocked'), { session: session.id });
    await expect.element(page.getByText('This browser keeps nothing here.')).toBeVisible();
    await expect.element(page.getByText('72°')).toBeVisible();
  });

  test('your data say so too', async () => {
    await show(Data, await partsWith([], 'storage-blocked'));
    await expect.element(page.getByText('This browser keeps nothing here.')).toBeVisible();
  });
});
