import * as v from 'valibot';
import type { Aftermath, Practice } from '../../core/advice/practice.ts';
import type { ReplyRecord } from '../../core/advice/replies.ts';
import type { Wish } from '../../core/advice/wish.ts';
import type { Told } from '../../core/safety/told.ts';
import type { Correction } from '../../core/session/correction.ts';
import type { Motion } from '../../core/session/motion.ts';
import type { DiaryEntry } from '../../core/session/diary.ts';
import type { LinkRecord } from '../../core/session/own-link.ts';
import type { Session } from '../../core/session/session.ts';
import { linkKinds } from '../link-shapes.ts';
import { hasPoses, motionEntries, motionKey } from '../motions.ts';
import { keptPicture, pictureKey, type KeptPicture } from '../pictures.ts';
import type { Tombstone } from '../records.ts';
import {
  aftermathRow,
  correctionRow,
  diaryRow,
  practiceRow,
  replyKinds,
  sessionLine,
  toldKinds,
  tombstone,
  wishRow,
} from '../shapes.ts';

/** One record as it goes into a backup and is merged, by its id: of a picture or a motion the key of its own. */
export type BackupRecord =
  | { readonly kind: 'session'; readonly id: string; readonly session: Session }
  | { readonly kind: 'correction'; readonly id: string; readonly correction: Correction }
  | { readonly kind: 'diary'; readonly id: string; readonly entry: DiaryEntry }
  | { readonly kind: 'told'; readonly id: string; readonly told: Told }
  | { readonly kind: 'wish'; readonly id: string; readonly wish: Wish }
  | { readonly kind: 'practice'; readonly id: string; readonly practice: Practice }
  | { readonly kind: 'aftermath'; readonly id: string; readonly aftermath: Aftermath }
  | { readonly kind: 'answer'; readonly id: string; readonly answer: ReplyRecord }
  | { readonly kind: 'link'; readonly id: string; readonly link: LinkRecord }
  | { readonly kind: 'picture'; readonly id: string; readonly picture: KeptPicture }
  | { readonly kind: 'motion'; readonly id: string; readonly motion: Motion }
  | Tombstone;

/** Chosen: ten times the largest picture that the app keeps. */
const longestPicture = 4 * 2 ** 20;

const pictureLine = v.strictObject({
  kind: v.literal('picture'),
  // In the place that they have in a row: equal records have equal lines.
  ...keptPicture.entries,
  bytes: v.pipe(v.string(), v.maxLength(longestPicture), v.base64(), v.transform(bytesOf)),
});

/** Chosen: as base64 twice the most that a motion is, so that it may one day have more points. */
const longestMotion = 24_000;

const motionLine = v.strictObject({
  kind: v.literal('motion'),
  ...motionEntries,
  places: v.pipe(
    v.string(),
    v.maxLength(longestMotion),
    v.base64(),
    v.transform((text) => new Uint8Array(bytesOf(text))),
  ),
});

const line = v.variant('kind', [
  sessionLine,
  correctionRow,
  diaryRow,
  ...toldKinds,
  wishRow,
  practiceRow,
  aftermathRow,
  ...replyKinds,
  ...linkKinds,
  tombstone,
  pictureLine,
  motionLine,
]);

/** The record of a parsed line; null where it is none that Limber writes. Never throws. */
export function recordIn(parsed: unknown): BackupRecord | null {
  const found = v.safeParse(line, parsed, { abortEarly: true });
  if (!found.success) return null;
  switch (found.output.kind) {
    case 'session': {
      const { kind, ...session } = found.output;
      return { kind, id: session.id, session };
    }
    case 'correction': {
      const { kind, ...correction } = found.output;
      return { kind, id: correction.id, correction };
    }
    case 'diary': {
      const { kind, ...entry } = found.output;
      return { kind, id: entry.id, entry };
    }
    case 'practice': {
      const { kind, ...practice } = found.output;
      return { kind, id: practice.id, practice };
    }
    case 'aftermath': {
      const { kind, ...aftermath } = found.output;
      return { kind, id: aftermath.id, aftermath };
    }
    case 'picture': {
      const { kind, ...picture } = found.output;
      return { kind, id: pictureKey(picture), picture };
    }
    case 'motion': {
      const { kind, ...motion } = found.output;
      return hasPoses(motion) ? { kind, id: motionKey(motion), motion } : null;
    }
    case 'wish': {
      const { kind, ...wish } = found.output;
      return { kind, id: wish.id, wish };
    }
    case 'reply':
    case 'reply-choice':
      return { kind: 'answer', id: found.output.id, answer: found.output };
    case 'link':
    case 'link-fate':
      return { kind: 'link', id: found.output.id, link: found.output };
    case 'tombstone':
      return found.output;
    default:
      return { kind: 'told', id: found.output.id, told: found.output };
  }
}

/** A session with its curves as a record. */
export function sessionRecord(session: Session): BackupRecord {
  return { kind: 'session', id: session.id, session };
}

/** A kept picture as a record. */
export function pictureRecord(picture: KeptPicture): BackupRecord {
  return { kind: 'picture', id: pictureKey(picture), picture };
}

/** A motion as a record. */
export function motionRecord(motion: Motion): BackupRecord {
  return { kind: 'motion', id: motionKey(motion), motion };
}

/** The line of a record, as `recordIn` reads it: the same for records that are equal. */
export function lineOf(record: BackupRecord): string {
  switch (record.kind) {
    case 'session':
      return JSON.stringify({ kind: 'session', ...record.session });
    case 'correction':
      return JSON.stringify({ kind: 'correction', ...record.correction });
    case 'diary':
      return JSON.stringify({ kind: 'diary', ...record.entry });
    case 'told':
      return JSON.stringify(record.told);
    case 'wish':
      return JSON.stringify({ kind: 'wish', ...record.wish });
    case 'practice':
      return JSON.stringify({ kind: 'practice', ...record.practice });
    case 'aftermath':
      return JSON.stringify({ kind: 'aftermath', ...record.aftermath });
    case 'answer':
      return JSON.stringify(record.answer);
    case 'link':
      return JSON.stringify(record.link);
    case 'picture':
      return JSON.stringify({
        kind: 'picture',
        ...record.picture,
        bytes: textOf(record.picture.bytes),
      });
    case 'motion':
      return JSON.stringify({
        kind: 'motion',
        ...record.motion,
        places: textOf(record.motion.places),
      });
    case 'tombstone':
      return JSON.stringify(record);
  }
}

function textOf(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}
