import type { FeltPlace } from '../core/safety/felt.ts';
import { meaningfulRise, mostPull, type StopSign } from '../core/safety/pain.ts';
import { m } from '../messages/generated/messages.js';
import { numberText } from './intl.ts';

/** What to stop at, each as a sentence. */
export const stopWords: Readonly<Record<StopSign, () => string>> = {
  sharp: m.pain_stop_sharp,
  numb: m.pain_stop_numb,
  'below-knee': m.pain_stop_below_knee,
  rising: () => m.pain_stop_rising({ rise: numberText(meaningfulRise) }),
};

/** How strong a stretch may feel. */
export function pullText(): string {
  return m.pain_pull({ most: numberText(mostPull) });
}

/** That pain rose so far that it is enough for today. */
export function risenText(before: number, now: number): string {
  return m.pain_risen({ rise: numberText(now - before) });
}

/** The places where a leg raise may be felt. */
export const feltWords: Readonly<Record<FeltPlace, () => string>> = {
  thigh: m.felt_thigh,
  'behind-knee': m.felt_behind_knee,
  'calf-or-foot': m.felt_calf_or_foot,
  back: m.felt_back,
  tingling: m.felt_tingling,
};

const whyHeld: Readonly<Partial<Record<FeltPlace, () => string>>> = {
  'calf-or-foot': m.felt_calf_or_foot_why,
  back: m.felt_back_why,
  tingling: m.felt_tingling_why,
};

/** Why nothing gets harder after feeling it there; null where it may. */
export function heldText(place: FeltPlace): string | null {
  return whyHeld[place]?.() ?? null;
}
