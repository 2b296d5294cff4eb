import type { Page } from '@playwright/test';
import { clipPath } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import { passGate } from '../helpers/journey.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { storedTold } from '../helpers/stored-told.ts';

// By video files: what the gate lets through is the same for a camera, and needs none here.

const first = (page: Page) => page.getByText('Is any of this new in the last two weeks');
const goOn = (page: Page) => page.getByRole('button', { name: 'Go on', exact: true });
const locked = (page: Page) =>
  page.getByRole('heading', { name: 'Some symptoms need medical help first' });

/** Answers the gate with an emergency sign. */
async function tickEmergency(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^I cannot hold back or feel a bowel/ }).check();
  await goOn(page).click();
  await expect(locked(page)).toBeVisible();
}

async function startVideo(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Leg raise/ }).check();
  await page.getByRole('radio', { name: 'Right leg' }).check();
  await page.getByRole('radio', { name: 'A video file' }).check();
  await page.getByRole('button', { name: 'Choose a' }).setInputFiles(clipPath('slr_right'));
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

test('the gate cannot be passed by an address, a reload, the back button or another tab', async ({
  page,
  context,
}) => {
  await test.step('an address', async () => {
    await page.goto('./#/measure');
    await expect(first(page)).toBeVisible();
    await expect(page).toHaveURL(/#\/check$/);
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toHaveCount(0);
  });

  await test.step('a reload in the middle of the questions, and after them', async () => {
    await page.getByRole('button', { name: 'None of these' }).click();
    await expect(first(page)).toHaveCount(0);
    await page.reload();
    await expect(first(page)).toBeVisible();
    await passGate(page);
    await page.reload();
    await expect(first(page)).toBeVisible();
  });

  await test.step('the back button, from the stage and to it', async () => {
    await passGate(page);
    await startVideo(page);
    await expect(page).toHaveURL(/#\/measure$/);
    await page.goBack();
    await expect(first(page)).toBeVisible();
    await page.goForward();
    await expect(first(page)).toBeVisible();
    await expect(page).toHaveURL(/#\/check$/);
  });

  await test.step('another tab', async () => {
    await passGate(page);
    const other = await context.newPage();
    await other.goto('./#/check');
    await expect(first(other)).toBeVisible();
    await other.goto('./#/measure');
    await expect(first(other)).toBeVisible();
    await other.close();
  });
});

test('a lock in one tab locks the others at once, outlasts a reload, and ends by having been seen', async ({
  page,
  context,
}) => {
  await page.goto('./#/check');
  await passGate(page);
  const other = await context.newPage();
  await other.goto('./#/check');
  await tickEmergency(other);
  await expect(other.getByText('Do not drive yourself.')).toBeVisible();

  await test.step('in the tab that had a pass', async () => {
    await expect(locked(page)).toBeVisible();
    await expectInOrder(page, 'gate, locked');
    await page.reload();
    await expect(locked(page)).toBeVisible();
  });

  await test.step('in a tab that is opened later, also for the plan', async () => {
    await other.goto('./#/measure');
    await expect(locked(other)).toBeVisible();
    await other.goto('./#/plan');
    await expect(other.getByRole('heading', { name: 'No exercises for now' })).toBeVisible();
    await expectInOrder(other, 'plan, locked');
  });

  await test.step('the number to call is that of the country', async () => {
    await page.getByRole('combobox').selectOption('GB');
    await expect(page.getByRole('link', { name: 'Call 999' })).toHaveAttribute('href', 'tel:999');
  });

  await page.getByRole('button', { name: 'I have been seen' }).click();
  await expect(first(page)).toBeVisible();
  await expect(page.getByText('Tick only what is new or worse')).toBeVisible();
  await expect(other.getByRole('heading', { name: 'No exercises for now' })).toHaveCount(0);
  await passGate(page);
});

test('a check of a video carries its answers, and is told of afterwards', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('./#/check');
  await expectInOrder(page, 'gate, emergency signs');
  await page.getByRole('button', { name: 'None of these' }).click();
  await expectInOrder(page, 'gate, other signs');
  await page.getByRole('checkbox', { name: /^Pain that runs into the buttock/ }).check();
  await goOn(page).click();
  await expectInOrder(page, 'gate, readiness');
  await page.getByRole('checkbox', { name: /osteoporosis/ }).check();
  await goOn(page).click();
  await expectInOrder(page, 'gate, pain');
  await page.getByRole('button', { name: '2', exact: true }).click();

  await expect(page.getByText(/^Forward bend: left out with osteoporosis/)).toBeVisible();
  await expect(page.getByText('These questions cannot tell that nothing is wrong.')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Forward bend|^Whole check/ })).toHaveCount(0);
  await expectInOrder(page, 'choice after the gate');
  await startVideo(page);
  await expect(page).toHaveURL(/#\/result\//, { timeout: 120_000 });

  const right = page.getByRole('region', { name: 'Leg raise, right' });
  await right.getByRole('checkbox', { name: 'Tingling or burning' }).check();
  await expect(right.getByText(/^Tingling may not come from the muscle/)).toBeVisible();
  await right.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(right.getByText('Felt: Tingling or burning')).toBeVisible();
  const pain = page.getByRole('region', { name: 'Your pain' });
  await pain.getByRole('button', { name: '5', exact: true }).click();
  await expect(pain.getByText('Before: 2 of 10.')).toBeVisible();
  await expect(pain.getByText('Your pain rose by 3.')).toBeVisible();
  await expectInOrder(page, 'result with what was felt');

  const { told, gates } = await storedTold(page);
  expect(told.map(({ kind }) => kind)).toEqual(['answered', 'felt', 'pain-after']);
  expect(gates).toEqual([[told[0]?.id]]);

  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await expect(page.getByText('Nothing gets harder for now.', { exact: true })).toBeVisible();
  await expectInOrder(page, 'plan, held');
  await page.getByRole('link', { name: 'Check', exact: true }).click();
  await expect(first(page)).toBeVisible();
});
