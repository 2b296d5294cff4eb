import type { BodySide } from '../core/body/pose.ts';
import type { TestId } from '../core/protocol/protocol.ts';
import { m } from '../messages/generated/messages.js';

/** What is said through one repetition. */
export interface MovementWords {
  /** In the start position: begin. */
  readonly begin: (side: BodySide | null) => string;
  /** On the way to the end of range. */
  readonly onward: () => string;
  /** After a hold that was long enough: come back. */
  readonly back: () => string;
}

/** The words of every test on the stage, three at most each. */
export const movementWords: Readonly<Record<TestId, MovementWords>> = {
  slr: {
    begin: (side) => (side === 'left' ? m.cue_raise_left() : m.cue_raise_right()),
    onward: m.cue_higher,
    back: m.cue_lower,
  },
  'forward-bend': { begin: () => m.cue_bend(), onward: m.cue_deeper, back: m.cue_rise },
  ake: {
    begin: (side) => (side === 'left' ? m.cue_straighten_left() : m.cue_straighten_right()),
    onward: m.cue_straighter,
    back: m.cue_bend_knee,
  },
  'chair-reach': { begin: () => m.cue_reach(), onward: m.cue_forward, back: m.cue_sit_up },
};
