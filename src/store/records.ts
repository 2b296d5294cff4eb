import * as v from 'valibot';
import type { Degrees } from '../core/geometry/angle.ts';
import { quantities, refusalReasons, testIds } from '../core/protocol/protocol.ts';
import { stepEnds, type Session } from '../core/session/session.ts';
import { clothings, warmUps } from '../core/session/set-up.ts';
import { sensations } from '../core/session/trial.ts';
import { keypointNames } from '../core/body/pose.ts';

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
  /** A session was removed: stays under its id, so that no merge brings it back. */
  | { readonly kind: 'tombstone' }
  | { readonly kind: 'damaged'; readonly damage: Damage };

const side = v.picklist(['left', 'right']);
const finite = v.pipe(v.number(), v.finite());
const angle = v.custom<Degrees>(Number.isFinite, 'Invalid angle');
const halfWidth = v.custom<Degrees>(
  (value) => Number.isFinite(value) && Number(value) >= 0,
  'Invalid half-width',
);
const estimate = v.strictObject({ value: angle, halfWidth95: halfWidth });

/** A UUIDv7 in lower case. */
const id = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
);

/** Milliseconds since 1970, as far as Date reaches (8.64e15). */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

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

const point = v.strictObject({ x: finite, y: finite });

const setUp = v.strictObject({
  camera: v.nullable(v.string()),
  frame: v.strictObject({ width: finite, height: finite }),
  near: side,
  yaw: v.nullable(angle),
  height: v.nullable(finite),
  distance: v.nullable(finite),
  light: v.nullable(v.strictObject({ brightness: finite, contrast: finite })),
  outline: v.strictObject(v.entriesFromList(keypointNames, point)),
});

const mark = v.strictObject({
  sensation: v.picklist(sensations),
  trial: v.pipe(v.number(), v.integer(), v.minValue(0)),
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

const tombstoneRow = v.strictObject({ kind: v.literal('tombstone'), id, removedAt: time });

const row = v.variant('kind', [sessionRow, tombstoneRow]);

/** A row of the records table as this code writes it. */
export type RecordRow = v.InferInput<typeof row>;

/** A plain copy of a session that is fit to be stored. Throws ValiError where it is not: a bug of the caller. */
export function checked(session: Session): Session {
  return v.parse(wholeSession, session);
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
