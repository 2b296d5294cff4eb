import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Session } from '../../src/core/session/session.ts';
import { mergeInto } from '../../src/store/backup/person-records.ts';
import type { Records } from '../../src/store/backup/merge.ts';
import { newId } from '../../src/store/ids.ts';
import { listed } from '../../src/store/listed.ts';
import { PersonDatabase } from '../../src/store/person-database.ts';
import { recordOf, rowOf } from '../../src/store/records.ts';
import { oldestFirst } from '../../src/store/sessions.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { summaryIn, summaryKey, wholeRow, type SummaryRow } from '../../src/store/summary-row.ts';
import { anyRecords, anySession } from '../helpers/any-record.ts';
import { putRaw, rowsInside, rowsOf } from '../helpers/raw-database.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { databaseHere, nameForTest, storeHere } from '../helpers/stores.ts';

/** What is listed, worked out from the records alone. */
async function fromRecords(name: string): Promise<readonly Session[]> {
  const sessions: Session[] = [];
  const batched = rowsInside(await rowsOf(name, 'batches'));
  for (const row of [...(await rowsOf(name, 'records')), ...batched]) {
    const record = recordOf(row);
    if (record.kind === 'session') sessions.push(listed(record.session));
  }
  return sessions.sort(oldestFirst);
}

/** What the summaries say by themselves. */
async function summarised(name: string): Promise<readonly Session[]> {
  const rows = await rowsOf(name, 'summaries');
  return rows.flatMap((row) => summaryIn(wholeRow(row)!).sessions).sort(oldestFirst);
}

/** One thing that a person or another device does. */
type Deed =
  | { readonly does: 'save'; readonly session: Session }
  | { readonly does: 'remove' | 'correct' | 'ruin'; readonly which: number }
  | { readonly does: 'import'; readonly records: Records };

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: anySession.map((session) => ({ does: 'save' as const, session })) },
  fc.record({
    does: fc.constantFrom('remove' as const, 'correct' as const, 'ruin' as const),
    which: fc.nat({ max: 9 }),
  }),
  anyRecords.map((records) => ({ does: 'import' as const, records })),
);

async function doIt(name: string, store: Store, deed: Deed): Promise<void> {
  if (deed.does === 'save') {
    await store.sessions.save(deed.session);
    return;
  }
  if (deed.does === 'import') {
    const database = new PersonDatabase(name, () => undefined);
    await database.open();
    await mergeInto(database, deed.records);
    database.close();
    return;
  }
  const all = await store.sessions.list();
  const session = all[deed.which % Math.max(1, all.length)];
  if (session === undefined) return;
  if (deed.does === 'remove') await store.sessions.remove(session.id);
  else if (deed.does === 'ruin') {
    await putRaw(name, 'records', [{ kind: 'session', id: newId(), startedAt: 'yesterday' }]);
  } else {
    const estimate = { value: 1, halfWidth95: 1 } as NonNullable<
      Session['results'][number]['estimate']
    >;
    await store.corrections.save({
      ...{ id: newId(), sessionId: session.id, test: 'slr', side: 'left', trial: 0 },
      ...{ correctedAt: 1, joints: {}, estimate, automatic: estimate },
    });
  }
}

// [Note: Summaries] in src/store/summaries.ts
test('summaries say what the records say, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { maxLength: 8 }), async (deeds) => {
      const name = newId();
      const store = await openStore({ name });
      for (const deed of deeds) {
        await doIt(name, store, deed);
        const expected = await fromRecords(name);
        expect(await store.sessions.list()).toEqual(expected);
        expect(await summarised(name)).toEqual(expected);
      }
      await store.erase();
    }),
    { numRuns: 25 },
  );
}, 120_000);

describe('summaries that cannot be believed', () => {
  /** Three sessions in two rows; what is then done to the rows; the sessions as another opening lists them. */
  async function listedAfter(change: (row: object) => object | null): Promise<void> {
    const name = nameForTest();
    const store = await openStore({ name });
    const late = { ...sessionOn(300), id: '01ffcfff-0a00-7000-8000-000000000000' };
    for (const session of [sessionOn(0), sessionOn(1), late]) await store.sessions.save(session);
    store.close();
    const rows = await rowsOf(name, 'summaries');
    expect(rows).toHaveLength(2);
    const changed = rows.flatMap((row) => change(row as object) ?? []);
    const database = await databaseHere(name);
    await database.write([database.summaries], async () => {
      await database.summaries.clear();
      await database.summaries.bulkPut(changed);
    });
    const { sessions } = await storeHere(name);
    const expected = [sessionOn(0), sessionOn(1), late].map(listed);
    expect(await sessions.list()).toEqual(expected);
    // They are right again, for who opens it next.
    expect(await summarised(name)).toEqual(expected);
  }

  /** Its last trial's last number is another one. */
  function changedIn(row: SummaryRow): object {
    const { numbers, words } = row.details;
    return { ...row, details: { words, numbers: numbers.with(-1, (numbers.at(-1) ?? 0) + 1) } };
  }

  test.each<readonly [string, (row: object) => object | null]>([
    ['none, as in data of an earlier version', () => null],
    ['one of two', (row) => ((row as { id: string }).id === '01fc' ? null : row)],
    ['cut short', (row) => ({ ...row, sessions: { ...(row as SummaryRow).sessions, words: [] } })],
    ['changed in one digit', (row) => changedIn(row as SummaryRow)],
    ['of another form', (row) => ({ ...row, format: 0 })],
    ['no rows of ours', (row) => ({ id: (row as { id: string }).id })],
  ])('are made anew from the records: %s', async (_, change) => {
    await listedAfter(change);
  });

  test('count other sessions than there are', async () => {
    const name = nameForTest();
    const first = await openStore({ name });
    await first.sessions.save(sessionOn(0));
    first.close();
    await putRaw(name, 'records', [rowOf(sessionOn(1))]);
    const { sessions } = await storeHere(name);
    expect(await sessions.list()).toEqual([sessionOn(0), sessionOn(1)].map(listed));
    expect(await summarised(name)).toEqual([sessionOn(0), sessionOn(1)].map(listed));
  });

  test('are left alone by a saved session, and found by whoever reads', async () => {
    const name = nameForTest();
    const store = await storeHere(name);
    await store.sessions.save(sessionOn(0));
    await putRaw(name, 'summaries', [{ id: summaryKey(sessionOn(0).id), sessions: 'gone' }]);
    await store.sessions.save(sessionOn(1));
    expect(await store.sessions.list()).toEqual([sessionOn(0), sessionOn(1)].map(listed));
  });
});

test('rows that cannot be read are told of by the summaries too, by kind and without one', async () => {
  const name = nameForTest();
  const bad = { ...rowOf(sessionOn(1)), startedAt: 'yesterday' };
  const strange = { id: '019ca945-0a00-7000-8000-0000000000ab' };
  const before = await openStore({ name });
  await before.sessions.save(sessionOn(0));
  await putRaw(name, 'records', [bad, strange]);
  const told = await before.sessions.damaged();
  before.close();
  expect(told.map(({ id }) => id).toSorted()).toEqual([sessionOn(1).id, strange.id].toSorted());
  const { sessions } = await storeHere(name);
  expect(await sessions.damaged()).toEqual(told);
  await sessions.remove(sessionOn(1).id);
  await sessions.remove(strange.id);
  expect(await sessions.damaged()).toEqual([]);
});

test('a session that was not touched stays the same object, so that nothing is worked out anew for it', async () => {
  const store = await storeHere(nameForTest());
  const late = { ...sessionOn(300), id: '01ffcfff-0a00-7000-8000-000000000000' };
  await store.sessions.save(sessionOn(0));
  const [before] = await store.sessions.list();
  await store.sessions.save(late);
  expect((await store.sessions.list())[0]).toBe(before);
});

test('a change while a list is unpacked is told of once, as it then is', async () => {
  const store = await storeHere(nameForTest());
  const onchange = vi.fn();
  onTestFinished(store.sessions.watch(onchange));
  await Promise.all([0, 1, 2].map((day) => store.sessions.save(sessionOn(day))));
  await expect.poll(() => onchange.mock.lastCall?.[0] as unknown).toHaveLength(3);
});
