import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/guard.ts';

const weights = '**/models/blazepose-full.bin';

async function playSample(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try it with a sample' }).click();
}

/** Tries again with the weights as they are served, and sees the measurement begin. */
async function recover(page: Page): Promise<void> {
  await page.unroute(weights);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Right leg, 1 of 3')).toBeVisible({ timeout: 30_000 });
}

test.describe('without the weights', () => {
  test.use({ expectedProblems: [/status of 404/] });

  test('the person is told, and measures as soon as they are there', async ({ page }) => {
    await page.route(weights, (route) => route.fulfill({ status: 404 }));
    await playSample(page);
    await expect(page.getByRole('alert')).toContainText('The part that sees you did not load');
    await recover(page);
  });
});

test('weights with one wrong byte are refused, and the right ones taken at the next try', async ({
  page,
}) => {
  await page.route(weights, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[1000]! ^= 1;
    await route.fulfill({ response, body });
  });
  await playSample(page);
  await expect(page.getByRole('alert')).toContainText('The part that sees you arrived damaged');
  await recover(page);
});
