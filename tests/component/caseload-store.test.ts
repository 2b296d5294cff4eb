import fc from 'fast-check';
import { Dexie } from 'dexie';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Caseload } from '../../src/caseload/caseload.ts';
import { caseloadMigrations } from '../../src/caseload/caseload-database.ts';
import { CaseloadMemory } from '../../src/caseload/caseload-memory.ts';
import { Caseload as CaseloadOf } from '../../src/caseload/caseload.ts';
import { joined } from '../../src/caseload/joined.ts';
import { openCaseload } from '../../src/caseload/open-caseload.ts';
import type { OwnRecord } from '../../src/caseload/records.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { latestOf } from '../../src/store/migration.ts';
import { rowsOf, upgradeRaw } from '../helpers/raw-database.ts';
import { sharedWhole } from '../helpers/shared.ts';
import { idOf, shareOf, weeksOf } from '../helpers/shares.ts';
import { nameForTest } from '../helpers/stores.ts';

async function caseloadHere(name = nameForTest(), onstale = vi.fn()): Promise<Caseload> {
  const caseload = await openCaseload({ name, onstale });
  onTestFinished(() => {
    caseload.close();
  });
  return caseload;
}

const weeks = weeksOf(1, 6);
const early = shareOf(1, weeks.slice(0, 3), { number: 1 });
const late = shareOf(1, weeks.slice(1), { number: 2 });
const other = shareOf(2, weeksOf(2, 2));
const note: OwnRecord = { kind: 'note', id: idOf('e', 1), at: 7, text: 'Ask about the stairs.' };
const value: OwnRecord = {
  kind: 'goniometer',
  id: idOf('c', 1),
  at: 5,
  sessionId: weeks[5]!.id,
  test: 'slr',
  side: 'left',
  value: degrees(79),
};

describe.each([
  ['on this device', () => caseloadHere()],
  ['in memory', () => Promise.resolve(new CaseloadOf(new CaseloadMemory(), null))],
])('a caseload %s', (_, open) => {
  test('has what was shared once, however often and in whatever order it is opened', async () => {
    const shares = [early, late, other, sharedWhole()];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...shares), { maxLength: 8 }), async (opened) => {
        const caseload = await open();
        await caseload.clear();
        const known = new Set<string>();
        for (const shared of opened) {
          expect(await caseload.keep(shared)).toBe(!known.has(shared.id));
          known.add(shared.id);
        }
        const people = new Set(opened.map(({ person }) => person.id));
        expect((await caseload.list()).people.map(({ id }) => id).sort()).toEqual(
          [...people].sort(),
        );
        for (const id of people) {
          const own = opened.filter(({ person }) => person.id === id);
          expect((await caseload.file(id))?.all).toEqual({ ...joined(own), goniometer: [] });
        }
      }),
      { numRuns: 12 },
    );
  });

  test('never changes what was shared, and says so of something else under its id', async () => {
    const caseload = await open();
    await caseload.keep(early);
    const forged = { ...early, madeAt: early.madeAt + 1 };
    await expect(caseload.keep(forged)).rejects.toMatchObject({ code: 'share-damaged' });
    const stolen = { ...other, id: early.id };
    await expect(caseload.keep(stolen)).rejects.toMatchObject({ code: 'share-damaged' });
    expect((await caseload.file(early.person.id))?.all).toEqual({ ...early, goniometer: [] });
    expect((await caseload.list()).people).toHaveLength(1);
  });

  test('keeps notes and a goniometer’s value beside it, and takes them away, never a share', async () => {
    const caseload = await open();
    await caseload.keep(late);
    await caseload.add(late.person.id, note);
    await caseload.add(late.person.id, value);
    const { all, notes } = (await caseload.file(late.person.id))!;
    expect(notes).toEqual([{ id: note.id, at: 7, text: 'Ask about the stairs.' }]);
    expect(all.goniometer).toMatchObject([{ value: 79 }]);
    expect(all.sessions).toEqual(late.sessions);
    expect((await caseload.list()).people[0]?.summary.numbers[0]).toMatchObject({
      value: 75,
      goniometer: 79,
    });
    for (const id of [note.id, value.id, late.id]) await caseload.take(late.person.id, id);
    const after = (await caseload.file(late.person.id))!;
    expect([after.notes, after.all]).toEqual([[], { ...late, goniometer: [] }]);
    expect((await caseload.list()).people[0]?.summary.numbers[0]?.goniometer).toBeNull();
  });

  test('remembers who was looked at and flagged, also when more of them comes', async () => {
    const caseload = await open();
    await caseload.keep(early);
    await caseload.mark(early.person.id, { seenAt: 9 });
    await caseload.mark(early.person.id, { isFlagged: true });
    await caseload.mark(idOf('a', 99), { isFlagged: true });
    await caseload.keep(late);
    const { people } = await caseload.list();
    expect(people).toMatchObject([{ seenAt: 9, isFlagged: true, summary: { visits: 6 } }]);
  });

  test('takes a person away with all that is theirs, and brings them back whole', async () => {
    const caseload = await open();
    for (const shared of [early, late, other]) await caseload.keep(shared);
    await caseload.add(early.person.id, note);
    await caseload.mark(early.person.id, { isFlagged: true });
    const before = [await caseload.list(), await caseload.file(early.person.id)];
    const removed = (await caseload.remove(early.person.id))!;
    expect(await caseload.file(early.person.id)).toBeNull();
    expect((await caseload.list()).people.map(({ id }) => id)).toEqual([other.person.id]);
    expect(await caseload.remove(early.person.id)).toBeNull();
    await caseload.restore(removed);
    expect([await caseload.list(), await caseload.file(early.person.id)]).toEqual(before);
    await caseload.clear();
    expect((await caseload.list()).people).toEqual([]);
  });

  test('tells of every change', async () => {
    const caseload = await open();
    const [lists, files]: [number[], (number | null)[]] = [[], []];
    onTestFinished(caseload.watch(({ people }) => void lists.push(people.length)));
    onTestFinished(
      caseload.watchFile(late.person.id, (file) => void files.push(file?.notes.length ?? null)),
    );
    await caseload.keep(late);
    await caseload.add(late.person.id, note);
    await expect.poll(() => files.at(-1)).toBe(1);
    expect(lists.at(-1)).toBe(1);
  });
});

describe('a caseload on this device', () => {
  test('is a database of its own, and is there after it was closed', async () => {
    const name = nameForTest();
    const first = await caseloadHere(name);
    await first.keep(late);
    first.close();
    const again = await caseloadHere(name);
    expect((await again.list()).people).toMatchObject([{ id: late.person.id }]);
    expect(again.refusal).toBeNull();
  });

  test('leaves out a row that cannot be read, says so, and loses nothing else', async () => {
    const name = nameForTest();
    const caseload = await caseloadHere(name);
    for (const shared of [early, late, other]) await caseload.keep(shared);
    const raw = new Dexie(name);
    await raw.open();
    await raw.table('records').update(early.id, { shared: { ...early, sessions: 'gone' } });
    await raw.table('people').update(other.person.id, { summary: null });
    raw.close();
    const { people, damaged } = await caseload.list();
    expect([people.length, damaged]).toEqual([1, 1]);
    const file = (await caseload.file(late.person.id))!;
    expect([file.damaged, file.all.sessions]).toEqual([1, late.sessions]);
    expect((await caseload.file(other.person.id))?.person).toMatchObject({ seenAt: null });
    await expect(caseload.keep(early)).rejects.toMatchObject({ code: 'share-damaged' });
  });

  test('refuses to write once another tab has newer code', async () => {
    const name = nameForTest();
    const onstale = vi.fn();
    const caseload = await caseloadHere(name, onstale);
    await caseload.keep(early);
    const before = await rowsOf(name, 'records');
    await upgradeRaw(name, 10 * (latestOf(caseloadMigrations) + 1));
    await expect(caseload.keep(late)).rejects.toMatchObject({ code: 'storage-stale' });
    expect(onstale).toHaveBeenCalledOnce();
    expect(await rowsOf(name, 'records')).toEqual(before);
    await expect(openCaseload({ name })).rejects.toMatchObject({ code: 'storage-stale' });
  });

  test('that this browser refuses to keep lasts as long as the page, and says so', async () => {
    const whole = Dexie.dependencies.indexedDB;
    Dexie.dependencies.indexedDB = undefined as never;
    onTestFinished(() => {
      Dexie.dependencies.indexedDB = whole;
    });
    const caseload = await caseloadHere();
    expect(caseload.refusal).toMatchObject({ code: 'storage-blocked' });
    expect(await caseload.keep(early)).toBe(true);
    expect((await caseload.list()).people).toHaveLength(1);
  });

  test('whose disk is full keeps what it has, and takes what still fits', async () => {
    interface Buckets {
      open(name: string, options: { quota: number }): Promise<{ indexedDB: IDBFactory }>;
      delete(name: string): Promise<void>;
    }
    const { storageBuckets } = navigator as unknown as { storageBuckets: Buckets };
    const whole = Dexie.dependencies.indexedDB;
    const { indexedDB } = await storageBuckets.open('small-caseload', { quota: 600_000 });
    Dexie.dependencies.indexedDB = indexedDB;
    onTestFinished(async () => {
      Dexie.dependencies.indexedDB = whole;
      await storageBuckets.delete('small-caseload');
    });
    const caseload = await caseloadHere();
    await caseload.keep(early);
    const notes = Array.from({ length: 600 }, (_, index) => ({
      ...{ id: idOf('d', index), at: index, minutes: null, pain: null },
      note: `${String(index)} ${'x'.repeat(3900)}`,
    }));
    const large = { ...late, diary: notes };
    await expect(caseload.keep(large)).rejects.toMatchObject({ code: 'storage-full' });
    expect((await caseload.file(early.person.id))?.all).toEqual({ ...early, goniometer: [] });
    expect((await caseload.list()).people[0]?.summary.visits).toBe(3);
    expect(await caseload.keep(other)).toBe(true);
  });
});
