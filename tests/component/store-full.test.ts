import { Dexie } from 'dexie';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sessionRecord } from '../../src/store/backup/backup-record.ts';
import { mergeInto, recordsIn } from '../../src/store/backup/person-records.ts';
import { newId } from '../../src/store/ids.ts';
import { openPeople } from '../../src/store/open-people.ts';
import { PersonDatabase } from '../../src/store/person-database.ts';
import { correction, heldOf } from '../helpers/held.ts';
import { lying } from '../helpers/figure.ts';
import { recordsOf } from '../helpers/backups.ts';
import { personOf } from '../helpers/people.ts';
import { drawn } from '../helpers/stick-figure.ts';
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

describe('where the disk is full', () => {
  const trace = Array.from({ length: 40_000 }, (_, at) => ({ at, angle: at / 7 }));
  const large = sessionOn(1, [{ ...legRaise(70), trials: [{ ...measuredTrial(70), trace }] }]);
  const full = { code: 'storage-full' };

  test('an import is refused whole', async () => {
    await allowOnly(600_000);
    const database = new PersonDatabase(nameForTest(), () => undefined);
    onTestFinished(() => {
      database.close();
    });
    await database.open();
    const before = recordsOf(sessionRecord(sessionOn(0)));
    await mergeInto(database, before);
    const there = recordsOf(sessionRecord(sessionOn(2)), sessionRecord(large));
    await expect(mergeInto(database, there)).rejects.toMatchObject(full);
    expect([...(await recordsIn(database)).keys()]).toEqual([...before.keys()]);
  });

  test('a picture, and what is remembered of a check, are refused, and what was there stays', async () => {
    await allowOnly(600_000);
    const { pictures, settings, sessions } = await storeHere(nameForTest());
    await sessions.save(sessionOn(0));
    const address = { sessionId: sessionOn(0).id, test: 'slr', side: 'left', trial: 0 } as const;
    const held = heldOf(drawn(lying), { test: 'slr', side: 'left' });
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const file = new Uint8Array(900_000).map((_, at) => bytes[at % 60_000] ?? 0).buffer;
    const picture = { ...address, keptAt: 1, type: 'image/jpeg', blurred: true, held } as const;
    await expect(pictures.save({ ...picture, bytes: file })).rejects.toMatchObject(full);
    expect(await pictures.find(address)).toBeNull();
    const unfinished = {
      session: large,
      steps: [{ test: 'slr', side: 'left' }],
      motions: [],
    } as const;
    await expect(settings.set('unfinished', unfinished)).rejects.toMatchObject(full);
    expect(await settings.get('unfinished')).toBeNull();
    expect(await sessions.find(sessionOn(0).id)).toEqual(sessionOn(0));
  });

  test('corrections, diary entries and people that no longer fit are refused, all before stay', async () => {
    await allowOnly(600_000);
    const name = nameForTest();
    const people = await openPeople({ name });
    const [first] = await people.list();
    const { corrections, diary } = await people.openStore(first!.id, () => undefined);
    const note = 'x'.repeat(4000);
    const sideNotes = { left: 'y'.repeat(500), right: 'z'.repeat(500) };
    /** Saves until it no longer fits; gives how many were kept. */
    async function fill(save: () => Promise<void>): Promise<number> {
      for (let kept = 0; kept < 5000; kept += 1) {
        const failed = await save().then(
          () => null,
          (error: unknown) => error,
        );
        if (failed === null) continue;
        expect(failed).toMatchObject(full);
        return kept;
      }
      throw new Error('The disk is not full');
    }
    const entries = await fill(() =>
      diary.save({ id: newId(), at: 1, note, minutes: null, pain: null }),
    );
    expect(await diary.list()).toHaveLength(entries);
    const corrected = await fill(() => corrections.save(correction(70)));
    expect(await corrections.list()).toHaveLength(corrected);
    const added = await fill(() => people.save(personOf(newId(), { sideNotes })));
    expect(await people.list()).toHaveLength(added + 1);
    people.close();
  }, 60_000);
});
