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

/** Which repetitions were not counted and why, a sentence for each reason. */
export function refusedTexts(result: Result): readonly string[] {
  return refusalsOf(result).map(({ count, worst }) => {
    const inputs = { count, reason: refusalText(worst) };
    return result.test === 'forward-bend' ? m.bends_refused(inputs) : m.lifts_refused(inputs);
  });
}
