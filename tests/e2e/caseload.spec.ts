import type { Page } from '@playwright/test';
import { newCode, spokenCode } from '../../src/share/code.ts';
import type { Shared } from '../../src/share/content.ts';
import { linkOf } from '../../src/share/link.ts';
import { sealed } from '../../src/share/seal.ts';
import { expect, test } from '../helpers/guard.ts';
import { hostileTexts, withHostile } from '../helpers/hostile.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { sharedSmall, sharedWhole } from '../helpers/shared.ts';
import { shareOf, weeksOf } from '../helpers/shares.ts';

/** Files of a name each, sealed with one code, are picked and opened. */
async function openAll(page: Page, shares: Readonly<Record<string, Shared>>): Promise<void> {
  const code = newCode();
  const files = await Promise.all(
    Object.entries(shares).map(async ([name, shared]) => ({
      name,
      mimeType: '',
      buffer: Buffer.from(await sealed(shared, { kind: 'code', code })),
    })),
  );
  await page.goto('./#/view');
  await page.getByLabel('Choose one or more files').setInputFiles(files);
  await page.getByLabel('Code', { exact: true }).fill(spokenCode(code));
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

const weeks = weeksOf(1, 6);
const grace = { name: 'Grace Hopper' };

test('a therapist keeps several, types a goniometer’s value, and finds all of it the next day', async ({
  page,
}) => {
  await openAll(page, {
    'march.limber': shareOf(1, weeks.slice(0, 4), { ...grace, number: 1 }),
    'april.limber': shareOf(1, weeks.slice(2), { ...grace, number: 2 }),
    'other.limber': shareOf(2, weeksOf(2, 6, -4), { name: 'Alan Turing' }),
  });
  await expect(page.getByText('Open: Alan Turing, 6 visits')).toBeVisible();
  await expectInOrder(page, 'several opened');
  const before = await page.evaluate(async () => (await indexedDB.databases()).map((x) => x.name));
  expect(before).not.toContain('limber-caseload');
  await page.getByRole('button', { name: 'Keep all 3 on this device' }).click();
  await expect(page.getByText('Kept on this device: 3 new, 0 kept before.')).toBeVisible();
  await page.getByRole('link', { name: 'See the caseload' }).click();

  const people = page.getByRole('list', { name: 'People' }).getByRole('listitem');
  await expect(people).toHaveCount(2);
  await expect(people.first()).toContainText('Alan Turing');
  // From 58 degrees, the mean of the first two visits, to 40.
  await expect(people.first()).toContainText('18° less far, a real change');
  await expect(people.last()).toContainText('6 visits');
  await expectInOrder(page, 'caseload');

  await page.getByRole('link', { name: 'Grace Hopper' }).click();
  await expect(page.getByRole('article')).toContainText('75° ± 4°');
  await page
    .getByRole('button', { name: /^Type the goniometer’s value for Leg raise, left/ })
    .first()
    .click();
  await page.getByLabel('Goniometer, in degrees').fill('79');
  await expectInOrder(page, 'a person of the caseload');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table')).toContainText('75° ± 4°, goniometer 79°');
  await page.getByLabel('New note').fill('Ask about the stairs.');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(page.getByRole('region', { name: 'My notes' })).toContainText('stairs');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as table (CSV)' }).click();
  const table = await (await downloading).createReadStream();
  const text = Buffer.concat(await table.toArray()).toString('utf8');
  expect(text.split('\r\n').filter((line) => line.startsWith('result,'))).toHaveLength(12);
  expect(text).toContain('left,75,4,,79');
  expect(text).not.toContain('stairs');

  await page.reload();
  await expect(page.getByRole('table')).toContainText('75° ± 4°, goniometer 79°');
  await expect(page.getByRole('region', { name: 'My notes' })).toContainText('stairs');
  await page.getByRole('link', { name: 'Back to the caseload' }).click();
  await expect(people.filter({ hasText: 'Grace Hopper' })).toContainText('goniometer 79°');

  // Nothing of it is among the person's own who measures here.
  await page.goto('./#/data');
  await expect(page.getByText('No sessions yet')).toBeVisible();
});

test('a link is read off a screenshot of its QR code', async ({ page, baseURL }) => {
  const code = newCode();
  const link = linkOf(`${baseURL ?? ''}/`, await sealed(sharedSmall(), { kind: 'code', code }))!;
  const { qrOf, qrSvg } = await import('../../src/share/qr.ts');
  await page.setContent(`<body style="margin:40px;background:#ccc">${qrSvg(qrOf(link)!)}`);
  await page.locator('svg').evaluate((svg) => {
    svg.setAttribute('width', '520');
  });
  const buffer = await page.screenshot();
  await page.goto('./#/view');
  await page.getByRole('button', { name: 'Scan a QR code' }).click();
  await page
    .getByLabel('Choose a picture of it')
    .setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer });
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('article')).toContainText('No name given');
});

test('hostile texts in all that is shared run nothing, with the policy on', async ({ page }) => {
  await page.addInitScript(() => {
    const hits: unknown[] = [];
    Object.assign(globalThis, { hits, hit: (which: unknown) => hits.push(which) });
  });
  await openAll(page, {
    '<img src=x onerror=hit(1)>.limber': withHostile(sharedWhole(), 0),
    'b.limber': withHostile(shareOf(2, weeksOf(2, 3)), 40),
    'c.limber': withHostile(shareOf(3, weeksOf(3, 3)), 80),
  });
  await page.getByRole('button', { name: 'Keep all 3 on this device' }).click();
  await page.getByRole('link', { name: 'See the caseload' }).click();
  const links = page.getByRole('list', { name: 'People' }).getByRole('link');
  await expect(links).toHaveCount(3);
  const pages = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).hash));
  for (const hash of pages) {
    await page.goto(`./${hash}`);
    await expect(page.getByRole('article')).toContainText(hostileTexts[97]!.slice(0, 20));
  }
  expect(await page.evaluate(() => (globalThis as unknown as { hits: unknown[] }).hits)).toEqual(
    [],
  );
});
