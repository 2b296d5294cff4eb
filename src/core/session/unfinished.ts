import type { Step } from '../protocol/protocol.ts';
import type { Motion } from './motion.ts';
import type { Session } from './session.ts';

/** A check that is under way, or was cut off by a crash or a reload: enough to go on with it. */
export interface Unfinished {
  /** What it has given so far; the last result may be unfinished. */
  readonly session: Session;
  readonly steps: readonly [Step, ...Step[]];
  /** The motions of all its trials that were measured: which of them is kept is told by its end. */
  readonly motions: readonly Motion[];
}

/** The steps that are still to be done: the last one that was begun may be unfinished. */
export function stepsLeft({
  session,
  steps,
}: Pick<Unfinished, 'session' | 'steps'>): readonly Step[] {
  return steps.slice(Math.max(0, session.results.length - 1));
}
