import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Download, Page } from '@playwright/test';
import type { Session } from '../../src/core/session/session.ts';
import { expect, test } from '../helpers/guard.ts';
import { chooseCheck, numberOf, sessionOnScreen, startWithFile } from '../helpers/journey.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { bend, raise } from '../helpers/results.ts';
import { seed } from '../helpers/seed.ts';
import { legRaise, sessionOn } from '../helpers/sessions.ts';
import { storedSessions } from '../helpers/stored-sessions.ts';

/** Six weeks of someone who gets further. */
const weeks: readonly Session[] = [0, 14, 28, 42].map((day) =>
  sessionOn(day, [raise('left', 61 + day / 3), raise('right', 58 + day / 4), bend(80 + day / 5)]),
);
const newest = weeks.at(-1)!;

function sheet(page: Page) {
  return page.getByRole('article', { name: 'Flexibility report' });
}

/** Locks what is chosen with a code, and gives it as it is read out. */
async function lockWithCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Lock it now' }).click();
  const groups = page.getByRole('list', { name: 'The code in groups of three' });
  await expect(groups.getByRole('listitem')).toHaveCount(9);
  return (await groups.getByRole('listitem').allTextContents()).join(' ');
}

async function downloaded(page: Page, name: string): Promise<Download> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return downloading;
}

async function pick(page: Page, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('Choose one or more files')
    .setInputFiles({ name: 'ada.limber', mimeType: '', buffer });
}

async function open(page: Page, typed: string): Promise<void> {
  await page.getByLabel(/^(Code|Passphrase)$/).fill(typed);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

test('what was measured goes in a file to another device, which opens it by its code and keeps nothing', async ({
  page,
  otherPage,
}) => {
  await chooseCheck(page, { test: 'Knee straightening', leg: 'Right leg' });
  await startWithFile(page, 'dev_ake_02');
  const measured = numberOf(await sessionOnScreen(page));
  await page.getByRole('link', { name: 'Share this check' }).click();
  const shown = `${Math.round(measured)}°`;
  await expect(sheet(page)).toContainText(shown);
  const code = await lockWithCode(page);
  const download = await downloaded(page, 'Save the file');
  expect(download.suggestedFilename()).toMatch(/^limber-\d{4}-\d{2}-\d{2}\.limber$/);
  const file = await readFile(await download.path());

  await otherPage.goto('./#/view');
  await pick(otherPage, file);
  await open(otherPage, code);
  await expect(sheet(otherPage)).toContainText(shown);
  // The same words, but for those that the drawings have room for.
  const words = (own: Page): Promise<string[]> => sheet(own).locator('p, td, th').allTextContents();
  expect(await words(otherPage)).toEqual(await words(page));
  expect(await storedSessions(otherPage)).toEqual([]);
});

test('a link brings it to another device without a server, and leaves no trace of it there', async ({
  page,
  otherPage,
}) => {
  await seed(page, weeks);
  await page.goto(`./#/share/${newest.id}`);
  const code = await lockWithCode(page);
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  const secret = link.slice(link.indexOf('#/view/') + '#/view/'.length);
  expect(secret.length).toBeGreaterThan(200);

  const asked: string[] = [];
  otherPage.on('request', (request) =>
    asked.push(request.url(), JSON.stringify(request.headers())),
  );
  await otherPage.goto(link);
  await expect(otherPage.getByRole('heading', { name: 'It is locked' })).toBeVisible();
  expect(new URL(otherPage.url()).hash).toBe('#/view');
  await open(otherPage, code.toLowerCase().replaceAll(' ', '-'));
  await expect(sheet(otherPage)).toContainText('One visit');
  expect(asked.filter((text) => text.includes(secret.slice(0, 150)))).toEqual([]);
  const kept = await otherPage.evaluate(async () => ({
    storage: JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
    ]),
    caches: await caches.keys(),
  }));
  expect(kept.storage).not.toContain(secret.slice(0, 50));
  expect(kept.storage).not.toContain(code.slice(0, 7));
  expect(kept.caches).toEqual([]);

  await otherPage.reload();
  await expect(otherPage.getByLabel('Choose one or more files')).toBeAttached();
  await expect(sheet(otherPage)).toHaveCount(0);
});

test('a passphrase of one’s own opens it too; a wrong one, and what is not Limber’s, opens nothing', async ({
  page,
  otherPage,
}) => {
  await seed(page, weeks);
  await page.goto('./#/share');
  await page.getByRole('radio', { name: 'a passphrase of my own' }).check();
  await page.getByLabel('Passphrase', { exact: true }).fill('four quiet herons wait');
  await page.getByRole('button', { name: 'Lock it now' }).click();
  const file = await readFile(await (await downloaded(page, 'Save the file')).path());

  await otherPage.goto('./#/view');
  await pick(otherPage, Buffer.from('PK\u0003\u0004 no report'));
  await expect(otherPage.getByRole('alert')).toContainText('This was not shared by Limber');
  await pick(otherPage, file);
  await open(otherPage, 'four quiet herons went');
  await expect(otherPage.getByRole('alert')).toContainText('Wrong code, or a damaged file');
  await expect(sheet(otherPage)).toHaveCount(0);
  await open(otherPage, 'four quiet herons wait');
  await expect(sheet(otherPage)).toContainText('4 visits');
});

test('the report goes out as a PDF, a table, a FHIR bundle, and on paper', async ({ page }) => {
  await seed(page, weeks);
  await page.goto('./#/share');
  await page.getByRole('radio', { name: 'A4', exact: true }).check();
  const pdf = await PDFDocument.load(
    await readFile(await (await downloaded(page, 'Save as PDF')).path()),
  );
  expect(pdf.getPageCount()).toBeLessThanOrEqual(2);
  const table = await readFile(
    await (await downloaded(page, 'Save as table (CSV)')).path(),
    'utf8',
  );
  expect(table.trim().split('\r\n')).toHaveLength(1 + 3 * weeks.length);
  const fhir = await readFile(
    await (await downloaded(page, 'Save for a record system (FHIR)')).path(),
    'utf8',
  );
  expect(JSON.parse(fhir)).toMatchObject({ resourceType: 'Bundle', type: 'collection' });

  await page.emulateMedia({ media: 'print' });
  await expect(sheet(page)).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Lock it now' })).toBeHidden();
  const paper = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
  expect(paper.getPageCount()).toBeLessThanOrEqual(2);
  const { width, height } = paper.getPage(0).getSize();
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
});

test('the screens of sharing and of what was shared are in order', async ({ page }) => {
  await page.goto('./#/share');
  await expect(page.getByText('Nothing to share yet')).toBeVisible();
  await expectInOrder(page, 'share, empty');

  await seed(page, [...weeks, sessionOn(50, [legRaise(72)])]);
  await page.goto('./#/share');
  await expect(sheet(page).getByRole('img')).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'My notes' }).check();
  await expectInOrder(page, 'share');
  await page.goto(`./#/share/${newest.id}`);
  const code = await lockWithCode(page);
  await expectInOrder(page, 'share, locked with a code');
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.getByRole('radio', { name: 'a passphrase of my own' }).check();
  await page.getByLabel('From', { exact: true }).fill('2027-01-01');
  await expectInOrder(page, 'share, days that make no sense');

  await page.goto('./#/view');
  await expectInOrder(page, 'view, nothing opened');
  await pick(page, Buffer.from('no report'));
  await expect(page.getByText('This was not shared by Limber')).toBeVisible();
  await expectInOrder(page, 'view, a stranger’s file');
  await page.getByLabel('Or paste a link').fill(link);
  await page.getByRole('button', { name: 'Open it', exact: true }).click();
  await expectInOrder(page, 'view, asked for its code');
  await open(page, code);
  await expect(sheet(page)).toBeVisible();
  await expectInOrder(page, 'view, opened');
});
