import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Parts } from '../../src/app/assemble.ts';
import { CaseloadMemory } from '../../src/caseload/caseload-memory.ts';
import { Caseload } from '../../src/caseload/caseload.ts';
import { Failure } from '../../src/core/errors.ts';
import type { Shared } from '../../src/share/content.ts';
import CasePage from '../../src/ui/screens/CasePage.svelte';
import CaseloadScreen from '../../src/ui/screens/Caseload.svelte';
import { hostileTexts, withHostile } from '../helpers/hostile.ts';
import { partsWith, show } from '../helpers/screens.ts';
import { sharedWhole } from '../helpers/shared.ts';
import { shareOf, weeksOf } from '../helpers/shares.ts';

const grace = shareOf(1, weeksOf(1, 6), { name: 'Grace' });
const still = shareOf(2, weeksOf(2, 3, 0), { name: 'Alan' });
const worse = shareOf(3, weeksOf(3, 6, -4), { name: '' });

async function caseloadOf(...shares: readonly Shared[]): Promise<Caseload> {
  const caseload = new Caseload(new CaseloadMemory(), null);
  for (const shared of shares) await caseload.keep(shared);
  return caseload;
}

async function list(...shares: readonly Shared[]): Promise<Parts> {
  const parts = await partsWith([], null, { caseload: await caseloadOf(...shares) });
  await show(CaseloadScreen, parts);
  return parts;
}

function people(): readonly string[] {
  return page
    .getByRole('list', { name: 'People' })
    .getByRole('link')
    .elements()
    .map((link) => link.textContent.trim());
}

describe('The caseload', () => {
  test('of nobody says how somebody comes into it, and that it stays here', async () => {
    await list();
    await expect.element(page.getByText('Nobody kept yet')).toBeVisible();
    await expect.element(page.getByText(/no part of the backup/)).toBeVisible();
  });

  test('has each person’s newest numbers and what their change says, what was lost first', async () => {
    await list(grace, still, worse);
    await expect.poll(people).toEqual(['No name given', 'Grace', 'Alan']);
    const row = page.getByRole('listitem').filter({ hasText: 'Grace' });
    await expect.element(row).toHaveTextContent('Leg raise: left 75°; right 67°');
    await expect.element(row).toHaveTextContent('Leg raise, left: 13° further, a real change');
    await expect.element(row).toHaveTextContent('6 visits, newest');
    await expect.element(row).toHaveTextContent('Not seen yet');
  });

  test('is sorted and searched by keys alone', async () => {
    await list(grace, still, worse);
    await expect.poll(people).toHaveLength(3);
    await page.getByRole('radio', { name: 'Change' }).click();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await expect.poll(people).toEqual(['Alan', 'Grace', 'No name given']);
    await page.getByLabelText('Search by name').fill('gra');
    await expect.poll(people).toEqual(['Grace']);
    await page.getByLabelText('Search by name').fill('nobody');
    await expect.element(page.getByText('Nobody here has a name like that.')).toBeVisible();
  });

  test('flags, removes and brings back', async () => {
    const parts = await list(grace, still, worse);
    await page.getByRole('button', { name: 'Flag Alan' }).click();
    await expect
      .element(page.getByRole('button', { name: 'Flag Alan', pressed: true }))
      .toBeVisible();
    await page.getByRole('radio', { name: 'Flag' }).click();
    await expect.poll(people).toEqual(['Alan', 'Grace', 'No name given']);
    await page.getByRole('button', { name: 'Remove Alan' }).click();
    await expect.poll(people).toEqual(['Grace', 'No name given']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(people).toEqual(['Alan', 'Grace', 'No name given']);
    expect((await (await parts.cases.shelf()).file(still.person.id))?.all.sessions).toEqual(
      still.sessions,
    );
  });

  test('goes as a whole only after the word was typed', async () => {
    await list(grace, still);
    await page.getByRole('button', { name: 'Delete the whole caseload' }).click();
    const confirm = page.getByRole('button', { name: 'Delete for good' });
    await expect.element(confirm).toBeDisabled();
    await page.getByLabelText('Type the word delete to go on').fill('delete');
    await confirm.click();
    await expect.element(page.getByText('Nobody kept yet')).toBeVisible();
  });

  test('says so where this browser keeps nothing', async () => {
    const caseload = new Caseload(new CaseloadMemory(), new Failure('storage-blocked'));
    await show(CaseloadScreen, await partsWith([], null, { caseload }));
    await expect.element(page.getByText('This browser keeps nothing here, so')).toBeVisible();
  });
});

async function open(shared: Shared): Promise<Caseload> {
  const caseload = await caseloadOf(shared);
  await show(CasePage, await partsWith([], null, { caseload }), { person: shared.person.id });
  await expect.element(page.getByRole('article')).toBeVisible();
  return caseload;
}

describe('A person’s page', () => {
  test('has their report, their visits with set-up and marks, and what they answered', async () => {
    const caseload = await open(sharedWhole());
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Ada Byron');
    const newest = page.getByRole('region', { name: 'Visits' }).getByRole('listitem').first();
    await expect
      .element(newest)
      .toHaveTextContent(/Leg raise, left.*± 8°, corrected by hand, camera/);
    await expect.element(newest).toHaveTextContent('Stretch first felt at');
    await expect.element(newest).toHaveTextContent('leg lengths above the hip');
    expect(page.getByRole('button', { name: 'Show older visits' }).elements()).toEqual([]);
    await expect.element(page.getByRole('region', { name: 'Visits' })).toHaveTextContent('Stiff');
    await expect
      .poll(async () => (await caseload.list()).people[0]?.seenAt)
      .toBeGreaterThan(Date.now() - 60_000);
  });

  test('takes a goniometer’s value and shows it beside the camera’s, which stays', async () => {
    const caseload = await open(grace);
    const typing = page.getByRole('button', {
      name: /^Type the goniometer’s value for Leg raise, left/,
    });
    await typing.first().click();
    await page.getByLabelText('Goniometer, in degrees').fill('seventy');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(page.getByText('Give a number between')).toBeVisible();
    await page.getByLabelText('Goniometer, in degrees').fill('78,5');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const visit = page.getByRole('region', { name: 'Visits' }).getByRole('listitem').first();
    await expect.element(visit).toHaveTextContent('75° ± 4°, goniometer 79°');
    // In the report's table, and under its chart.
    await expect.element(page.getByRole('table')).toHaveTextContent('75° ± 4°, goniometer 79°');
    await expect
      .element(page.getByRole('figure'))
      .toHaveTextContent('goniometer 79°, camera 75° ± 4°');
    expect((await caseload.file(grace.person.id))?.all.sessions).toEqual(grace.sessions);
    await page.getByRole('button', { name: /^Change the goniometer’s value/ }).click();
    await page.getByRole('button', { name: 'Take it away' }).click();
    await expect.element(visit).not.toHaveTextContent('goniometer 79°');
  });

  test('keeps the therapist’s own notes, which stay in the field where they cannot be kept', async () => {
    const memory = new CaseloadMemory();
    const caseload = new Caseload(memory, null);
    await caseload.keep(grace);
    await show(CasePage, await partsWith([], null, { caseload }), { person: grace.person.id });
    await page.getByLabelText('New note').fill('Ask about the stairs.');
    await page.getByRole('button', { name: 'Add the note' }).click();
    const notes = page.getByRole('region', { name: 'My notes' });
    await expect.element(notes.getByRole('listitem')).toHaveTextContent('Ask about the stairs.');
    await expect.element(page.getByRole('article')).not.toHaveTextContent('stairs');
    const write = memory.write.bind(memory);
    memory.write = () => Promise.reject(new Failure('storage-full'));
    await page.getByLabelText('New note').fill('One too many');
    await page.getByRole('button', { name: 'Add the note' }).click();
    await expect.element(page.getByText('No room left on this device')).toBeVisible();
    await expect.element(page.getByLabelText('New note')).toHaveValue('One too many');
    memory.write = write;
    await page.getByRole('button', { name: /^Delete the note of/ }).click();
    await expect.element(notes.getByRole('listitem')).not.toBeInTheDocument();
  });

  test('of somebody who is not here says so', async () => {
    const caseload = await caseloadOf();
    await show(CasePage, await partsWith([], null, { caseload }), { person: grace.person.id });
    await expect.element(page.getByText('This person is not here')).toBeVisible();
  });
});

test(`${String(hostileTexts.length)} hostile texts in all that is shared stay text, without any policy`, async () => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(100);
  const hit = vi.fn();
  Object.assign(globalThis, { hit });
  const evil = Array.from({ length: Math.ceil(hostileTexts.length / 4) }, (_, index) => {
    const shared = shareOf(1 + index, weeksOf(1 + index, 2));
    return withHostile(shared, 4 * index);
  });
  const caseload = await caseloadOf(...evil);
  const parts = await partsWith([], null, { caseload });
  const { unmount } = await show(CaseloadScreen, parts);
  await expect.poll(people).toHaveLength(evil.length);
  for (const button of page
    .getByRole('button', { name: /^Remove/ })
    .elements()
    .slice(0, 3)) {
    (button as HTMLElement).click();
  }
  await unmount();
  for (const { person } of evil) {
    const shown = await show(CasePage, parts, { person: person.id });
    if ((await caseload.file(person.id)) !== null) {
      await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(/\S/);
    }
    expect(
      document.querySelectorAll('main :is(script, img, iframe, object, embed, base)'),
    ).toHaveLength(0);
    await shown.unmount();
  }
  expect(hit).not.toHaveBeenCalled();
  expect(Object.getPrototypeOf({})).not.toHaveProperty('hit');
});
