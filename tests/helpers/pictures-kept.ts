import type { Page } from '@playwright/test';

/**
 * Whatever the page's origin has stored that could hold a picture, as paths such as
 * "indexedDB limber/records: Blob": pictures and files of any kind, and buffers and texts over 10 kB. Looks
 * through IndexedDB, the caches, local and session storage and the private file system.
 */
export async function picturesKept(page: Page): Promise<readonly string[]> {
  return page.evaluate(picturesInPage);
}

/** Runs in the page. */
async function picturesInPage(): Promise<readonly string[]> {
  const mostBytes = 10_000;
  const found: string[] = [];

  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('refused'));
      };
    });

  const search = (place: string, value: unknown): void => {
    if (typeof value === 'string' && value.length > mostBytes) found.push(`${place}: long text`);
    if (typeof value !== 'object' || value === null) return;
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (/^(Blob|File|ImageData|ImageBitmap|VideoFrame)/.test(kind)) found.push(`${place}: ${kind}`);
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      if (value.byteLength > mostBytes) found.push(`${place}: ${kind}`);
    } else if (value instanceof Map || value instanceof Set) {
      for (const inner of [...value].flat() as unknown[]) search(place, inner);
    } else for (const inner of Object.values(value) as unknown[]) search(place, inner);
  };

  for (const { name } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name!));
    for (const table of database.objectStoreNames) {
      const rows = await answer<unknown[]>(database.transaction(table).objectStore(table).getAll());
      search(`indexedDB ${name!}/${table}`, rows);
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) {
      found.push(`cache ${name}: ${request.url}`);
    }
  }
  search('localStorage', Object.values(localStorage));
  search('sessionStorage', Object.values(sessionStorage));
  const root = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & {
    keys(): AsyncIterable<string>;
  };
  for await (const name of root.keys()) found.push(`file system: ${name}`);
  return found;
}
