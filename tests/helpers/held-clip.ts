import type { PoseEstimator } from '../../src/app/engine.svelte.ts';
import { SecondLook, type HeldPicture } from '../../src/app/second-look.ts';
import { resultOf } from '../../src/core/measure/result.ts';
import { measureTrial } from '../../src/core/measure/trial.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import type { Result, Session } from '../../src/core/session/session.ts';
import { openVideo } from '../../src/pose/video-file.ts';
import raiseClip from '../fixtures/clips/slr_right.webm?url';
import { goodRaise } from './recorded.ts';
import { sessionOn, untold } from './sessions.ts';

/** The step that the clip was filmed for. */
export const rightLeg: Step = { test: 'slr', side: 'right' };

const never = new AbortController().signal;

/** Shows the clip of a right leg raise to a second look; the copies are in it then. Without a larger model where none is given. */
export async function shownClip(
  larger: PoseEstimator | null = null,
  onlost?: () => void,
): Promise<SecondLook> {
  const secondLook = new SecondLook(() => larger, onlost);
  const source = await openVideo(await (await fetch(raiseClip)).blob());
  const times = goodRaise.map(({ capturedAt }) => capturedAt);
  for (const capturedAt of times) {
    const frame = await source.next(never);
    if (frame === null) break;
    await secondLook.keep({ picture: frame.picture, capturedAt });
    frame.picture.close();
  }
  source.close();
  return secondLook;
}

let clip: Promise<SecondLook> | null = null;

/** The real held frame of the clip, as a check keeps it. Every call gives a picture of its own. */
export async function heldInClip(): Promise<HeldPicture> {
  clip ??= shownClip().then(async (secondLook) => {
    await secondLook.look(goodRaise, rightLeg);
    return secondLook;
  });
  taken ??= (await clip).takeHeld();
  if (taken === null) throw new Error('The clip shows no hold');
  return { ...taken, picture: await createImageBitmap(taken.picture) };
}

let taken: HeldPicture | null = null;

/** What the clip measures, as often as wanted. */
function resultInClip(repetitions = 1): Result {
  const trials = Array.from({ length: repetitions }, () => measureTrial(goodRaise, rightLeg));
  return resultOf(rightLeg, trials, untold);
}

/** A visit that measured the clip. */
export function visitToClip(repetitions = 1): Session {
  return sessionOn(0, [resultInClip(repetitions)]);
}
