import type { Person } from '../../core/session/person.ts';
import type { BackupRecord } from './backup-record.ts';
import type { Fate, Records } from './merge.ts';

/** How many records meet which fate. */
export type Counts = Readonly<Record<Fate, number>>;

/** What an import would do with one person. */
export interface PersonPreview {
  readonly person: Person;
  /**
   * `new` here; `known` here; `gone`: was removed here, and stays so; `removed`: is here, and was removed where the
   * backup was made.
   */
  readonly fate: Exclude<Fate, 'conflicting'>;
  readonly sessions: Counts;
  /** Corrections, diary entries, what was told for safety, wishes, times of exercising, therapists' replies, links, motions, and kept pictures. */
  readonly others: Counts;
}

/** What an import would do. */
export interface Preview {
  /** When the backup was made, in milliseconds since 1970. */
  readonly madeAt: number;
  readonly people: readonly PersonPreview[];
}

/** How many sessions, and how many other records, meet which fate; `kinds` has the records. */
export function countsOf(
  fates: ReadonlyMap<string, Fate>,
  ...kinds: readonly Records[]
): Pick<PersonPreview, 'sessions' | 'others'> {
  const none = { new: 0, known: 0, conflicting: 0, gone: 0, removed: 0 };
  const [sessions, others] = [{ ...none }, { ...none }];
  for (const [id, fate] of fates) {
    if (kinds.some((records) => goesAlong(records.get(id), fate, fates))) continue;
    const isSession = kinds.some((records) => records.get(id)?.kind === 'session');
    (isSession ? sessions : others)[fate] += 1;
  }
  return { sessions, others };
}

/** Whether it is a motion that meets the fate of its session: nobody counts those. */
function goesAlong(
  record: BackupRecord | undefined,
  fate: Fate,
  fates: ReadonlyMap<string, Fate>,
): boolean {
  return record?.kind === 'motion' && fates.get(record.motion.sessionId) === fate;
}
