import type { Page } from '@playwright/test';
import type { Session } from '../../src/core/session/session.ts';
import { recordOf } from '../../src/store/records.ts';
import { oldestFirst } from '../../src/store/sessions.ts';
import { joined } from '../../src/store/traces.ts';

/**
 * The sessions in the page's database with their curves, oldest first. Read past the app's own way to them;
 * throws where a row is damaged.
 */
export async function storedSessions(page: Page): Promise<readonly Session[]> {
  const { records, traces } = await page.evaluate(rowsInPage);
  return records
    .flatMap((row) => {
      const record = recordOf(row);
      if (record.kind === 'damaged') throw new Error(record.damage.problem);
      if (record.kind !== 'session') return [];
      const { session } = record;
      return joined(
        session,
        traces.find(({ id }) => id === session.id),
      );
    })
    .sort(oldestFirst);
}

interface Rows {
  readonly records: readonly unknown[];
  readonly traces: readonly { readonly id: string }[];
}

/** All rows of records, those in batches too, and of curves in the page's database. Runs in the page. */
export async function rowsInPage(): Promise<Rows> {
  const answer = <T>(request: IDBRequest) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result as T);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('refused'));
      };
    });
  const databases = await indexedDB.databases();
  // Opening what is not there would make it.
  if (!databases.some(({ name }) => name === 'limber')) return { records: [], traces: [] };
  const database = await answer<IDBDatabase>(indexedDB.open('limber'));
  const transaction = database.transaction(['records', 'batches', 'traces']);
  const single = await answer<unknown[]>(transaction.objectStore('records').getAll());
  const batches = await answer<{ rows: unknown[] }[]>(transaction.objectStore('batches').getAll());
  const rows = {
    records: [...single, ...batches.flatMap((batch) => batch.rows)],
    traces: await answer<{ id: string }[]>(transaction.objectStore('traces').getAll()),
  };
  database.close();
  return rows;
}
