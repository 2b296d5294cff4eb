import type { Page } from '@playwright/test';
import type { Motion } from '../../src/core/session/motion.ts';
import { motionInRow } from '../../src/store/motions.ts';

/** The motions in the page's database. Read past the app's own way to them; throws where a row is damaged. */
export async function storedMotions(page: Page): Promise<readonly Motion[]> {
  const rows = await page.evaluate(async () => {
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
    const motions = database.transaction('motions').objectStore('motions');
    const stored = await answer<{ id: string; motion: Motion }[]>(motions.getAll());
    database.close();
    return stored.map(({ id, motion }) => ({
      id,
      motion: { ...motion, places: [...motion.places] },
    }));
  });
  return rows.map(({ id, motion }) => {
    const found = motionInRow({
      id,
      motion: { ...motion, places: Uint8Array.from(motion.places) },
    });
    if (found === null) throw new Error(`A damaged motion: ${id}`);
    return found;
  });
}
