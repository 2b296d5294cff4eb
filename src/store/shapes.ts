import * as v from 'valibot';
import { needs } from '../core/advice/circumstances.ts';
import { exerciseIds } from '../core/advice/exercises.ts';
import { askedAt, type Aftermath, type Practice } from '../core/advice/practice.ts';
import type { ReplyRecord } from '../core/advice/replies.ts';
import type { Wish } from '../core/advice/wish.ts';
import { quantities, refusalReasons, testIds } from '../core/protocol/protocol.ts';
import { feltPlaces } from '../core/safety/felt.ts';
import { flagIds } from '../core/safety/flags.ts';
import { compared, isPain } from '../core/safety/pain.ts';
import { readinessIds } from '../core/safety/readiness.ts';
import type { Told } from '../core/safety/told.ts';
import { movable, type Correction } from '../core/session/correction.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import { stepEnds, type Session } from '../core/session/session.ts';
import { clothings, warmUps } from '../core/session/set-up.ts';
import { sensations } from '../core/session/trial.ts';
import { storedOutline } from './packed-points.ts';
import { replyEntries } from './reply-values.ts';
import {
  angle,
  estimate,
  finite,
  frameSize,
  id,
  index,
  outline,
  point,
  side,
  time,
  trialAddress,
} from './values.ts';

const refusedTrial = v.strictObject({
  kind: v.literal('refused'),
  reason: v.picklist(refusalReasons),
  amount: v.nullable(angle),
});

const measuredTrial = v.strictObject({
  kind: v.literal('measured'),
  side,
  quantities: v.strictObject(v.entriesFromList(quantities, v.exactOptional(estimate))),
  camera: v.nullable(v.strictObject({ yaw: angle, pitch: angle, distance: finite })),
});

const setUpEntries = {
  camera: v.nullable(v.string()),
  frame: frameSize,
  near: side,
  yaw: v.nullable(angle),
  height: v.nullable(finite),
  distance: v.nullable(finite),
  light: v.nullable(v.strictObject({ brightness: finite, contrast: finite })),
};

const mark = v.strictObject({
  sensation: v.picklist(sensations),
  trial: index,
  angle: v.nullable(angle),
});

/** A step of a check. */
export const step = v.strictObject({ test: v.picklist(testIds), side: v.nullable(side) });

/** A session's shape around its trials, with their curves or without, and the outlines of its set-ups. */
function sessionOf<Trial extends v.GenericSchema, Points extends v.GenericSchema>(
  trial: Trial,
  points: Points,
) {
  return {
    id,
    startedAt: time,
    timeZone: v.pipe(v.string(), v.check(isTimeZone, 'Unknown time zone')),
    origin: v.picklist(['camera', 'video', 'sample']),
    firstSide: v.nullable(side),
    conditions: v.strictObject({
      warmUp: v.nullable(v.picklist(warmUps)),
      clothing: v.nullable(v.picklist(clothings)),
    }),
    gates: v.array(id),
    results: v.array(
      v.strictObject({
        ...step.entries,
        estimate: v.nullable(estimate),
        trials: v.array(trial),
        marks: v.array(mark),
        setUp: v.nullable(v.strictObject({ ...setUpEntries, outline: points })),
        end: v.nullable(v.picklist(stepEnds)),
      }),
    ),
  };
}

/** One trial's curve, as in core. */
export const trace = v.array(v.strictObject({ at: finite, angle: finite }));

const wholeEntries = sessionOf(
  v.variant('kind', [v.strictObject({ ...measuredTrial.entries, trace }), refusedTrial]),
  outline,
);

/** A session with its curves. */
export const wholeSession: v.GenericSchema<unknown, Session> = v.strictObject(wholeEntries);

/** A session with its curves as a line: with its kind. */
export const sessionLine = v.strictObject({ kind: v.literal('session'), ...wholeEntries });

/** A session as a row: with its kind, its curves left out, its outlines as numbers: [Note: Packed points]. */
export const sessionRow = v.strictObject({
  kind: v.literal('session'),
  ...sessionOf(v.variant('kind', [measuredTrial, refusedTrial]), storedOutline),
});

const correctionEntries = {
  id,
  ...trialAddress,
  correctedAt: time,
  joints: v.strictObject(
    v.entriesFromList(movable, v.exactOptional(v.strictObject({ before: point, after: point }))),
  ),
  estimate,
  automatic: estimate,
};

/** A correction. */
export const wholeCorrection: v.GenericSchema<unknown, Correction> =
  v.strictObject(correctionEntries);

/** Chosen: as long as a page of writing. */
const longestNote = 4000;

const diaryEntries = {
  id,
  at: time,
  note: v.pipe(v.string(), v.maxLength(longestNote)),
  /** A day has 1440. */
  minutes: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1440))),
  pain: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
};

/** What a person wrote down of a day. */
export const diaryEntry: v.GenericSchema<unknown, DiaryEntry> = v.strictObject(diaryEntries);

const practiceEntries = {
  id,
  at: time,
  worked: v.array(
    v.strictObject({
      exercise: v.picklist(exerciseIds),
      side: v.nullable(side),
      /** A day has 86,400. */
      seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
    }),
  ),
};

/** One time of exercising. */
export const wholePractice: v.GenericSchema<unknown, Practice> = v.strictObject(practiceEntries);

const aftermathEntries = {
  id,
  practiceId: id,
  at: time,
  asked: v.picklist(askedAt),
  pain: diaryEntries.pain,
  compared: v.nullable(v.picklist(compared)),
};

/** What was told of one time of exercising. */
export const wholeAftermath: v.GenericSchema<unknown, Aftermath> = v.strictObject(aftermathEntries);

/** A correction as a row or a line: with its kind. */
export const correctionRow = v.strictObject({
  kind: v.literal('correction'),
  ...correctionEntries,
});

/** A diary entry as a row or a line: with its kind. */
export const diaryRow = v.strictObject({ kind: v.literal('diary'), ...diaryEntries });

const told = { id, at: time };
const pain = v.pipe(v.number(), v.check(isPain, 'No pain from 0 to 10'));

/** What a person tells for their safety, as a record, a row and a line alike: it has its kind in itself. */
export const toldKinds = [
  v.strictObject({
    kind: v.literal('answered'),
    ...told,
    answers: v.strictObject({
      flags: v.array(v.picklist(flagIds)),
      readiness: v.nullable(v.array(v.picklist(readinessIds))),
      pain: v.nullable(pain),
    }),
  }),
  v.strictObject({ kind: v.literal('seen'), ...told }),
  v.strictObject({
    kind: v.literal('felt'),
    ...told,
    sessionId: id,
    side,
    places: v.array(v.picklist(feltPlaces)),
  }),
  v.strictObject({ kind: v.literal('pain-after'), ...told, sessionId: id, pain }),
] as const;

/** What a person told for their safety. */
export const wholeTold: v.GenericSchema<unknown, Told> = v.variant('kind', [...toldKinds]);

const wishEntries = {
  id,
  at: time,
  lacking: v.array(v.picklist(needs)),
  refused: v.array(v.picklist(exerciseIds)),
  swapped: v.array(
    v.strictObject({ exercise: v.picklist(exerciseIds), rather: v.picklist(exerciseIds) }),
  ),
  minutes: v.nullable(v.pipe(v.number(), v.minValue(1))),
};

/** What a person wants of their plan. */
export const wholeWish: v.GenericSchema<unknown, Wish> = v.strictObject(wishEntries);

/** A wish as a row or a line: with its kind. */
export const wishRow = v.strictObject({ kind: v.literal('wish'), ...wishEntries });

/** One time of exercising as a row or a line: with its kind. */
export const practiceRow = v.strictObject({ kind: v.literal('practice'), ...practiceEntries });

/** What was told of it as a row or a line: with its kind. */
export const aftermathRow = v.strictObject({ kind: v.literal('aftermath'), ...aftermathEntries });

/** What is kept of therapists' replies, as a record, a row and a line alike: it has its kind in itself. */
export const replyKinds = [
  v.strictObject({ kind: v.literal('reply'), ...told, reply: v.strictObject(replyEntries) }),
  v.strictObject({
    kind: v.literal('reply-choice'),
    ...told,
    reply: v.nullable(id),
    newest: time,
  }),
] as const;

/** What is kept of therapists' replies. */
export const wholeReplyRecord: v.GenericSchema<unknown, ReplyRecord> = v.variant('kind', [
  ...replyKinds,
]);

/** What stays of a removed record. */
export const tombstone = v.strictObject({ kind: v.literal('tombstone'), id, removedAt: time });

const knownTimeZones = new Set<string>();

/** Whether Intl knows it. Remembered: asking costs 0.3 ms, and a history has few zones. */
function isTimeZone(name: string): boolean {
  if (knownTimeZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  knownTimeZones.add(name);
  return true;
}
