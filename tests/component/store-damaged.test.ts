import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { putRaw } from '../helpers/raw-database.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { nameForTest, storeHere } from '../helpers/stores.ts';

describe('a session that cannot be read any more', () => {
  const bad = { ...sessionOn(1), kind: 'session', startedAt: 'yesterday' };

  async function withBadRow(): Promise<Store> {
    const name = nameForTest();
    const store = await storeHere(name);
    await store.sessions.save(sessionOn(0));
    await putRaw(name, 'records', [bad]);
    return store;
  }

  test('is skipped and told of; the others are listed', async () => {
    const { sessions } = await withBadRow();
    expect((await sessions.list()).map(({ id }) => id)).toEqual([sessionOn(0).id]);
    expect(await sessions.damaged()).toMatchObject([{ id: bad.id }]);
    const onchange = vi.fn();
    onTestFinished(sessions.watch(onchange));
    await expect.poll(() => onchange.mock.lastCall as unknown).toHaveLength(2);
    expect(onchange).toHaveBeenLastCalledWith(
      [expect.objectContaining({ id: sessionOn(0).id })],
      [expect.objectContaining({ id: bad.id })],
    );
  });

  test('is named as damaged when it is asked for, and can be removed', async () => {
    const { sessions } = await withBadRow();
    await expect(sessions.find(bad.id)).rejects.toMatchObject({ code: 'storage-damaged' });
    await sessions.remove(bad.id);
    expect(await sessions.damaged()).toEqual([]);
    expect(await sessions.find(bad.id)).toBeNull();
  });

  test('costs its curves only, when only those are lost', async () => {
    const name = nameForTest();
    const { sessions } = await storeHere(name);
    await sessions.save(sessionOn(0));
    await putRaw(name, 'traces', [{ id: sessionOn(0).id, traces: null }]);
    const found = await sessions.find(sessionOn(0).id);
    expect(found?.results[0]?.estimate).toEqual(sessionOn(0).results[0]?.estimate);
  });
});

test('a setting of another kind than it should be counts as not set', async () => {
  const name = nameForTest();
  const { settings } = await storeHere(name);
  await putRaw(name, 'settings', [{ key: 'unfinished', value: 'splits' }]);
  expect(await settings.get('unfinished')).toBeNull();
});
