import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isToldAfter } from '../../src/core/safety/told.ts';
import {
  motionRecord,
  sessionRecord,
  type BackupRecord,
} from '../../src/store/backup/backup-record.ts';
import { fates, merged, type Records } from '../../src/store/backup/merge.ts';
import { anyDevices, anyRecords } from '../helpers/any-record.ts';
import { someRecords } from '../helpers/backups.ts';
import { correction } from '../helpers/held.ts';
import { raiseMotion } from '../helpers/motions.ts';
import { legRaise, sessionOn } from '../helpers/sessions.ts';

function setOf(...records: readonly BackupRecord[]): Records {
  return new Map(records.map((record) => [record.id, record]));
}

/** As a set: the order in which records came does not count. */
function sorted(records: Records): readonly BackupRecord[] {
  return [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The record that a record goes with; null for those that go with none. */
function pointedAt(record: BackupRecord): string | null {
  if (record.kind === 'correction') return record.correction.sessionId;
  if (record.kind === 'aftermath') return record.aftermath.practiceId;
  if (record.kind === 'motion') return record.motion.sessionId;
  if (record.kind === 'link') {
    return record.link.kind === 'link-fate' ? record.link.linkId : null;
  }
  if (record.kind !== 'told') return null;
  return isToldAfter(record.told) ? record.told.sessionId : null;
}

const session = sessionRecord(sessionOn(0));
const removed = { kind: 'tombstone', id: session.id, removedAt: 1 } as const;
const corrected = correction(78);
const hand = { kind: 'correction', id: corrected.id, correction: corrected } as const;

const [answered, felt] = [...someRecords().values()].filter(({ kind }) => kind === 'told');
if (answered === undefined || felt === undefined) throw new Error('Both were expected');

// [Note: Merging] in src/store/backup/merge.ts.
describe('Merging what several devices have of one person', () => {
  test('gives the same in whatever order it is done, and however often', () => {
    fc.assert(
      fc.property(anyDevices(3), ([a, b, c]) => {
        const [x, y, z] = [a!, b!, c!];
        expect(sorted(merged(x, y))).toEqual(sorted(merged(y, x)));
        expect(sorted(merged(merged(x, y), z))).toEqual(sorted(merged(x, merged(y, z))));
        const once = merged(x, y);
        expect(merged(once, y)).toEqual(once);
        expect(merged(once, x)).toEqual(once);
      }),
    );
  });

  test('loses nothing that nobody removed', () => {
    fc.assert(
      fc.property(anyDevices(2), ([a, b]) => {
        const after = merged(a!, b!);
        for (const record of [...a!.values(), ...b!.values()]) {
          const kept = after.get(record.id);
          if (record.kind === 'tombstone') expect(kept?.kind).toBe('tombstone');
          else if (kept === undefined)
            expect(record.kind === 'picture' || pointedAt(record) !== null).toBe(true);
        }
      }),
    );
  });

  test('leaves what was measured here as it is, whatever a file says about it', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (here, there) => {
        const after = merged(here, there);
        for (const [id, record] of here) {
          const kept = after.get(id);
          const isGone = kept === undefined || kept.kind === 'tombstone';
          if (record.kind !== 'picture' && !isGone && !isOrphan(record, after)) {
            expect(kept).toBe(record);
          }
        }
      }),
    );
  });

  test('changes nothing when it is done again, also with a file that says something else', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (here, there) => {
        const after = merged(here, there);
        expect(merged(after, there)).toEqual(after);
      }),
    );
  });

  test('tells both sides of the same conflicts', () => {
    const other = sessionRecord(sessionOn(0, [legRaise(99)]));
    expect(fates(setOf(session), setOf(other)).get(session.id)).toBe('conflicting');
    expect(fates(setOf(other), setOf(session)).get(session.id)).toBe('conflicting');
    expect(merged(setOf(session), setOf(other)).get(session.id)).toBe(session);
  });
});

/** Whether what a record belongs to was removed. */
function isOrphan(record: BackupRecord, among: Records): boolean {
  const owner = pointedAt(record);
  return owner !== null && among.get(owner)?.kind === 'tombstone';
}

describe('What was removed', () => {
  test('stays so, on whichever side', () => {
    expect(merged(setOf(session), setOf(removed)).get(session.id)).toEqual(removed);
    expect(merged(setOf(removed), setOf(session)).get(session.id)).toEqual(removed);
    expect(fates(setOf(session), setOf(removed)).get(session.id)).toBe('removed');
    expect(fates(setOf(removed), setOf(session)).get(session.id)).toBe('gone');
  });

  test('takes along what another device added to it', () => {
    expect([...merged(setOf(removed), setOf(hand)).keys()]).toEqual([session.id]);
    expect([...merged(setOf(session, hand), setOf(removed)).keys()]).toEqual([session.id]);
    expect(fates(setOf(removed), setOf(hand)).get(hand.id)).toBe('gone');
    expect([...merged(setOf(removed), setOf(felt)).keys()]).toEqual([session.id]);
  });

  test('takes its motions along, whichever device has them', () => {
    const motion = motionRecord(raiseMotion(session.id, 'left', 60));
    expect([...merged(setOf(removed), setOf(motion)).keys()]).toEqual([session.id]);
    expect([...merged(setOf(session, motion), setOf(removed)).keys()]).toEqual([session.id]);
    expect(fates(setOf(session), setOf(session, motion)).get(motion.id)).toBe('new');
  });

  test('takes nothing along that was told before a check: that locks, whatever becomes of the check', () => {
    expect([...merged(setOf(removed), setOf(answered)).keys()]).toEqual([session.id, answered.id]);
  });
});

test('what is new, and what is known, is told apart', () => {
  const found = fates(setOf(session), setOf(session, hand));
  expect(found.get(session.id)).toBe('known');
  expect(found.get(hand.id)).toBe('new');
});
