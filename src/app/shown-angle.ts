import { protocolOf } from '../core/protocol/catalogue.ts';
import type { Check } from './check.svelte.ts';

/**
 * The one number of the stage, in degrees: while the person moves what the image shows, after a trial
 * what was measured from it; null while there is none.
 */
export function shownAngle(check: Pick<Check, 'angle' | 'situation' | 'step'>): number | null {
  if (check.angle !== null) return check.angle;
  const { situation } = check;
  const notice = 'notice' in situation ? situation.notice : null;
  if (notice?.kind !== 'measured') return null;
  const { quantity } = protocolOf(check.step.test);
  return notice.quantities[quantity]?.value ?? null;
}
