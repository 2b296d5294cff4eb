import * as v from 'valibot';
import type { Aftermath, Practice } from '../core/advice/practice.ts';
import type { Correction } from '../core/session/correction.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import type { Session } from '../core/session/session.ts';
import {
  aftermathRow,
  correctionRow,
  diaryEntry,
  diaryRow,
  practiceRow,
  sessionRow,
  tombstone,
  wholeAftermath,
  wholeCorrection,
  wholePractice,
  wholeSession,
} from './shapes.ts';

/** A row that is not what this code writes: skipped wherever sessions are read, and told of. */
export interface Damage {
  /** The row's key. */
  readonly id: string;
  /** Where it is wrong and what was expected there: for a fault report, not for the person. */
  readonly problem: string;
}

/** A record was removed: stays under its id, so that no merge brings it back. */
export interface Tombstone {
  readonly kind: 'tombstone';
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly removedAt: number;
}

/** What the records table holds. A session's curves are empty here: they lie in the traces table. */
export type StoredRecord =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'diary'; readonly entry: DiaryEntry }
  | { readonly kind: 'practice'; readonly practice: Practice }
  | { readonly kind: 'aftermath'; readonly aftermath: Aftermath }
  | Tombstone
  | { readonly kind: 'damaged'; readonly damage: Damage };

const row = v.variant('kind', [
  sessionRow,
  correctionRow,
  diaryRow,
  practiceRow,
  aftermathRow,
  tombstone,
]);

/** A row of the records table as this code writes it. */
export type RecordRow = v.InferInput<typeof row>;

/** A plain copy of a session that is fit to be stored. Throws ValiError where it is not: a bug of the caller. */
export function checked(session: Session): Session {
  return v.parse(wholeSession, session);
}

/** A plain copy of a correction that is fit to be stored. Throws ValiError where it is not. */
export function checkedCorrection(correction: Correction): Correction {
  return v.parse(wholeCorrection, correction);
}

/** A plain copy of a diary entry that is fit to be stored. Throws ValiError where it is not. */
export function checkedEntry(entry: DiaryEntry): DiaryEntry {
  return v.parse(diaryEntry, entry);
}

/** A plain copy of a time of exercising that is fit to be stored. Throws ValiError where it is not. */
export function checkedPractice(practice: Practice): Practice {
  return v.parse(wholePractice, practice);
}

/** A plain copy of what was told of it that is fit to be stored. Throws ValiError where it is not. */
export function checkedAftermath(aftermath: Aftermath): Aftermath {
  return v.parse(wholeAftermath, aftermath);
}

/** Whether two values that were parsed are equal: their keys have the order of their schema. */
export function isSame(stored: unknown, wanted: unknown): boolean {
  return JSON.stringify(stored) === JSON.stringify(wanted);
}

/** The records row of a session, its curves left out. */
export function rowOf(session: Session): RecordRow {
  return {
    kind: 'session',
    ...session,
    results: session.results.map((result) => ({
      ...result,
      marks: [...result.marks],
      trials: result.trials.map((trial) => {
        if (trial.kind === 'refused') return trial;
        const { kind, side, quantities, camera } = trial;
        return { kind, side, quantities, camera };
      }),
    })),
  };
}

/** What a row of the records table says. Never throws. */
export function recordOf(stored: unknown): StoredRecord {
  const parsed = v.safeParse(row, stored, { abortEarly: true });
  if (!parsed.success) return { kind: 'damaged', damage: damageOf(stored, parsed.issues[0]) };
  if (parsed.output.kind === 'tombstone') return parsed.output;
  if (parsed.output.kind === 'diary') {
    const { kind, ...entry } = parsed.output;
    return { kind, entry };
  }
  if (parsed.output.kind === 'practice') {
    const { kind, ...practice } = parsed.output;
    return { kind, practice };
  }
  if (parsed.output.kind === 'aftermath') {
    const { kind, ...aftermath } = parsed.output;
    return { kind, aftermath };
  }
  if (parsed.output.kind === 'correction') {
    const { kind, ...correction } = parsed.output;
    return { kind, correction };
  }
  const { kind, results, ...rest } = parsed.output;
  return {
    kind,
    session: {
      ...rest,
      results: results.map((result) => ({
        ...result,
        trials: result.trials.map((trial) =>
          trial.kind === 'measured' ? { ...trial, trace: [] } : trial,
        ),
      })),
    },
  };
}

function damageOf(stored: unknown, issue: v.BaseIssue<unknown>): Damage {
  const key = typeof stored === 'object' && stored && 'id' in stored ? stored.id : null;
  return { id: String(key), problem: `${v.getDotPath(issue) ?? 'row'}: ${issue.message}` };
}
