import type { HoldSample } from './held-pose.ts';
import { unheld, watchHold, type WatchedHold } from './watched-hold.ts';

/**
 * How a hold stands that a camera counts. `into`: the person is on the way; `held`: it counts; `let-go`: it waits for them;
 * `unseen`: they are not seen, and soon it goes on by the clock; `by-clock`: it does.
 */
export type HoldStand = 'into' | 'held' | 'let-go' | 'unseen' | 'by-clock';

/** Chosen: a frame that is older says nothing about now; as long as a hold is bridged. */
const freshMs = 1000;

/** Chosen: who turns over or reaches for the strap is back in less, and whoever holds still hears of it soon. */
const unseenSaidMs = 4000;

/** Chosen: long enough to hear that one is not seen and to move, short enough for a held stretch to be still held. */
const unseenMs = 10_000;

/** The same for who has not been seen yet. Chosen: to walk to the mat, to lie down and to put a strap round the foot. */
const neverSeenMs = 30_000;

/**
 * After how long a hold goes on by the clock of somebody who is seen and has never been in it. Chosen: twice as long as
 * anyone needs to get into a stretch; then it is the camera that does not understand.
 */
const neverHeldMs = 40_000;

/** One hold that a camera counts, and for how long it has had to be waited for. */
export interface CountedHold {
  readonly hold: WatchedHold;
  /** How much of what was held has been given out, in milliseconds. */
  readonly given: number;
  /** Whether the last frame showed the body, and whether any has. */
  readonly isSeen: boolean;
  readonly wasSeen: boolean;
  /** For how long no frame has come, nobody has been seen, and nothing was held, in milliseconds of the clock. */
  readonly blindFor: number;
  readonly unseenFor: number;
  readonly idleFor: number;
  readonly isByClock: boolean;
}

/** A hold at its begin. `wasSeen`: whether the camera has seen the person before. */
export function countedHold(wasSeen: boolean): CountedHold {
  const waited = { blindFor: 0, unseenFor: 0, idleFor: 0 };
  return { hold: unheld, given: 0, isSeen: wasSeen, wasSeen, ...waited, isByClock: false };
}

/** The hold after a frame, `least` being the least angle of its exercise. */
export function seeHold(counted: CountedHold, sample: HoldSample, least: number): CountedHold {
  return {
    ...counted,
    hold: watchHold(counted.hold, sample, least),
    isSeen: sample.isSeen,
    wasSeen: counted.wasSeen || sample.isSeen,
    blindFor: 0,
  };
}

/** The hold after so many milliseconds of the clock: where it has been waited for in vain, it goes on by the clock. */
export function letPass(counted: CountedHold, ms: number): CountedHold {
  const { hold, given, isSeen, wasSeen } = counted;
  if (hold.heldMs > given) {
    return { ...counted, given: hold.heldMs, unseenFor: 0, idleFor: 0 };
  }
  const blindFor = counted.blindFor + ms;
  const isLost = !isSeen || blindFor > freshMs;
  const unseenFor = isLost ? counted.unseenFor + ms : 0;
  const idleFor = counted.idleFor + ms;
  const isByClock =
    counted.isByClock ||
    unseenFor >= (wasSeen ? unseenMs : neverSeenMs) ||
    (hold.heldMs === 0 && idleFor >= neverHeldMs);
  return { ...counted, blindFor, unseenFor, idleFor, isByClock };
}

/** How the hold stands. */
export function standOf({ hold, unseenFor, isByClock }: CountedHold): HoldStand {
  if (isByClock) return 'by-clock';
  if (unseenFor >= unseenSaidMs) return 'unseen';
  if (hold.reached !== null) return 'held';
  return hold.heldMs > 0 ? 'let-go' : 'into';
}
