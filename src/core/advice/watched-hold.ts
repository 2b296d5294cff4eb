import { median } from '../signal/robust.ts';
import type { HoldSample } from './held-pose.ts';

/**
 * [Note: What counts as held] Nothing is compared with an ideal. Whoever is beyond the least angle of the exercise and
 * still for a second has reached their hold; the middle of that second is what they keep. As long as they do not come back
 * from it by more than `slack`, they hold: deeper is fine, and so is a sway.
 */

/** Chosen: a second of stillness is no pause on the way, and short against a hold of 30. It counts, too. */
const stillMs = 1000;

/** Chosen as for the hold of a test (`holdBand` in protocol/machine.ts): a hold sways more than a rest. */
const stillBand = 5;

/**
 * How far one may come back, in degrees. Chosen: twice what counts as still. The rendered holds sway by up to 2 degrees,
 * the model adds 1 to 2 more, and arms that pull on a strap tire; a leg that is let go is through it in half a second.
 */
const slack = 10;

/** Chosen: a hold that is not seen for less goes on and counts, as in a test (`lostMs` in protocol/machine.ts). */
const bridgedMs = 1000;

/** One hold as a camera follows it. Times are the frames' own, in milliseconds. */
export interface WatchedHold {
  /** How long it was held so far. */
  readonly heldMs: number;
  /** What the person keeps, in degrees; null while they are not in their hold. */
  readonly reached: number | null;
  /** When the pose was last seen to be held; null while it is not. */
  readonly lastHeldAt: number | null;
  /** The second in which they come to be still. */
  readonly still: readonly { readonly at: number; readonly angle: number }[];
}

/** A hold of which nothing was seen yet. */
export const unheld: WatchedHold = { heldMs: 0, reached: null, lastHeldAt: null, still: [] };

/** The hold after a frame, `least` being the least angle of its exercise (`leastHeld`); see [Note: What counts as held]. */
export function watchHold(hold: WatchedHold, sample: HoldSample, least: number): WatchedHold {
  if (hold.reached === null || hold.lastHeldAt === null) return comingTo(hold, sample, least);
  const { at, angle } = sample;
  if (at - hold.lastHeldAt > bridgedMs) {
    return comingTo({ ...unheld, heldMs: hold.heldMs }, sample, least);
  }
  if (angle === null || angle < Math.max(least, hold.reached - slack)) return hold;
  return { ...hold, heldMs: hold.heldMs + at - hold.lastHeldAt, lastHeldAt: at };
}

/** Whoever is on the way is in their hold once they have been still for long enough. */
function comingTo(hold: WatchedHold, { at, angle }: HoldSample, least: number): WatchedHold {
  if (angle === null || angle < least) return { ...hold, still: [] };
  const last = hold.still.at(-1);
  const isCutOff = last !== undefined && at - last.at > bridgedMs;
  const recent = [...(isCutOff ? [] : hold.still), { at, angle }];
  const moved = recent.findLastIndex((one) => Math.abs(one.angle - angle) > stillBand);
  const still = recent.slice(moved + 1);
  const since = (still[0] as { at: number }).at;
  if (at - since < stillMs) return { ...hold, still };
  const reached = median(still.map((one) => one.angle));
  return { heldMs: hold.heldMs + at - since, reached, lastHeldAt: at, still: [] };
}
