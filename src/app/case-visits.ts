import type { Step } from '../core/protocol/protocol.ts';
import type { SafetyRecord } from '../core/safety/record.ts';
import { stepPhrase, valuePhrase } from '../share/phrases.ts';
import { goniometerOf, type Checked, type GoniometerValue } from '../share/goniometer.ts';
import {
  countedPhrase,
  markPhrases,
  safetyPhrase,
  setUpPhrase,
  conditionsPhrase,
  oddPhrase,
} from '../share/report-sections.ts';
import type { SharedResult, SharedSession } from '../share/content.ts';
import { m } from '../messages/generated/messages.js';
import { belongsTo } from '../core/session/session.ts';
import { shareWords } from './share-words.ts';

/** One result of a visit in words. */
export interface CaseResult extends Step {
  /** "Leg raise, left". */
  readonly name: string;
  /** The number with all that stands beside it. */
  readonly value: string;
  /** What is typed in its place would be the next. Null where none was typed. */
  readonly goniometer: GoniometerValue | null;
  /** Whether there is a number that another can stand beside. */
  readonly isMeasured: boolean;
  /** Repetitions, marks, set-up. */
  readonly lines: readonly string[];
}

/** One visit in words. */
export interface CaseVisit {
  readonly id: string;
  readonly at: number;
  readonly timeZone: string;
  readonly results: readonly CaseResult[];
  /** Conditions, and what the safety questions were answered. */
  readonly lines: readonly string[];
}

/** Chosen: the questions are asked right before a check; half a day holds a check that was resumed. */
const nearMs = 12 * 3_600_000;

/** The visits in words, newest first. */
export function caseVisits(all: Checked): readonly CaseVisit[] {
  return all.sessions.toReversed().map((session) => ({
    id: session.id,
    at: session.startedAt,
    timeZone: session.timeZone,
    results: session.results.map((result) => caseResult(session, result, all)),
    lines: [
      ...(session.origin === 'video' ? [m.data_from_video()] : []),
      ...conditionsPhrase(session, shareWords),
      ...safetyOf(session, all).map((record) => safetyPhrase(record, shareWords)),
    ],
  }));
}

function caseResult(session: SharedSession, result: SharedResult, all: Checked): CaseResult {
  const { test, side, estimate, automatic } = result;
  const goniometer = goniometerOf(all, session.id, result);
  const odd = all.lines
    .find((line) => belongsTo(line, result))
    ?.odd.find(({ sessionId }) => sessionId === session.id);
  return {
    test,
    side,
    name: stepPhrase(result, shareWords),
    value:
      estimate === null
        ? m.share_no_number()
        : valuePhrase({ estimate, automatic, goniometer }, shareWords),
    goniometer,
    isMeasured: estimate !== null,
    lines: [
      countedPhrase(result, shareWords),
      ...markPhrases(session, result, shareWords),
      setUpPhrase(result, shareWords),
      ...(odd === undefined ? [] : [oddPhrase(session, result, odd, shareWords)]),
    ],
  };
}

/** The answers that were given for a visit: those nearest to it, within half a day. */
function safetyOf(session: SharedSession, { safety, sessions }: Checked): readonly SafetyRecord[] {
  return safety.filter(({ at }) => {
    const apart = Math.abs(at - session.startedAt);
    return apart <= nearMs && sessions.every(({ startedAt }) => Math.abs(at - startedAt) >= apart);
  });
}
