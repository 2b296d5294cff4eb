import * as v from 'valibot';
import { quantities, refusalReasons, testIds } from '../core/protocol/protocol.ts';
import { movable, type Correction } from '../core/session/correction.ts';
import { stepEnds, type Session } from '../core/session/session.ts';
import { clothings, warmUps } from '../core/session/set-up.ts';
import { sensations } from '../core/session/trial.ts';
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

/** A row that is not what this code writes: skipped wherever sessions are read, and told of. */
export interface Damage {
  /** The row's key. */
  readonly id: string;
  /** Where it is wrong and what was expected there: for a fault report, not for the person. */
  readonly problem: string;
}

/** What the records table holds. A session's curves are empty here: they lie in the traces table. */
export type StoredRecord =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'correction'; readonly correction: Correction }
  /** A session or correction was removed: stays under its id, so that no merge brings it back. */
  | { readonly kind: 'tombstone' }
  | { readonly kind: 'damaged'; readonly damage: Damage };

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

const setUp = v.strictObject({
  camera: v.nullable(v.string()),
  frame: frameSize,
  near: side,
  yaw: v.nullable(angle),
  height: v.nullable(finite),
  distance: v.nullable(finite),
  light: v.nullable(v.strictObject({ brightness: finite, contrast: finite })),
  outline,
});

const mark = v.strictObject({
  sensation: v.picklist(sensations),
  trial: index,
  angle: v.nullable(angle),
});

/** A step of a check. */
export const step = v.strictObject({ test: v.picklist(testIds), side: v.nullable(side) });

/** A session's shape around its trials, with their curves or without. */
function sessionOf<Trial extends v.GenericSchema>(trial: Trial) {
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
    results: v.array(
      v.strictObject({
        ...step.entries,
        estimate: v.nullable(estimate),
        trials: v.array(trial),
        marks: v.array(mark),
        setUp: v.nullable(setUp),
        end: v.nullable(v.picklist(stepEnds)),
      }),
    ),
  };
}

/** One trial's curve, as in core. */
export const trace = v.array(v.strictObject({ at: finite, angle: finite }));

/** A session with its curves. */
export const wholeSession: v.GenericSchema<unknown, Session> = v.strictObject(
  sessionOf(v.variant('kind', [v.strictObject({ ...measuredTrial.entries, trace }), refusedTrial])),
);

const sessionRow = v.strictObject({
  kind: v.literal('session'),
  ...sessionOf(v.variant('kind', [measuredTrial, refusedTrial])),
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

const wholeCorrection: v.GenericSchema<unknown, Correction> = v.strictObject(correctionEntries);

const correctionRow = v.strictObject({ kind: v.literal('correction'), ...correctionEntries });

const tombstoneRow = v.strictObject({ kind: v.literal('tombstone'), id, removedAt: time });

const row = v.variant('kind', [sessionRow, correctionRow, tombstoneRow]);

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

/** Whether two values made of checked sessions are equal: their keys always have the same order. */
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
  const parsed = v.safeParse(row, stored);
  if (!parsed.success) return { kind: 'damaged', damage: damageOf(stored, parsed.issues[0]) };
  if (parsed.output.kind === 'tombstone') return { kind: 'tombstone' };
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
