import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Correction } from '../../src/core/session/correction.ts';
import type { KeptPicture } from '../../src/store/pictures.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { lying } from '../helpers/figure.ts';
import { correction, heldOf } from '../helpers/held.ts';
import { putRaw, rowsOf } from '../helpers/raw-database.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { drawn } from '../helpers/stick-figure.ts';
import { nameForTest, storeHere, storeInOtherTab } from '../helpers/stores.ts';

async function memoryStore(): Promise<Store> {
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  const store = await openStore();
  refused.mockRestore();
  return store;
}

const address = { sessionId: sessionOn(0).id, test: 'slr', side: 'left', trial: 0 } as const;

function picture(of: Partial<KeptPicture> = {}): KeptPicture {
  return {
    ...address,
    keptAt: sessionOn(0).startedAt,
    type: 'image/jpeg',
    bytes: new Uint8Array([255, 216, 255]).buffer,
    blurred: true,
    held: heldOf(drawn(lying), { test: 'slr', side: 'left' }),
    ...of,
  };
}

describe.each([
  ['database', () => storeHere(nameForTest())],
  ['memory', memoryStore],
])('corrections in the %s', (_, open) => {
  test('are listed as they were made, however they were saved', async () => {
    const { corrections } = await open();
    const made = [1, 2, 3].map((minutes) => correction(70 + minutes, minutes));
    for (const one of made.toReversed()) await corrections.save(one);
    expect(await corrections.list()).toEqual(made);
  });

  test('never change, and can be saved again as they are', async () => {
    const { corrections } = await open();
    const made = correction(78);
    await corrections.save(made);
    await corrections.save(structuredClone(made));
    await expect(corrections.save({ ...made, trial: 1 })).rejects.toThrow('never changes');
    expect(await corrections.list()).toEqual([made]);
  });

  test('are gone when removed, and do not come back', async () => {
    const { corrections } = await open();
    const made = correction(78);
    await corrections.save(made);
    await corrections.remove(made.id);
    await corrections.remove('unknown');
    expect(await corrections.list()).toEqual([]);
    await expect(corrections.save(made)).rejects.toThrow('never changes');
  });

  test('are refused whole when one number is not a number', async () => {
    const { corrections } = await open();
    await expect(corrections.save({ ...correction(78), correctedAt: NaN })).rejects.toThrow();
    expect(await corrections.list()).toEqual([]);
  });

  test('leave the session as it was measured', async () => {
    const { sessions, corrections } = await open();
    await sessions.save(sessionOn(0));
    await corrections.save(correction(78));
    expect(await sessions.find(sessionOn(0).id)).toEqual(sessionOn(0));
    expect(await sessions.list()).toHaveLength(1);
    expect(await sessions.damaged()).toEqual([]);
  });

  test('go with their session, and only with theirs', async () => {
    const { sessions, corrections } = await open();
    await sessions.save(sessionOn(0));
    const other = correction(60, 1, { sessionId: sessionOn(4).id });
    for (const one of [correction(78), correction(79), other]) await corrections.save(one);
    await sessions.remove(sessionOn(0).id);
    expect(await corrections.list()).toEqual([other]);
  });

  test('are told of now and after each change, until no longer wanted', async () => {
    const { corrections } = await open();
    const seen: (readonly Correction[])[] = [];
    const stop = corrections.watch((list) => seen.push(list));
    await expect.poll(() => seen.at(-1)).toEqual([]);
    await corrections.save(correction(78));
    await expect.poll(() => seen.at(-1)).toHaveLength(1);
    stop();
    const before = seen.length;
    const again = vi.fn();
    onTestFinished(corrections.watch(again));
    await corrections.save(correction(79));
    await expect.poll(() => again.mock.lastCall?.[0] as unknown).toHaveLength(2);
    expect(seen).toHaveLength(before);
  });
});

describe.each([
  ['database', () => storeHere(nameForTest())],
  ['memory', memoryStore],
])('kept pictures in the %s', (_, open) => {
  test('are found by their trial, the last one of each', async () => {
    const { pictures } = await open();
    await pictures.save(picture({ blurred: false }));
    await pictures.save(picture());
    await pictures.save(picture({ trial: 2 }));
    expect(await pictures.find(address)).toEqual(picture());
    expect(await pictures.addresses()).toHaveLength(2);
    expect(await pictures.addresses()).toEqual(
      expect.arrayContaining([address, { ...address, trial: 2 }]),
    );
    expect(await pictures.find({ ...address, trial: 1 })).toBeNull();
    expect(await pictures.find({ ...address, side: null })).toBeNull();
  });

  test('leave nothing behind when deleted, alone or with their session', async () => {
    const { pictures, sessions } = await open();
    await sessions.save(sessionOn(0));
    const other = { sessionId: sessionOn(4).id };
    for (const of of [{}, { trial: 1 }, { trial: 2 }, other]) await pictures.save(picture(of));
    await pictures.remove(address);
    expect(await pictures.find(address)).toBeNull();
    expect(await pictures.find({ ...address, trial: 1 })).not.toBeNull();
    await sessions.remove(sessionOn(0).id);
    expect(await pictures.find({ ...address, trial: 1 })).toBeNull();
    expect(await pictures.find({ ...address, ...other })).not.toBeNull();
  });

  test('are refused when they are no picture', async () => {
    const { pictures } = await open();
    await expect(pictures.save(picture({ type: 'text/html' as 'image/jpeg' }))).rejects.toThrow();
    expect(await pictures.find(address)).toBeNull();
  });
});

describe('on the disk', () => {
  test('a removed session leaves marks, and no number and no picture', async () => {
    const name = nameForTest();
    const store = await storeHere(name);
    await store.sessions.save(sessionOn(0));
    await store.corrections.save(correction(78));
    await store.pictures.save(picture());
    await store.sessions.remove(sessionOn(0).id);
    const kinds = (await rowsOf(name, 'records')).map((row) => (row as { kind: string }).kind);
    expect(kinds).toEqual(['tombstone', 'tombstone']);
    expect(await rowsOf(name, 'pictures')).toEqual([]);
  });

  test('a damaged picture counts as none, and a damaged correction stops no reading', async () => {
    const name = nameForTest();
    const store = await storeHere(name);
    await store.corrections.save(correction(78));
    await putRaw(name, 'records', [{ kind: 'correction', id: 'x' }]);
    await putRaw(name, 'pictures', [{ id: `${address.sessionId}/slr/left/0`, picture: 'gone' }]);
    expect(await store.pictures.find(address)).toBeNull();
    expect(await store.corrections.list()).toHaveLength(1);
    expect(await store.sessions.damaged()).toMatchObject([{ id: 'x' }]);
  });

  test('a correction made in another tab is seen at once', async () => {
    const name = nameForTest();
    const here = await storeHere(name);
    const there = await storeInOtherTab(name);
    let seen: readonly Correction[] | null = null;
    onTestFinished(
      here.corrections.watch((list) => {
        seen = list;
      }),
    );
    await expect.poll(() => seen).toEqual([]);
    await there.corrections.save(correction(78));
    await expect.poll(() => seen).toHaveLength(1);
  });
});
