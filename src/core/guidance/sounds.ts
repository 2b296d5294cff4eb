import { protocolOf } from '../protocol/catalogue.ts';
import { nameOf, type CueId } from './cue.ts';
import { cueFor } from './cues.ts';
import type { Situation } from './situation.ts';

/** The short sounds: a number was read, a repetition does not count, what was told or practised is noted, the set-up is done. */
export const sounds = ['captured', 'refused', 'marked', 'set-up'] as const;
export type Sound = (typeof sounds)[number];

/** The cues that are heard as well as said. */
const soundOf: Readonly<Partial<Record<CueId, Sound>>> = {
  captured: 'captured',
  refused: 'refused',
  practised: 'marked',
  stretch: 'marked',
  pain: 'marked',
};

/** Chosen: no test moves farther (a supple leg raise: 120 degrees), and 10 degrees are a whole tone of two octaves. */
const wholeRange = 120;

/** The sound of going from one situation to the next; null for none. */
export function soundBetween(before: Situation, now: Situation): Sound | null {
  if (before.at === 'setting-up' && now.at === 'trial') return 'set-up';
  const cue = cueFor(now);
  return nameOf(cue) === nameOf(cueFor(before)) ? null : (soundOf[cue.id] ?? null);
}

/**
 * How far the person has moved from their own start position, 0 to 1 of the whole range, growing towards the
 * end of range in every test; null while they do not move. `angle` is the shown number in degrees.
 */
export function movedShare(now: Situation, angle: number | null): number | null {
  if (now.at !== 'trial' || angle === null) return null;
  const { phase, step } = now;
  if (phase.phase !== 'moving' && phase.phase !== 'holding') return null;
  const { direction, fromRest } = protocolOf(step.test);
  const moved = fromRest ? angle : (angle - phase.rest) * direction;
  return Math.min(1, Math.max(0, moved / wholeRange));
}
