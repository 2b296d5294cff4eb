import type { SetUpProblem } from '../coach/set-up-view.ts';
import type { Fault, RefusalReason, Step, ViewProblem } from '../protocol/protocol.ts';
import type { Pause } from './situation.ts';

/** All that may be told to a person in a check. A closed list: each has a rule in cues.ts and words in the app. */
export const cueIds = [
  'pain',
  'paused',
  'over',
  'refused',
  'captured',
  'practised',
  'stretch',
  'fault',
  'return',
  'hold',
  'begin',
  'set-up-holds',
  'set-up',
  'start-position',
  'keep-still',
  'onward',
  'rest-ends',
  'rest',
  'preparing',
] as const;
export type CueId = (typeof cueIds)[number];

/** What is to be told to the person: an id, and what it is about. Never words. */
export type Cue =
  /** Pain was told, which ends the step. */
  | { readonly id: 'pain' }
  | { readonly id: 'paused'; readonly reason: Pause }
  | { readonly id: 'over'; readonly isByPain: boolean }
  /** The last repetition gives no number. */
  | { readonly id: 'refused'; readonly reason: RefusalReason }
  /** The number of the last repetition in whole degrees; null where the test's own was not among what was read. */
  | { readonly id: 'captured'; readonly angle: number | null }
  /** The practice has ended, and the next repetition counts; `reason` for which this one would not have, or null. */
  | { readonly id: 'practised'; readonly reason: RefusalReason | null }
  /** A stretch was told; the repetition goes on. */
  | { readonly id: 'stretch' }
  | { readonly id: 'fault'; readonly fault: Fault }
  /** Held for long enough: come back. */
  | { readonly id: 'return'; readonly step: Step }
  | { readonly id: 'hold' }
  /** In the start position: move. `isPractice`: for practice only. */
  | { readonly id: 'begin'; readonly step: Step; readonly isPractice: boolean }
  /** All of the set-up is as it has to be: stay. */
  | { readonly id: 'set-up-holds' }
  | { readonly id: 'set-up'; readonly step: Step; readonly problem: SetUpProblem }
  /** What a repetition cannot start without. */
  | { readonly id: 'start-position'; readonly step: Step; readonly problem: ViewProblem }
  /** In the start position, and not quiet yet. */
  | { readonly id: 'keep-still' }
  /** On the way: farther. */
  | { readonly id: 'onward'; readonly step: Step }
  | { readonly id: 'rest-ends' }
  | { readonly id: 'rest' }
  | { readonly id: 'preparing' };

/** The cue of that id. */
export type CueOf<Id extends CueId> = Extract<Cue, { readonly id: Id }>;

/** Names a cue with what it is about: cues of one name say the same. */
export function nameOf(cue: Cue): string {
  // Each cue is made in one place, with its parts in one order.
  return JSON.stringify(cue);
}
