import { isToldAfter } from '../../core/safety/told.ts';
import { lineOf, type BackupRecord } from './backup-record.ts';

/*
 * [Note: Merging]
 * Two sets of one person's records merge as a union by id: records never change, so the same id is the same record.
 * A tombstone counts before the record it stands for, and takes with it what belongs to that record: corrections and
 * pictures of a session, its motions, what was told after it, and what was told of a time of exercising.
 * Of two pictures of one trial the later counts. So merging is commutative, associative and idempotent: whichever
 * devices exchange whichever backups in whatever order, all end up with the same.
 * Only where one id has two contents, which no device writes by itself, does the side that is asked first count: a
 * file that was altered must not replace what was measured here. It is told of as a conflict, on both sides alike.
 */

/** Records by their ids. */
export type Records = ReadonlyMap<string, BackupRecord>;

/** What is to become of a record of the other side: or, where it is `removed`, of one that is here. */
export type Fate = 'new' | 'known' | 'conflicting' | 'gone' | 'removed';

/** The union of what is here and what is there; see [Note: Merging]. */
export function merged(here: Records, there: Records): Records {
  const isRemoved = (id: string): boolean =>
    here.get(id)?.kind === 'tombstone' || there.get(id)?.kind === 'tombstone';
  const union = new Map<string, BackupRecord>();
  for (const [id, record] of [...here, ...there]) {
    if (isRemoved(ownerOf(record))) continue;
    const known = union.get(id);
    union.set(id, known ? countingOf(known, record) : record);
  }
  return union;
}

/** What merging does with each record: those of `there`, and those that are here no longer afterwards. */
export function fates(here: Records, there: Records): ReadonlyMap<string, Fate> {
  const after = merged(here, there);
  const found = new Map<string, Fate>();
  for (const [id, record] of there) {
    if (record.kind === 'tombstone') continue;
    const [known, kept] = [here.get(id), after.get(id)];
    if (kept === undefined || kept.kind === 'tombstone') found.set(id, 'gone');
    else if (isConflict(known, record)) found.set(id, 'conflicting');
    else found.set(id, kept === known ? 'known' : 'new');
  }
  for (const [id, record] of here) {
    if (record.kind === 'tombstone') continue;
    const kept = after.get(id);
    if (kept === undefined || kept.kind === 'tombstone') found.set(id, 'removed');
  }
  return found;
}

/** Which of two records of one id counts. */
function countingOf(here: BackupRecord, there: BackupRecord): BackupRecord {
  if (here.kind === 'tombstone' && there.kind === 'tombstone') {
    return there.removedAt < here.removedAt ? there : here;
  }
  if (there.kind === 'tombstone') return there;
  if (here.kind === 'picture' && there.kind === 'picture') {
    const by = there.picture.keptAt - here.picture.keptAt;
    return by > 0 || (by === 0 && lineOf(there) > lineOf(here)) ? there : here;
  }
  return here;
}

function isConflict(known: BackupRecord | undefined, record: BackupRecord): boolean {
  if (!known || known.kind === 'tombstone') return false;
  if (known.kind === 'picture' && record.kind === 'picture') return false;
  return lineOf(known) !== lineOf(record);
}

/** The id of the record that a record belongs to; an id that nothing has for those that belong to none. */
function ownerOf(record: BackupRecord): string {
  switch (record.kind) {
    case 'correction':
      return record.correction.sessionId;
    case 'told':
      return isToldAfter(record.told) ? record.told.sessionId : '';
    case 'picture':
      return record.picture.sessionId;
    case 'motion':
      return record.motion.sessionId;
    case 'aftermath':
      return record.aftermath.practiceId;
    case 'link':
      return record.link.kind === 'link-fate' ? record.link.linkId : '';
    default:
      return '';
  }
}
