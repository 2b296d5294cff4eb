import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { DiaryEntry } from '../../src/core/session/diary.ts';
import { newId } from '../../src/store/ids.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { rowsOf } from '../helpers/raw-database.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { nameForTest, storeHere, storeInOtherTab } from '../helpers/stores.ts';

async function memoryStore(): Promise<Store> {
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  const store = await openStore();
  refused.mockRestore();
  return store;
}

function entryOn(day: number, of: Partial<DiaryEntry> = {}): DiaryEntry {
  const at = sessionOn(day).startedAt;
  return { id: newId(), at, note: 'Stiff after a long drive.', minutes: 12, pain: 2, ...of };
}

describe.each([
  ['database', () => storeHere(nameForTest())],
  ['memory', memoryStore],
])('a diary in the %s', (_, open) => {
  test('is read from its oldest entry on, whenever they were written', async () => {
    const { diary } = await open();
    const entries = [entryOn(0), entryOn(3, { note: '' }), entryOn(9, { minutes: null })];
    for (const entry of entries.toReversed()) await diary.save(entry);
    expect(await diary.list()).toEqual(entries);
  });

  test('never changes, and an erased entry does not come back', async () => {
    const { diary } = await open();
    const entry = entryOn(0);
    await diary.save(entry);
    await diary.save(structuredClone(entry));
    await expect(diary.save({ ...entry, note: 'Fine' })).rejects.toThrow('never changes');
    await diary.remove(entry.id);
    expect(await diary.list()).toEqual([]);
    await expect(diary.save(entry)).rejects.toThrow('never changes');
  });

  test('is apart from sessions and corrections', async () => {
    const { diary, sessions, corrections } = await open();
    await sessions.save(sessionOn(0));
    await diary.save(entryOn(0));
    await diary.remove(sessionOn(0).id);
    expect(await sessions.list()).toHaveLength(1);
    expect(await sessions.damaged()).toEqual([]);
    expect(await corrections.list()).toEqual([]);
    await sessions.remove(sessionOn(0).id);
    expect(await diary.list()).toHaveLength(1);
  });

  test.each([
    ['more pain than there is', { pain: 11 }],
    ['more minutes than a day has', { minutes: 1441 }],
    ['a book', { note: 'x'.repeat(4001) }],
  ])('takes no entry with %s', async (_what, of) => {
    const { diary } = await open();
    await expect(diary.save(entryOn(0, of))).rejects.toThrow();
    expect(await diary.list()).toEqual([]);
  });
});

test('of an erased entry only a mark stays on the disk', async () => {
  const name = nameForTest();
  const { diary } = await storeHere(name);
  const entry = entryOn(0);
  await diary.save(entry);
  await diary.remove(entry.id);
  expect(await rowsOf(name, 'records')).toEqual([
    { kind: 'tombstone', id: entry.id, removedAt: expect.any(Number) as number },
  ]);
});

test('what is written in another tab is read here at once', async () => {
  const name = nameForTest();
  const here = await storeHere(name);
  const there = await storeInOtherTab(name);
  const onchange = vi.fn();
  onTestFinished(here.diary.watch(onchange));
  await expect.poll(() => onchange.mock.lastCall as unknown).toEqual([[]]);
  const entry = entryOn(0);
  await there.diary.save(entry);
  await expect.poll(() => onchange.mock.lastCall as unknown).toEqual([[entry]]);
});
