import type { Page } from '@playwright/test';
import type { Unfinished } from '../../src/core/session/unfinished.ts';

/** The check that the page's database would go on with; null where there is none. Read past the app's own way to it. */
export async function storedUnfinished(page: Page): Promise<Unfinished | null> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result as T);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('refused'));
        };
      });
    const database = await answer<IDBDatabase>(indexedDB.open('limber'));
    const settings = database.transaction('settings').objectStore('settings');
    const row = await answer<{ value: Unfinished } | undefined>(settings.get('unfinished'));
    database.close();
    return row?.value ?? null;
  });
}
