import type { KeypointName } from '../core/body/pose.ts';
import { motionEvery, packed, unpacked, type Motion, type Places } from '../core/session/motion.ts';
import { bytesIn, textOf } from './base64.ts';
import type { SharedMotion } from './content.ts';

/** The most motions that are shared at once. Chosen: the largest thousand still fit into a file that can be read. */
export const mostMotions = 1000;

/** What a motion is of. */
export type MotionAddress = Omit<SharedMotion, 'every' | 'names' | 'places'>;

/** A motion of poses that are `motionEvery` apart; those beyond the most that it holds are left out. */
export function motionOf(
  address: MotionAddress,
  names: readonly KeypointName[],
  poses: readonly Places[],
): SharedMotion {
  const places = textOf(packed(names.length, poses));
  return { ...address, every: motionEvery, names, places };
}

/** The poses of a motion; null where `places` is no such thing. Each is off by half a step at most. */
export function posesOf({ names, places }: SharedMotion): readonly Places[] | null {
  const bytes = bytesIn(places);
  return bytes && unpacked(names.length, bytes);
}

/** A stored motion as it is shared: the same, its bytes as base64url. See [Note: Motion] in core. */
export function sharedMotion(motion: Motion): SharedMotion {
  const { sessionId, test, side, trial, frame, every, names, places } = motion;
  const { width, height } = frame;
  return {
    sessionId,
    test,
    side,
    trial,
    frame: { width, height },
    every,
    names,
    places: textOf(places),
  };
}

/** What was shared as it would be stored; null where its places are none. */
export function motionFrom(shared: SharedMotion): Motion | null {
  const places = bytesIn(shared.places);
  return places && { ...shared, places };
}
