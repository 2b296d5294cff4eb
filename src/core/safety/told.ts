import type { BodySide } from '../body/pose.ts';
import type { Session } from '../session/session.ts';
import type { FeltPlace } from './felt.ts';
import type { SafetyRecord } from './record.ts';

/** Where the leg raise of one side of a session was felt. Never changes: of one side the last told counts. */
export interface Felt {
  readonly kind: 'felt';
  /** UUIDv7, as all records. */
  readonly id: string;
  /** When it was told: milliseconds since 1970, UTC. */
  readonly at: number;
  readonly sessionId: string;
  readonly side: BodySide;
  /** Each once; none where it was felt nowhere. */
  readonly places: readonly FeltPlace[];
}

/** The pain right after a session, 0 to 10. Never changes: of one session the last told counts. */
export interface PainAfter {
  readonly kind: 'pain-after';
  /** UUIDv7, as all records. */
  readonly id: string;
  /** When it was told: milliseconds since 1970, UTC. */
  readonly at: number;
  readonly sessionId: string;
  readonly pain: number;
}

/** What is told about one session after it. */
export type ToldAfter = Felt | PainAfter;

/** All that a person tells for their safety; each a record that never changes. */
export type Told = SafetyRecord | ToldAfter;

/** Whether a record is about one session, and goes with it. */
export function isToldAfter(told: Told): told is ToldAfter {
  return told.kind === 'felt' || told.kind === 'pain-after';
}

/** The answers and "I have been seen" among what was told. */
export function safetyRecordsIn(told: readonly Told[]): readonly SafetyRecord[] {
  return told.filter((one): one is SafetyRecord => !isToldAfter(one));
}

/** Where a leg raise was felt, as it was told last; null where it was not. */
export function feltIn(told: readonly Told[], sessionId: string, side: BodySide): Felt | null {
  const own = told.filter(
    (one): one is Felt => one.kind === 'felt' && one.sessionId === sessionId && one.side === side,
  );
  return latestOf(own);
}

/** The pain after a session, as it was told last; null where it was not. */
export function painAfterIn(told: readonly Told[], sessionId: string): number | null {
  const own = told.filter(
    (one): one is PainAfter => one.kind === 'pain-after' && one.sessionId === sessionId,
  );
  return latestOf(own)?.pain ?? null;
}

/** The pain before a session: what was told at the last of the gates before it; null where none is known. */
export function painBeforeIn(
  told: readonly Told[],
  { gates }: Pick<Session, 'gates'>,
): number | null {
  const own = told.flatMap((one) =>
    one.kind === 'answered' && gates.includes(one.id) ? [one] : [],
  );
  return latestOf(own)?.answers.pain ?? null;
}

/**
 * Where the last leg raise of each side that was told about was felt. What was told of sessions that are not here is
 * left out.
 */
export function lastFelt(
  told: readonly Told[],
  sessions: readonly Pick<Session, 'id' | 'startedAt'>[],
): readonly Felt[] {
  const newestFirst = sessions.toSorted((a, b) => b.startedAt - a.startedAt);
  return (['left', 'right'] as const).flatMap((side) => {
    for (const { id } of newestFirst) {
      const felt = feltIn(told, id, side);
      if (felt !== null) return [felt];
    }
    return [];
  });
}

/** The one told last; of the same moment the one with the greater id, so that all devices agree. */
function latestOf<One extends { readonly at: number; readonly id: string }>(
  all: readonly One[],
): One | null {
  return all.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1) ?? null;
}
