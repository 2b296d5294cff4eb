import { expect, onTestFinished, test } from 'vitest';
import { DatabasePeople, peopleDatabaseOf } from '../../src/store/database-people.ts';
import { BackupLine } from '../../src/store/backup/backup-line.ts';
import { merged, type Records } from '../../src/store/backup/merge.ts';
import { exportAll, importAll } from '../../src/store/backup/exchange.ts';
import { mergeInto, recordsIn } from '../../src/store/backup/person-records.ts';
import { readBackup } from '../../src/store/backup/read-backup.ts';
import { writeBackup } from '../../src/store/backup/write-backup.ts';
import { openPeople } from '../../src/store/open-people.ts';
import { PeopleDatabase } from '../../src/store/people-database.ts';
import { PersonDatabase } from '../../src/store/person-database.ts';
import { anyDevices, anyRecords } from '../helpers/any-record.ts';
import { adaId, contentOf, someRecords } from '../helpers/backups.ts';
import { personOf } from '../helpers/people.ts';
import { rowsOf } from '../helpers/raw-database.ts';
import { sessionOn } from '../helpers/sessions.ts';
import fc from 'fast-check';
import { newId } from '../../src/store/ids.ts';

const ignore = (): void => undefined;

/** The names of a device of its own, whose databases are deleted at the end of the test. */
function deviceForTest(): string {
  const name = newId();
  onTestFinished(async () => {
    for (const { name: found = '' } of await indexedDB.databases())
      if (found.startsWith(name)) indexedDB.deleteDatabase(found);
  });
  return name;
}

async function database(name: string): Promise<PersonDatabase> {
  const opened = new PersonDatabase(name, ignore);
  await opened.open();
  return opened;
}

function sorted(records: Records): readonly unknown[] {
  return [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a device has of everyone. */
async function stateOf(name: string): Promise<unknown> {
  const people = new PeopleDatabase(peopleDatabaseOf(name), ignore);
  await people.open();
  const residents = await new DatabasePeople(people, name).residents();
  people.close();
  const all = residents.map(async ({ person, database: own }) => {
    const opened = await database(own);
    const records = await recordsIn(opened);
    opened.close();
    return [person, sorted(records)];
  });
  return Promise.all(all);
}

async function exported(name: string, withPictures = true): Promise<Blob> {
  const wish = { name, app: '0.1.0', withPictures, madeAt: sessionOn(10).startedAt };
  return (await exportAll(wish, ignore)).file;
}

// [Note: Merging] in src/store/backup/merge.ts, which is tested for its laws.
test('a database merges as sets of records do', async () => {
  const name = deviceForTest();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyDevices(2), fc.tuple(anyRecords, anyRecords)), async ([a, b]) => {
      const opened = await database(`${name}-${(number += 1)}`);
      await mergeInto(opened, a);
      await mergeInto(opened, b);
      const expected = merged(merged(new Map(), a), b);
      expect(sorted(await recordsIn(opened))).toEqual(sorted(expected));
      const rows = () => Promise.all([opened.records.toArray(), opened.batches.toArray()]);
      const before = await rows();
      await mergeInto(opened, b);
      expect(await rows()).toEqual(before);
      await opened.delete();
    }),
    { numRuns: 20 },
  );
}, 60_000);

test('a device that is empty has all after an import, and nothing more after another', async () => {
  const [here, there] = [deviceForTest(), deviceForTest()];
  (await openPeople({ name: here })).close();
  await importAll(here, await readBackup(await writeBackup(contentOf(someRecords()))), ignore);
  (await openPeople({ name: there })).close();
  const backup = await readBackup(await exported(here));
  await importAll(there, backup, ignore);
  expect(await stateOf(there)).toEqual(await stateOf(here));
  expect(await stateOf(here)).toEqual([[personOf(adaId), sorted(someRecords())]]);
  const before = await stateOf(there);
  await importAll(there, backup, ignore);
  expect(await stateOf(there)).toEqual(before);
});

test('someone who has measured here stays beside those who are imported', async () => {
  const name = deviceForTest();
  const people = await openPeople({ name });
  const [first] = await people.list();
  const store = await people.openStore(first!.id, ignore);
  await store.sessions.save(sessionOn(5));
  store.close();
  await importAll(name, await readBackup(await writeBackup(contentOf(someRecords()))), ignore);
  expect((await people.list()).map(({ id }) => id).sort()).toEqual([first!.id, adaId].sort());
  people.close();
});

test('someone removed on one device is removed on the other by its backup', async () => {
  const [here, there] = [deviceForTest(), deviceForTest()];
  const backup = await readBackup(await writeBackup(contentOf(someRecords())));
  for (const name of [here, there]) {
    (await openPeople({ name })).close();
    await importAll(name, backup, ignore);
  }
  const people = await openPeople({ name: here });
  await people.remove(adaId);
  people.close();
  await importAll(there, await readBackup(await exported(here)), ignore);
  const after = await openPeople({ name: there });
  expect((await after.list()).map(({ id }) => id)).not.toContain(adaId);
  after.close();
  await importAll(there, backup, ignore);
  expect(await rowsOf(`${there}-people`, 'people')).toContainEqual(
    expect.objectContaining({ kind: 'tombstone', id: adaId }),
  );
});

test('the thread that works on backups exports, previews and imports', async () => {
  const [here, there] = [deviceForTest(), deviceForTest()];
  (await openPeople({ name: here })).close();
  (await openPeople({ name: there })).close();
  await importAll(here, await readBackup(await writeBackup(contentOf(someRecords()))), ignore);
  const [from, to] = [new BackupLine(here), new BackupLine(there)];
  onTestFinished(() => {
    from.close();
    to.close();
  });
  const wish = { app: '0.1.0', withPictures: true, madeAt: 5 };
  const { file, people, sessions } = await from.export(wish, ignore);
  expect([people, sessions]).toEqual([1, 2]);
  const before = await to.read(file, ignore);
  expect(before.people).toMatchObject([{ fate: 'new', sessions: { new: 2 }, others: { new: 9 } }]);
  await to.import(ignore);
  const after = await to.read(file, ignore);
  expect(after.people).toMatchObject([
    { fate: 'known', sessions: { new: 0, known: 2 }, others: { known: 9 } },
  ]);
  expect(await stateOf(there)).toEqual(await stateOf(here));
});

test('the thread refuses what is no backup, and lives on', async () => {
  const name = deviceForTest();
  (await openPeople({ name })).close();
  const before = await stateOf(name);
  const line = new BackupLine(name);
  onTestFinished(() => {
    line.close();
  });
  await expect(line.read(new Blob(['no']), ignore)).rejects.toMatchObject({
    code: 'backup-foreign',
  });
  const cut = (await writeBackup(contentOf(someRecords()))).slice(0, 500);
  await expect(line.read(cut, ignore)).rejects.toMatchObject({ code: 'backup-truncated' });
  expect(await stateOf(name)).toEqual(before);
});
