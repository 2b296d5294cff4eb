import { expect, type Page } from '@playwright/test';
import type { Motion } from '../../src/core/session/motion.ts';
import type { Session } from '../../src/core/session/session.ts';
import { motionRow } from '../../src/store/motions.ts';
import { rowOf } from '../../src/store/records.ts';
import { tracesOf } from '../../src/store/traces.ts';

/** Puts sessions and motions into the page's database as the app itself writes them, and loads the page anew. */
export async function seed(
  page: Page,
  sessions: readonly Session[],
  motions: readonly Motion[] = [],
): Promise<void> {
  await page.goto('./#/data');
  // From then on the database is there.
  await expect(page.getByText('No sessions yet')).toBeVisible();
  await page.evaluate(putInPage, {
    records: sessions.map(rowOf),
    traces: sessions.map(tracesOf).filter((row) => row !== null),
    motions: motions.map(motionRow),
  });
  await page.reload();
}

/** Runs in the page. */
async function putInPage(tables: Record<string, readonly unknown[]>): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('limber');
    opening.onsuccess = () => {
      resolve(opening.result);
    };
    opening.onerror = () => {
      reject(opening.error ?? new Error('refused'));
    };
  });
  const transaction = database.transaction(Object.keys(tables), 'readwrite');
  for (const [name, rows] of Object.entries(tables)) {
    for (const row of rows) transaction.objectStore(name).put(row);
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('aborted'));
    };
  });
  database.close();
}
