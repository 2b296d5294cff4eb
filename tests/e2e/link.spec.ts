import type { Page } from '@playwright/test';
import type { Session } from '../../src/core/session/session.ts';
import { missingApache, startClinic, type ClinicServer } from '../helpers/apache.ts';
import { expect, test as guarded } from '../helpers/guard.ts';
import { bend, raise } from '../helpers/results.ts';
import { seed } from '../helpers/seed.ts';
import { sessionOn } from '../helpers/sessions.ts';

/** Six weeks of someone who gets further. */
const weeks: readonly Session[] = [0, 14, 28, 42].map((day) =>
  sessionOn(day, [raise('left', 61 + day / 3), raise('right', 58 + day / 4), bend(80 + day / 5)]),
);

/** As hostile as 80 letters can be. */
const label = '<img src=x onerror=hit(1)>"><script>hit(2)</script>\u202e{{hit(3)}}';

/** The built app on the clinic's own server, with its store; the usual one where there is no Apache. */
const test = guarded.extend<object, { readonly clinic: ClinicServer | null }>({
  clinic: [
    // Playwright wants the braces.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const missing = missingApache();
      if (missing !== null) console.log(`The clinic kit is not tried: ${missing}`);
      const clinic = missing === null ? await startClinic('dist') : null;
      await use(clinic);
      await clinic?.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ clinic, baseURL }, use) => {
    await use(clinic === null ? baseURL : `${clinic.origin}/`);
  },
});

function sheet(page: Page) {
  return page.getByRole('article', { name: 'Flexibility report' });
}

/** The number of a hostile text that ran; null for none. */
function hitOn(page: Page): Promise<unknown> {
  return page.evaluate(() => (window as { hits?: unknown }).hits ?? null);
}

test.describe('a link on the clinic’s own store', () => {
  // What the browser writes for an answer of 401 or 404 that is brought about here.
  test.use({ expectedProblems: [/status of 40[14]/] });

  test('opens for somebody else until the person takes it back', async ({
    page,
    otherPage,
    clinic,
  }) => {
    if (clinic === null) return;
    for (const one of [page, otherPage]) {
      await one.addInitScript(() => {
        Object.assign(window, { hit: (number: number) => Object.assign(window, { hits: number }) });
      });
    }
    await seed(page, weeks);
    await page.goto('./#/share');
    await expect(sheet(page)).toBeVisible();
    await expect(page.getByLabel('Address of the store')).toHaveValue(`${clinic.origin}/s`);
    await page.getByLabel('What it is called').fill(label);
    const make = page.getByRole('button', { name: 'Make the link' });
    await make.click();
    await expect(page.getByText('The store asks who you are')).toBeVisible();
    await page.getByLabel('Name', { exact: true }).fill(clinic.name);
    await page.getByLabel('Password or token').fill(clinic.password);
    await make.click();
    const made = page.getByRole('region', { name: 'Your link' });
    const link = await made.getByLabel('Link', { exact: true }).inputValue();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#shlink:\/[\w-]+$/);
    await expect(made.getByRole('img', { name: 'QR code of the link' })).toBeVisible();

    await otherPage.goto(link);
    await expect(sheet(otherPage)).toBeVisible();
    expect(otherPage.url()).toBe(`${clinic.origin}/#/view`);
    await expect(otherPage.getByText('onerror=hit(1)')).toBeVisible();
    const words = (own: Page): Promise<string[]> =>
      sheet(own).locator('p, td, th').allTextContents();
    expect(await words(otherPage)).toEqual(await words(page));

    const list = page.getByRole('region', { name: 'Links you have made' });
    await list.getByRole('button', { name: /^Ask the store/ }).click();
    await expect(list.getByText('The store has it.')).toBeVisible();
    await list.getByRole('button', { name: /^Take back/ }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(list.getByText(/^Taken back/)).toBeVisible();

    await otherPage.goto(link);
    await expect(otherPage.getByText('Nothing is there any more')).toBeVisible();
    await expect(sheet(otherPage)).toHaveCount(0);
    await page.reload();
    await expect(list.getByText(/^Taken back/)).toBeVisible();
    expect([await hitOn(page), await hitOn(otherPage)]).toEqual([null, null]);

    const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(kept).not.toContain(clinic.password);
    await list.getByRole('button', { name: /off the list$/ }).click();
    await expect(list).toHaveCount(0);
  });
});
