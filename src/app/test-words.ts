import type { BodySide } from '../core/body/pose.ts';
import type { Step, TestId } from '../core/protocol/protocol.ts';
import { m } from '../messages/generated/messages.js';

/** The name of each test. */
export const testWords: Readonly<Record<TestId, () => string>> = {
  slr: m.test_slr,
  'forward-bend': m.test_forward_bend,
  ake: m.test_ake,
  'chair-reach': m.test_chair_reach,
};

/** What the number of a test means, as a sentence; null where its name says it. */
export const meaningWords: Readonly<Record<TestId, (() => string) | null>> = {
  slr: null,
  'forward-bend': null,
  ake: m.meaning_knee,
  'chair-reach': m.meaning_reach,
};

/** The word for each side of the body, within a sentence. */
export const sideWords: Readonly<Record<BodySide, () => string>> = {
  left: m.side_left,
  right: m.side_right,
};

/** The name of a step: "Leg raise, left". */
export function stepText({ test, side }: Step): string {
  const name = testWords[test]();
  return side === null ? name : m.result_of({ test: name, side: sideWords[side]() });
}
