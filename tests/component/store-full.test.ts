import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { legRaise, measuredTrial, sessionOn } from '../helpers/sessions.ts';
import { nameForTest, storeHere } from '../helpers/stores.ts';

/** A part of the disk that holds so many bytes and no more; not yet in TypeScript's DOM. */
interface Buckets {
  open(name: string, options: { quota: number }): Promise<{ indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/** Lets the store of this test have so many bytes only. */
async function allowOnly(quota: number): Promise<void> {
  const { storageBuckets } = navigator as unknown as { storageBuckets: Buckets };
  const whole = Dexie.dependencies.indexedDB;
  const { indexedDB } = await storageBuckets.open('small-disk', { quota });
  Dexie.dependencies.indexedDB = indexedDB;
  onTestFinished(async () => {
    Dexie.dependencies.indexedDB = whole;
    await storageBuckets.delete('small-disk');
  });
}

test('a full disk is named, leaves the data as they were, and takes what still fits', async () => {
  await allowOnly(600_000);
  const { sessions } = await storeHere(nameForTest());
  const trace = Array.from({ length: 40_000 }, (_, at) => ({ at, angle: at / 7 }));
  const large = sessionOn(1, [{ ...legRaise(70), trials: [{ ...measuredTrial(70), trace }] }]);
  await sessions.save(sessionOn(0));
  await expect(sessions.save(large)).rejects.toMatchObject({ code: 'storage-full' });
  expect(await sessions.find(large.id)).toBeNull();
  expect(await sessions.find(sessionOn(0).id)).toEqual(sessionOn(0));
  await sessions.save(sessionOn(2));
  expect(await sessions.list()).toHaveLength(2);
});
