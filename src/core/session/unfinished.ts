import type { Step } from '../protocol/protocol.ts';
import type { Session } from './session.ts';

/** A check that is under way, or was cut off by a crash or a reload: enough to go on with it. */
export interface Unfinished {
  /** What it has given so far; the last result may be unfinished. */
  readonly session: Session;
  readonly steps: readonly [Step, ...Step[]];
}
