import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Database } from '../../src/store/database.ts';
import { latestOf } from '../../src/store/migration.ts';
import { migrations } from '../../src/store/person-migrations.ts';
import { goldens, sessionsIn } from '../helpers/goldens.ts';
import { openTab } from '../helpers/other-tab.ts';
import { createRaw, rowsOf, type RawDatabase } from '../helpers/raw-database.ts';
import { nameForTest, storeHere, storeInOtherTab } from '../helpers/stores.ts';

/** As many sessions as make an upgrade last for a while: chosen, some 50 ms here. */
const copies = 300;

/** A golden database with its first session many times over, under ids of their own. */
function long({ version, tables }: RawDatabase): RawDatabase {
  const { key, indexes = [], rows } = tables.records!;
  const more = Array.from({ length: copies }, (_, number) => ({
    ...(rows[0] as object),
    id: `019ca945-0a00-7000-8000-0000000f${String(number).padStart(4, '0')}`,
  }));
  return { version, tables: { ...tables, records: { key, indexes, rows: [...rows, ...more] } } };
}

/** Everything that lies in a database, and its version. */
async function stateOf(name: string): Promise<unknown> {
  const found = (await indexedDB.databases()).find((one) => one.name === name);
  const tables = ['records', 'traces', 'settings'];
  if ((found?.version ?? 0) >= 60) tables.push('batches');
  return [found?.version, ...(await Promise.all(tables.map((table) => rowsOf(name, table))))];
}

/** What becomes of a database that one tab alone opens. */
async function upgraded(golden: RawDatabase): Promise<unknown> {
  const name = nameForTest();
  await createRaw(name, golden);
  (await storeHere(name)).close();
  return stateOf(name);
}

const released = goldens.map(([version, golden]) => [version, long(golden)] as const);

test('every released schema has a golden database', () => {
  expect(released.map(([version]) => version)).toEqual(migrations.map(({ version }) => version));
});

describe.each(released)('data of version %i', (version, golden) => {
  test('are upgraded once when two tabs open them at the same time', async () => {
    const name = nameForTest();
    await createRaw(name, golden);
    const [here, there] = await Promise.all([storeHere(name), storeInOtherTab(name)]);
    expect(await here.sessions.list()).toHaveLength(copies + sessionsIn(version));
    expect(await there.sessions.list()).toEqual(await here.sessions.list());
    here.close();
    there.close();
    expect(await stateOf(name)).toEqual(await upgraded(golden));
  });

  test('are upgraded while a tab with the code of then has them open; it writes no more', async () => {
    const name = nameForTest();
    await createRaw(name, golden);
    const onstale = vi.fn();
    const old = new Database(name, migrations.slice(0, version), onstale);
    onTestFinished(() => {
      old.close();
    });
    await old.open();
    (await storeHere(name)).close();
    const isOld = version < latestOf(migrations);
    const settings = old.table('settings');
    const write = old.write([settings], () => settings.put({ key: 'old', value: 1 }));
    if (isOld) await expect(write).rejects.toMatchObject({ code: 'storage-stale' });
    else await write.then(() => old.write([settings], () => settings.delete('old')));
    old.close();
    expect(onstale).toHaveBeenCalledTimes(isOld ? 1 : 0);
    expect(await stateOf(name)).toEqual(await upgraded(golden));
  });

  // Chosen: from before the upgrade begins until after its end; which is hit differs from machine to machine.
  test.each([0, 2, 5, 10, 20, 40, 80])(
    'are the old or the new, never mixed, when a tab is killed %i ms into it',
    async (delay) => {
      const name = nameForTest();
      await createRaw(name, golden);
      const before = await stateOf(name);
      const tab = await openTab();
      void tab.openStore({ name }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, delay));
      tab.close();
      const after = await upgraded(golden);
      expect([before, after]).toContainEqual(await stateOf(name));
      (await storeHere(name)).close();
      expect(await stateOf(name)).toEqual(after);
    },
  );
});
