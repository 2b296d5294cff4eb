import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Session } from '../../src/core/session/session.ts';
import { sessionRecord } from '../../src/store/backup/backup-record.ts';
import { writeBackup } from '../../src/store/backup/write-backup.ts';
import { checked } from '../../src/store/records.ts';
import { contentOf, recordsOf } from '../helpers/backups.ts';
import { timeRow, type Row } from './row.ts';
import type { ServedApp } from './served-app.ts';

/**
 * How long the import of a long history takes on a device that is empty, its preview from when the file is picked and itself
 * from the click on "Import", and how long the page was held up at most since: what the browser calls a long task is over 50 ms.
 */
export async function importRows(
  app: ServedApp,
  sessions: readonly Session[],
): Promise<readonly Row[]> {
  const records = sessions.map((session) => sessionRecord(checked(session)));
  const file = await writeBackup(contentOf(recordsOf(...records)));
  const context = await app.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto('./#/data');
  await page.getByText('No sessions yet').waitFor();
  await page.evaluate(noteLongTasks);
  // From the disk, as a person picks it: what is handed over as bytes is put together in the page, in one long task.
  const folder = await mkdtemp(join(tmpdir(), 'limber-bench-'));
  const path = join(folder, 'limber-backup.zip');
  await writeFile(path, Buffer.from(await file.arrayBuffer()));
  await page.evaluate(awaitPreview);
  await page.getByLabel('Import a backup file').setInputFiles(path);
  const previewed = await page.evaluate(
    () => (globalThis as unknown as { previewed: Promise<number> }).previewed,
  );
  const imported = await timeToImport(page);
  await page
    .getByRole('button', { name: /^Delete the session/ })
    .first()
    .waitFor();
  const longest = await page.evaluate(() =>
    Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks),
  );
  await context.close();
  await rm(folder, { recursive: true });
  return [
    timeRow('import-preview', previewed, 3000),
    timeRow('import', imported, 3000),
    timeRow('import-longest-task', longest, 50),
  ];
}

/** Runs in the page: keeps the length of each long task from now on. */
function noteLongTasks(): void {
  const tasks: number[] = [];
  Object.assign(globalThis, { tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** Runs in the page: takes the time from when a file is picked until it can be imported, frame by frame. */
function awaitPreview(): void {
  const timed = async (): Promise<number> => {
    await new Promise((resolve) => {
      addEventListener('change', resolve, { capture: true, once: true });
    });
    const before = performance.now();
    while (
      ![...document.querySelectorAll('button')].some((one) => one.textContent.trim() === 'Import')
    )
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    return performance.now() - before;
  };
  Object.assign(globalThis, { previewed: timed() });
}

/** From the click on "Import" until it is said that it is done. */
function timeToImport(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent.trim() === 'Import',
    );
    const before = performance.now();
    button?.click();
    while (!document.body.textContent.includes('The backup was imported.')) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    return performance.now() - before;
  });
}
