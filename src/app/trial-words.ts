import type { RefusalReason, TestId } from '../core/protocol/protocol.ts';
import type { Result } from '../core/session/session.ts';
import { m } from '../messages/generated/messages.js';
import { listText, numberText } from './intl.ts';
import { refusalText } from './refusal-words.ts';
import { measuredOf, refusalsOf } from './result-view.ts';

/** What a test's repetitions are called. */
interface RepetitionWords {
  readonly counted: (inputs: { count: number; values: string }) => string;
  readonly refused: (inputs: { count: number; reason: string }) => string;
  readonly unseen: (inputs: { reason: string }) => string;
}

const repetitionWords: Readonly<Record<TestId, RepetitionWords>> = {
  slr: { counted: m.from_lifts, refused: m.lifts_refused, unseen: m.no_lift_seen },
  'forward-bend': { counted: m.from_bends, refused: m.bends_refused, unseen: m.no_bend_seen },
  ake: { counted: m.from_tries, refused: m.tries_refused, unseen: m.no_try_seen },
  'chair-reach': { counted: m.from_reaches, refused: m.reaches_refused, unseen: m.no_reach_seen },
};

/** Which repetitions a number comes from: "from three lifts: 71, 72, 74". */
export function countedText(result: Result): string {
  const numbers = measuredOf(result);
  const values = listText(numbers.map(({ estimate }) => numberText(estimate.value)));
  return repetitionWords[result.test].counted({ count: numbers.length, values });
}

/** Reasons for which there was no repetition to be counted at all. */
const neverBegan: ReadonlySet<RefusalReason> = new Set([
  'nobody',
  'far-leg',
  'not-side-on',
  'no-movement',
]);

/** Which repetitions were not counted and why, a sentence for each reason. */
export function refusedTexts(result: Result): readonly string[] {
  const { refused, unseen } = repetitionWords[result.test];
  return refusalsOf(result).map(({ reason, count, worst }) => {
    const inputs = { count, reason: refusalText(worst) };
    return neverBegan.has(reason) ? unseen(inputs) : refused(inputs);
  });
}
