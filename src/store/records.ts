import * as v from 'valibot';
import type { Aftermath, Practice } from '../core/advice/practice.ts';
import type { ReplyRecord } from '../core/advice/replies.ts';
import type { Wish } from '../core/advice/wish.ts';
import type { Told } from '../core/safety/told.ts';
import type { Correction } from '../core/session/correction.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import type { LinkRecord } from '../core/session/own-link.ts';
import type { Session } from '../core/session/session.ts';
import type { SetUp } from '../core/session/set-up.ts';
import { linkKinds } from './link-shapes.ts';
import { packedOutline } from './packed-points.ts';
import {
  aftermathRow,
  correctionRow,
  diaryEntry,
  diaryRow,
  practiceRow,
  replyKinds,
  sessionRow,
  toldKinds,
  tombstone,
  wholeAftermath,
  wholeCorrection,
  wholePractice,
  wholeReplyRecord,
  wholeSession,
  wholeTold,
  wholeWish,
  wishRow,
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
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'practice'; readonly practice: Practice }
  | { readonly kind: 'aftermath'; readonly aftermath: Aftermath }
  | { readonly kind: 'answer'; readonly answer: ReplyRecord }
  | { readonly kind: 'link'; readonly link: LinkRecord }
  | Tombstone
  | { readonly kind: 'damaged'; readonly damage: Damage };

const rows = [
  sessionRow,
  correctionRow,
  diaryRow,
  ...toldKinds,
  wishRow,
  practiceRow,
  aftermathRow,
  ...replyKinds,
  ...linkKinds,
  tombstone,
] as const;

const row = v.variant('kind', rows);

/** A row of the records table as this code writes it. */
export type RecordRow = v.InferInput<typeof row>;

/** Every kind that a row of the records table can say it is of. */
export const recordKinds: readonly RecordRow['kind'][] = rows.map(
  ({ entries }) => entries.kind.literal,
);

type WishRow = Extract<RecordRow, { kind: 'wish' }>;

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

/** A plain copy of what was told that is fit to be stored. Throws ValiError where it is not. */
export function checkedTold(told: Told): Told {
  return v.parse(wholeTold, told);
}

/** A plain copy of a wish that is fit to be stored. Throws ValiError where it is not. */
export function checkedWish(wish: Wish): Wish {
  return v.parse(wholeWish, wish);
}

/** A plain copy of a time of exercising that is fit to be stored. Throws ValiError where it is not. */
export function checkedPractice(practice: Practice): Practice {
  return v.parse(wholePractice, practice);
}

/** A plain copy of what was told of it that is fit to be stored. Throws ValiError where it is not. */
export function checkedAftermath(aftermath: Aftermath): Aftermath {
  return v.parse(wholeAftermath, aftermath);
}

/** A plain copy of what is kept of replies that is fit to be stored. Throws ValiError where it is not. */
export function checkedReplyRecord(record: ReplyRecord): ReplyRecord {
  return v.parse(wholeReplyRecord, record);
}

/** Whether two values that were parsed are equal: their keys have the order of their schema. */
export function isSame(stored: unknown, wanted: unknown): boolean {
  return JSON.stringify(stored) === JSON.stringify(wanted);
}

/** The records row of a session, its curves left out, its outlines as numbers. Throws an Error for one out of a list: it lacks outlines. */
export function rowOf(session: Session): RecordRow {
  return {
    kind: 'session',
    ...session,
    gates: [...session.gates],
    results: session.results.map((result) => ({
      ...result,
      marks: [...result.marks],
      setUp: result.setUp && packedSetUp(result.setUp),
      trials: result.trials.map((trial) => {
        if (trial.kind === 'refused') return trial;
        const { kind, side, quantities, camera } = trial;
        return { kind, side, quantities, camera };
      }),
    })),
  };
}

function packedSetUp(setUp: SetUp): Omit<SetUp, 'outline'> & { readonly outline: Float64Array } {
  const { outline } = setUp;
  if (outline === null) throw new Error('A session of a list is not whole');
  return { ...setUp, outline: packedOutline(outline) };
}

/** The records row of what was told, and its line in a backup: it has its kind in itself. */
export function toldRow(told: Told): Extract<RecordRow, { kind: Told['kind'] }> {
  switch (told.kind) {
    case 'answered': {
      const { flags, readiness, pain } = told.answers;
      const answers = { flags: [...flags], readiness: readiness && [...readiness], pain };
      return { ...told, answers };
    }
    case 'felt':
      return { ...told, places: [...told.places] };
    default:
      return told;
  }
}

/** The records row of a wish, and its line in a backup. */
export function wishRowOf({ lacking, refused, swapped, ...wish }: Wish): WishRow {
  return {
    kind: 'wish',
    ...wish,
    lacking: [...lacking],
    refused: [...refused],
    swapped: [...swapped],
  };
}

/** The records row of what is kept of replies, and its line in a backup: parsed, it is a plain copy of its own. */
export function replyRowOf(record: ReplyRecord): Extract<RecordRow, { kind: ReplyRecord['kind'] }> {
  return record as Extract<RecordRow, { kind: ReplyRecord['kind'] }>;
}

/** What a row of the records table says. Never throws. */
export function recordOf(stored: unknown): StoredRecord {
  const parsed = v.safeParse(row, stored, { abortEarly: true });
  if (!parsed.success) return { kind: 'damaged', damage: damageOf(stored, parsed.issues[0]) };
  switch (parsed.output.kind) {
    case 'tombstone':
      return parsed.output;
    case 'diary': {
      const { kind, ...entry } = parsed.output;
      return { kind, entry };
    }
    case 'correction': {
      const { kind, ...correction } = parsed.output;
      return { kind, correction };
    }
    case 'wish': {
      const { kind, ...wish } = parsed.output;
      return { kind, wish };
    }
    case 'practice': {
      const { kind, ...practice } = parsed.output;
      return { kind, practice };
    }
    case 'aftermath': {
      const { kind, ...aftermath } = parsed.output;
      return { kind, aftermath };
    }
    case 'link':
    case 'link-fate':
      return { kind: 'link', link: parsed.output };
    case 'session': {
      const { kind, ...session } = parsed.output;
      return { kind, session: withoutCurves(session) };
    }
    case 'reply':
    case 'reply-choice':
      return { kind: 'answer', answer: parsed.output };
    default:
      return { kind: 'told', told: parsed.output };
  }
}

function withoutCurves(session: Omit<v.InferOutput<typeof sessionRow>, 'kind'>): Session {
  return {
    ...session,
    results: session.results.map((result) => ({
      ...result,
      trials: result.trials.map((trial) =>
        trial.kind === 'measured' ? { ...trial, trace: [] } : trial,
      ),
    })),
  };
}

function damageOf(stored: unknown, issue: v.BaseIssue<unknown>): Damage {
  const key = typeof stored === 'object' && stored && 'id' in stored ? stored.id : null;
  return { id: String(key), problem: `${v.getDotPath(issue) ?? 'row'}: ${issue.message}` };
}
