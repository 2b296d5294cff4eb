import type { Passage } from '../core/safety/gate.ts';
import type { Answered } from '../core/safety/record.ts';

/**
 * What the gate gives for one check. Only `Safety` makes one that it takes again: whoever makes an object like it, or
 * keeps one of before, begins nothing.
 */
export interface Pass {
  readonly record: Answered;
  readonly passage: Passage;
  /** Milliseconds since 1970, by this device's clock. */
  readonly madeAt: number;
}

/**
 * For how long a pass is good, in milliseconds. Chosen: half an hour, in which a camera is put up or videos are picked;
 * what one feels can change in longer.
 */
export const passLasts = 30 * 60_000;
