import type { Session } from '../session/session.ts';
import { holdingBack, type FeltPlace } from './felt.ts';
import { gate, type Passage } from './gate.ts';
import { stateOf, type Answered, type SafetyRecord } from './record.ts';
import { lastFelt, safetyRecordsIn, type Told } from './told.ts';

/** Why exercises are not made harder for now. */
export interface Hold {
  /** Since when: milliseconds since 1970. */
  readonly since: number;
  /** Where a leg raise was felt that speaks against more. */
  readonly places: readonly FeltPlace[];
  /** Whether the answers of the last gate speak against more. */
  readonly isByGate: boolean;
}

/** What the last gate led to; null before the first. */
export function lastPassage(records: readonly SafetyRecord[]): Passage | null {
  const last = records
    .filter((one): one is Answered => one.kind === 'answered')
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .at(-1);
  if (last === undefined) return null;
  return gate(stateOf(records.filter((one) => one.at <= last.at && one !== last)), last);
}

/** What holds the exercises back now; null where nothing does. */
export function holdOf(
  told: readonly Told[],
  sessions: readonly Pick<Session, 'id' | 'startedAt'>[],
): Hold | null {
  const records = safetyRecordsIn(told);
  const holding = lastFelt(told, sessions).filter(({ places }) => holdingBack(places).length > 0);
  const isByGate = lastPassage(records)?.mayProgress === false;
  const answered = records.filter(({ kind }) => kind === 'answered').map(({ at }) => at);
  const since = [...holding.map(({ at }) => at), ...(isByGate ? [Math.max(...answered)] : [])];
  if (since.length === 0) return null;
  return {
    since: Math.min(...since),
    places: holdingBack(holding.flatMap(({ places }) => places)),
    isByGate,
  };
}
