import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { newCode } from '../../src/share/code.ts';
import { sealedReply } from '../../src/share/seal.ts';
import { expect, test } from '../helpers/guard.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { replyOf } from '../helpers/replies.ts';
import { movedVisit } from '../helpers/motions.ts';
import { seed } from '../helpers/seed.ts';

const { session, motions } = movedVisit(0, 70, 62);

/** Locks what is there with a code, and gives the file with the code as it is read out. */
async function lockedFile(page: Page): Promise<{ readonly file: Buffer; readonly code: string }> {
  await page.getByRole('button', { name: 'Lock it now' }).click();
  const groups = page.getByRole('list', { name: 'The code in groups of three' });
  await expect(groups.getByRole('listitem')).toHaveCount(9);
  const code = (await groups.getByRole('listitem').allTextContents()).join(' ');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file', exact: true }).click();
  return { file: await readFile(await (await downloading).path()), code };
}

async function openFile(
  page: Page,
  { file, code }: { readonly file: Buffer; readonly code: string },
): Promise<void> {
  await page.goto('./#/view');
  await page
    .getByLabel('Choose one or more files')
    .setInputFiles({ name: 'a.limber', mimeType: '', buffer: file });
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

test('a person shares, a therapist puts a joint right and answers, and the person’s plan obeys', async ({
  page,
  otherPage,
}) => {
  await seed(page, [session], motions);
  await page.goto('./#/share');
  await page.getByRole('checkbox', { name: /How I moved/ }).check();
  const shared = await lockedFile(page);

  await openFile(otherPage, shared);
  await expect(otherPage.getByRole('article')).toBeVisible();
  await otherPage.getByRole('button', { name: 'Keep on this device' }).click();
  await otherPage.getByRole('link', { name: 'See the caseload' }).click();
  await otherPage.getByRole('list', { name: 'People' }).getByRole('link').first().click();
  await otherPage.getByRole('button', { name: 'Write an answer' }).click();
  await otherPage.getByLabel('Your name').fill('Mary Seacole');
  await otherPage.getByLabel('Note to them').fill('Slowly, and not into pain.');
  await otherPage.getByLabel('Leg raise, left, degrees').fill('80');
  await otherPage.getByLabel('Leg raise, left, by which day').fill('2027-06-01');
  await otherPage.getByLabel('Add an exercise').selectOption({ label: 'Calf stretch at a wall' });
  await otherPage.getByRole('button', { name: 'Add', exact: true }).click();
  await otherPage.getByLabel('Seconds').fill('40');
  await otherPage.getByRole('button', { name: 'Move joints' }).click();
  await otherPage.getByRole('slider', { name: /^Ankle/ }).focus();
  await otherPage.keyboard.press('Shift+ArrowUp');
  await otherPage.getByRole('button', { name: 'Keep beside the camera’s number' }).click();
  await expect(otherPage.getByRole('button', { name: /^Take back the joints/ })).toBeVisible();

  // A draft outlives the page.
  await otherPage.reload();
  await expect(otherPage.getByLabel('Note to them')).toHaveValue('Slowly, and not into pain.');
  const reply = await lockedFile(otherPage);

  await openFile(page, reply);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An answer from Mary Seacole');
  await expect(page.getByRole('main')).toContainText('Leg raise, left: 80° by June 1, 2027');
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByRole('link', { name: 'See your plan' }).click();
  await expect(page.getByRole('heading', { name: 'From Mary Seacole' })).toBeVisible();
  const programme = page.getByRole('region', { name: 'Your therapist’s programme' });
  await expect(programme.getByRole('region')).toHaveCount(1);
  await expect(programme).toContainText('40 seconds');

  await page.goto('./#/progress');
  await expect(page.getByText('Left target 80°')).toBeVisible();
  await page.goto(`./#/result/${session.id}`);
  await expect(page.getByText(/joints put right by your therapist/).first()).toBeVisible();

  // A second time it is told, and nothing is there twice, also after the page was loaded anew.
  await openFile(page, reply);
  await expect(page.getByText('This answer is already there.')).toBeVisible();
  await page.goto('./#/plan');
  await expect(page.getByRole('button', { name: /^Remove the answer/ })).toHaveCount(1);

  // On another device it is for nobody.
  await openFile(otherPage, reply);
  await expect(otherPage.getByText(/for somebody who is not on this device/)).toBeVisible();
});

/** Opens what was shared here, and begins an answer to it. */
async function beginAnswer(page: Page): Promise<void> {
  await seed(page, [session], motions);
  await page.goto('./#/share');
  await page.getByRole('checkbox', { name: /How I moved/ }).check();
  const shared = await lockedFile(page);
  await openFile(page, shared);
  await page.getByRole('button', { name: 'Write an answer' }).click();
  await page.getByLabel('Note to them').fill('Slowly, and not into pain.');
  await page.getByLabel('Add an exercise').selectOption({ label: 'Bird dog' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Move joints' }).click();
  await page.getByRole('slider', { name: /^Ankle/ }).focus();
  await page.keyboard.press('Shift+ArrowUp');
}

test('the screen on which an answer is written is in order', async ({ page }) => {
  await beginAnswer(page);
  await expectInOrder(page, 'an answer, while it is written');
});

test('the screens on which it is read are in order', async ({ page }) => {
  await beginAnswer(page);
  await page.getByRole('button', { name: 'Keep beside the camera’s number' }).click();
  const reply = await lockedFile(page);
  await page.getByRole('button', { name: 'Close, and open something else' }).click();
  await openFile(page, reply);
  await expect(page.getByRole('button', { name: 'Take it over' })).toBeVisible();
  await expectInOrder(page, 'an answer, before it is taken over');
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByRole('link', { name: 'See your plan' }).click();
  await expect(page.getByRole('heading', { name: 'From your therapist' })).toBeVisible();
  await expectInOrder(page, 'a plan by a therapist');

  const code = newCode();
  const foreign = await sealedReply(replyOf(), { kind: 'code', code });
  await openFile(page, { file: Buffer.from(foreign), code });
  await expect(page.getByText(/for somebody who is not on this device/)).toBeVisible();
  await expectInOrder(page, 'an answer for somebody else');
});
