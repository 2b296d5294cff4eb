import type { TestId } from '../core/protocol/protocol.ts';
import { m } from '../messages/generated/messages.js';

/** How a test's number went, as a sentence; a test without sides does without the side. */
export interface AmountWords {
  readonly further: (inputs: { side: string; angle: string }) => string;
  readonly lessFar: (inputs: { side: string; angle: string }) => string;
  readonly same: (inputs: { side: string; angle: string }) => string;
}

/** The words of every test. A knee that straightens further has a smaller number: it is not "up". */
export const amountWords: Readonly<Record<TestId, AmountWords>> = {
  slr: { further: m.change_up, lessFar: m.change_down, same: m.change_none },
  'forward-bend': {
    further: m.change_bend_up,
    lessFar: m.change_bend_down,
    same: m.change_bend_none,
  },
  ake: { further: m.change_knee_further, lessFar: m.change_knee_less, same: m.change_none },
  'chair-reach': {
    further: m.change_reach_further,
    lessFar: m.change_reach_less,
    same: m.change_none,
  },
};
