import type { Wish } from '../../src/core/advice/wish.ts';
import type { Aftermath, Practice } from '../../src/core/advice/practice.ts';
import type { LinkRecord } from '../../src/core/session/own-link.ts';
import type { Person } from '../../src/core/session/person.ts';
import {
  motionRecord,
  sessionRecord,
  type BackupRecord,
} from '../../src/store/backup/backup-record.ts';
import type { Records } from '../../src/store/backup/merge.ts';
import { writeBackup, type BackupContent } from '../../src/store/backup/write-backup.ts';
import { checked } from '../../src/store/records.ts';
import { zipped } from '../../src/store/backup/zip-writer.ts';
import { personOf } from './people.ts';
import { correction } from './held.ts';
import { raiseMotion } from './motions.ts';
import { answeredOn } from './safety.ts';
import { sessionOn } from './sessions.ts';

/** The id of the person in the backups of these tests. */
export const adaId = '019ca945-0a00-7000-8000-0000000000aa';

/** Records by their ids. */
export function recordsOf(...records: readonly BackupRecord[]): Records {
  return new Map(records.map((record) => [record.id, record]));
}

/** Some of everything but pictures. */
export function someRecords(): Records {
  const hand = correction(78, 5, { id: '019ca945-0a00-7000-8000-0000000000ee' });
  const entry = {
    id: '019ca945-0a00-7000-8000-0000000000dd',
    at: sessionOn(0).startedAt,
    note: 'Stiff after a long drive.',
    minutes: 12,
    pain: null,
  };
  const felt = {
    kind: 'felt' as const,
    id: '019ca945-0a00-7000-8000-0000000000bb',
    at: sessionOn(0).startedAt + 1,
    sessionId: sessionOn(0).id,
    side: 'left' as const,
    places: ['thigh' as const],
  };
  const answered = { ...answeredOn(0), id: '019ca945-0a00-7000-8000-0000000000cc' };
  const wish: Wish = {
    id: '019ca945-0a00-7000-8000-0000000000f3',
    at: sessionOn(0).startedAt,
    lacking: ['strap'],
    refused: [],
    swapped: [],
    minutes: null,
  };
  const practice: Practice = {
    id: '019ca945-0a00-7000-8000-0000000000f1',
    at: sessionOn(4).startedAt,
    worked: [{ exercise: 'strap-supine', side: 'left', seconds: 60 }],
  };
  const aftermath: Aftermath = {
    id: '019ca945-0a00-7000-8000-0000000000f2',
    practiceId: practice.id,
    at: sessionOn(5).startedAt,
    asked: 'next-morning',
    pain: null,
    compared: 'worse',
  };
  const link: LinkRecord = {
    kind: 'link',
    id: '019ca945-0a00-7000-8000-0000000000f4',
    at: sessionOn(4).startedAt,
    url: 'https://clinic.example/s/name',
    key: 'A'.repeat(43),
    label: '',
    until: sessionOn(9).startedAt,
  };
  const fate: LinkRecord = {
    kind: 'link-fate',
    id: '019ca945-0a00-7000-8000-0000000000f5',
    at: sessionOn(4).startedAt,
    linkId: link.id,
    fate: 'stored',
  };
  return recordsOf(
    sessionRecord(checked(sessionOn(0))),
    sessionRecord(checked(sessionOn(3))),
    motionRecord(raiseMotion(sessionOn(0).id, 'left', 70)),
    { kind: 'correction', id: hand.id, correction: hand },
    { kind: 'diary', id: entry.id, entry },
    { kind: 'told', id: answered.id, told: answered },
    { kind: 'told', id: felt.id, told: felt },
    { kind: 'wish', id: wish.id, wish },
    { kind: 'practice', id: practice.id, practice },
    { kind: 'aftermath', id: aftermath.id, aftermath },
    { kind: 'link', id: link.id, link },
    { kind: 'link', id: fate.id, link: fate },
    { kind: 'tombstone', id: sessionOn(9).id, removedAt: sessionOn(9).startedAt },
  );
}

/** What a backup of one person holds. */
export function contentOf(
  records: Records,
  person: Person = personOf(adaId),
): BackupContent & { readonly people: [{ person: Person; records: Records }] } {
  const madeAt = sessionOn(10).startedAt;
  return { madeAt, app: '0.1.0', people: [{ person, records }], removedPeople: [] };
}

/** A backup with some of everything in it. */
export function someBackup(): Promise<Blob> {
  return writeBackup(contentOf(someRecords()));
}

/** An archive with a manifest as a backup has it, changed by `of`, and these lines for its person. */
export function craftedBackup(lines: Iterable<string>, of: object = {}): Promise<Blob> {
  const file = `people/${adaId}.jsonl`;
  const manifest = {
    format: 'limber-backup',
    version: 1,
    madeAt: sessionOn(10).startedAt,
    app: '0.1.0',
    people: [{ person: personOf(adaId), file, lines: 1 }],
    removedPeople: [],
    ...of,
  };
  return zipped(
    [
      { name: 'limber.json', lines: [JSON.stringify(manifest)] },
      { name: file, lines },
    ],
    sessionOn(10).startedAt,
  );
}
