/** A database as it lies in the browser, table by table: for what the store itself would never write. */
export interface RawDatabase {
  /** The browser's version: ten times Dexie's. */
  readonly version: number;
  /** By the table's name. */
  readonly tables: Readonly<Record<string, RawTable>>;
}

interface RawTable {
  /** The path of its key. */
  readonly key: string;
  /** The paths of each of its indexes, which Dexie names after them. */
  readonly indexes?: readonly (readonly string[])[];
  readonly rows: readonly unknown[];
}

/** Makes a database with exactly these tables and rows. */
export async function createRaw(name: string, { version, tables }: RawDatabase): Promise<void> {
  const database = await opened(name, version, (upgraded) => {
    for (const [table, { key, indexes = [] }] of Object.entries(tables)) {
      const store = upgraded.createObjectStore(table, { keyPath: key });
      for (const paths of indexes) store.createIndex(`[${paths.join('+')}]`, [...paths]);
    }
  });
  for (const [table, { rows }] of Object.entries(tables)) await put(database, table, rows);
  database.close();
}

/** Puts rows into a table of an existing database, whatever they are. */
export async function putRaw(name: string, table: string, rows: readonly unknown[]): Promise<void> {
  const database = await opened(name);
  await put(database, table, rows);
  database.close();
}

/** Every row of a table. */
export async function rowsOf(name: string, table: string): Promise<readonly unknown[]> {
  const database = await opened(name);
  const rows = await answer<unknown[]>(database.transaction(table).objectStore(table).getAll());
  database.close();
  return rows;
}

/** The sessions' rows that lie in rows of the batches table. */
export function rowsInside(batches: readonly unknown[]): readonly unknown[] {
  return batches.flatMap((batch) => (batch as { rows: readonly unknown[] }).rows);
}

/** Does what newer code in another tab does first: raises the version of the database. */
export async function upgradeRaw(name: string, version: number): Promise<void> {
  (await opened(name, version)).close();
}

/** Deletes the database, as another tab does that erases everything. */
export async function deleteRaw(name: string): Promise<void> {
  await answer(indexedDB.deleteDatabase(name));
}

async function opened(
  name: string,
  version?: number,
  upgrade: (database: IDBDatabase) => void = () => undefined,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    upgrade(request.result);
  };
  return answer(request);
}

async function put(database: IDBDatabase, table: string, rows: readonly unknown[]): Promise<void> {
  const transaction = database.transaction(table, 'readwrite');
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('aborted'));
    };
  });
  for (const row of rows) transaction.objectStore(table).put(row);
  await done;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('refused'));
    };
  });
}
