import { cueFor } from '../core/guidance/cues.ts';
import type { Situation } from '../core/guidance/situation.ts';
import { angleText, numberText } from './intl.ts';

/**
 * The one number of the stage: after a repetition what was measured, while the person moves what the picture
 * shows (`angle`, degrees), in a rest the seconds that are left; empty while there is none.
 */
export function shownNumber(now: Situation, angle: number | null): string {
  const cue = cueFor(now);
  if (cue.id === 'captured') return cue.angle === null ? '' : angleText(cue.angle);
  if (now.at === 'resting') return numberText(Math.ceil(now.secondsLeft));
  return now.at !== 'trial' || angle === null ? '' : angleText(angle);
}
