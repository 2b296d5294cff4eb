import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBackup } from '../../src/store/backup/read-backup.ts';
import { writeBackup } from '../../src/store/backup/write-backup.ts';
import { anyRecords } from '../helpers/any-record.ts';
import { adaId, contentOf, someRecords } from '../helpers/backups.ts';
import { anyVersionOf } from '../helpers/people.ts';

describe('A backup', () => {
  test('gives back all that was put into it', async () => {
    const person = anyVersionOf(adaId);
    await fc.assert(
      fc.asyncProperty(anyRecords, person, async (records, told) => {
        const content = contentOf(records, told);
        const { people, madeAt, removedPeople } = await readBackup(await writeBackup(content));
        expect(people).toEqual([{ person: told, records }]);
        expect([madeAt, removedPeople]).toEqual([content.madeAt, []]);
      }),
    );
  }, 60_000);

  test('of several people keeps them apart, and remembers who was removed', async () => {
    const [ada] = contentOf(someRecords()).people;
    const bo = { ...ada.person, id: `${adaId.slice(0, -2)}bb`, name: 'Bo' };
    const removed = { id: `${adaId.slice(0, -2)}cc`, removedAt: 5 };
    const content = {
      ...contentOf(someRecords()),
      people: [ada, { person: bo, records: new Map<never, never>() }],
      removedPeople: [removed],
    };
    const read = await readBackup(await writeBackup(content));
    expect(read.people).toEqual(content.people);
    expect(read.removedPeople).toEqual([removed]);
  });

  test('tells how far its reading and writing is', async () => {
    const many = new Map(
      Array.from({ length: 1200 }, (_, i) => {
        const id = `019ca945-0a00-7000-8000-00000000${String(i).padStart(4, '0')}`;
        return [id, { kind: 'tombstone', id, removedAt: i }] as const;
      }),
    );
    const [written, read]: [number[], number[]] = [[], []];
    const file = await writeBackup(contentOf(many), (share) => written.push(share));
    await readBackup(file, (share) => read.push(share));
    expect(written).toEqual([500 / 1200, 1000 / 1200]);
    expect(read).toEqual(written);
  });

  // Packed by Info-ZIP 3.0 as docs/backup.md describes it, with a comment and a folder of its own.
  test('of the first version, which has no motions, packed by another program, is read as well', async () => {
    const path = join(import.meta.dirname, '../fixtures/store/backup-1.zip');
    const { people } = await readBackup(new Blob([readFileSync(path)]));
    expect(people[0]?.person.name).toBe('Ada');
    const kinds = [...(people[0]?.records.values() ?? [])].map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...['session', 'session', 'correction', 'diary'],
      ...['told', 'told', 'told', 'told', 'wish'],
      ...['practice', 'aftermath', 'tombstone'],
    ]);
  });
});
