import type { RefusalReason } from '../core/protocol/protocol.ts';
import type { Result } from '../core/session/session.ts';
import { m } from '../messages/generated/messages.js';
import { listText, numberText } from './intl.ts';
import { refusalText } from './refusal-words.ts';
import { numbersOf, refusalsOf } from './result-view.ts';

/** Which repetitions a number comes from: "from three lifts: 71, 72, 74". */
export function countedText(result: Result): string {
  const numbers = numbersOf(result);
  const inputs = { count: numbers.length, values: listText(numbers.map(numberText)) };
  return result.test === 'forward-bend' ? m.from_bends(inputs) : m.from_lifts(inputs);
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
  const isBend = result.test === 'forward-bend';
  return refusalsOf(result).map(({ reason, count, worst }) => {
    const inputs = { count, reason: refusalText(worst) };
    if (neverBegan.has(reason)) return isBend ? m.no_bend_seen(inputs) : m.no_lift_seen(inputs);
    return isBend ? m.bends_refused(inputs) : m.lifts_refused(inputs);
  });
}
