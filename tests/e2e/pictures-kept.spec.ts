import { expect, test } from '../helpers/guard.ts';
import { picturesKept } from '../helpers/pictures-kept.ts';

test('the search that finds no picture after a check would find one wherever it lay', async ({
  page,
}) => {
  await page.goto('./');
  await page.evaluate(async () => {
    localStorage.setItem('picture', 'x'.repeat(20_000));
    await (await caches.open('pictures')).put('./picture', new Response('x'));
    await (await navigator.storage.getDirectory()).getFileHandle('picture', { create: true });
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('pictures', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
      opening.onsuccess = () => {
        resolve(opening.result);
      };
    });
    const kept = database.transaction('kept', 'readwrite').objectStore('kept');
    kept.put({ frames: [{ picture: new Blob(['x']) }] }, 1);
    kept.put({ picture: new ImageData(10, 10) }, 2);
    kept.put(new Map([['picture', new Uint8Array(20_000)]]), 3);
    await new Promise((resolve) => {
      kept.transaction.oncomplete = resolve;
    });
    database.close();
  });
  const origin = new URL(page.url()).origin;
  expect(await picturesKept(page)).toEqual([
    'indexedDB pictures/kept: Blob',
    'indexedDB pictures/kept: ImageData',
    'indexedDB pictures/kept: Uint8Array',
    `cache pictures: ${origin}/picture`,
    'localStorage: long text',
    'file system: picture',
  ]);
});
