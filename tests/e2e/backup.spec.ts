import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { sessionRecord } from '../../src/store/backup/backup-record.ts';
import { writeBackup } from '../../src/store/backup/write-backup.ts';
import { checked } from '../../src/store/records.ts';
import { contentOf, recordsOf, someBackup } from '../helpers/backups.ts';
import { expect, test } from '../helpers/guard.ts';
import { seed } from '../helpers/seed.ts';
import { sessionOn } from '../helpers/sessions.ts';

async function pick(page: Page, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('Import a backup file')
    .setInputFiles({ name: 'limber-backup.zip', mimeType: 'application/zip', buffer });
}

async function bytesOf(file: Blob): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer());
}

test('what was exported comes back after everything was deleted', async ({ page }) => {
  await seed(page, [sessionOn(0), sessionOn(7)]);
  await page.goto('./#/data');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^limber-backup-\d{4}-\d{2}-\d{2}\.zip$/);
  await expect(page.getByText('Sessions in it: 2.')).toBeVisible();
  await expect(page.getByText(/^Last backup: /)).toBeVisible();

  await page.getByRole('button', { name: 'Delete everything' }).click();
  const sure = page.getByRole('button', { name: 'Delete for good' });
  await expect(sure).toBeDisabled();
  await page.getByLabel('Type the word delete to go on').fill('delete');
  await sure.click();
  await expect(page.getByRole('link', { name: 'Start a check' })).toBeVisible();
  await page.goto('./#/data');
  await expect(page.getByText('No sessions yet')).toBeVisible();
  await expect(page.getByText('No backup yet.')).toBeVisible();

  await pick(page, await readFile(await download.path()));
  await expect(page.getByText('Sessions: 2 new')).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('The backup was imported.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Delete the session/ })).toHaveCount(2);
});

test('a file that is no backup is refused in a sentence, and changes nothing', async ({ page }) => {
  await seed(page, [sessionOn(0)]);
  await pick(page, Buffer.from('no backup'));
  await expect(page.getByText('This is not a Limber backup.')).toBeVisible();
  await pick(page, (await bytesOf(await someBackup())).subarray(0, 700));
  await expect(page.getByText('Part of this backup is missing.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Delete the session/ })).toHaveCount(1);
});

test('people are kept apart: each has their own sessions', async ({ page }) => {
  await seed(page, [sessionOn(0)]);
  await page.getByRole('link', { name: 'People on this device' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'Measuring: Ada' })).toBeVisible();
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByText('No sessions yet')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Measuring: Ada' })).toBeVisible();

  await page.getByRole('link', { name: 'Measuring: Ada' }).click();
  await page.getByRole('button', { name: 'Switch to No name yet' }).click();
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByRole('button', { name: /^Delete the session/ })).toHaveCount(1);

  await page.getByRole('link', { name: 'People on this device' }).click();
  await page.getByRole('button', { name: 'Remove Ada' }).click();
  await page.getByLabel('Type the word Ada to go on').fill('ada');
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('button', { name: 'Remove Ada' })).toHaveCount(0);
});

// How long it takes, and whether it holds up the page, is measured by `npm run bench`.
test('10,000 sessions are imported, and shown a few at a time', async ({ page }) => {
  test.setTimeout(180_000);
  const many = Array.from({ length: 10_000 }, (_, day) => {
    const end = day.toString(16).padStart(12, '0');
    const id = `019ca945-0a00-7000-8000-${end}`;
    return sessionRecord(checked({ ...sessionOn(day % 3000), id }));
  });
  const file = await bytesOf(await writeBackup(contentOf(recordsOf(...many))));
  await page.goto('./#/data');
  await expect(page.getByText('No sessions yet')).toBeVisible();
  await pick(page, file);
  await expect(page.getByText('Sessions: 10,000 new')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('The backup was imported.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Sessions shown: 26 of 10,000')).toBeVisible({ timeout: 60_000 });
});
