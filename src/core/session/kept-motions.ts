import { protocolOf } from '../protocol/catalogue.ts';
import type { Motion } from './motion.ts';
import { belongsTo, type Result, type Session } from './session.ts';

/**
 * Which of a result's trials, from 0, stands for it: the one whose number is nearest to the result's, the first of
 * equals. Only those of `among` are asked where it is given. Null where none has a number.
 */
export function bestTrial(result: Result, among?: readonly number[]): number | null {
  const { quantity } = protocolOf(result.test);
  const { estimate } = result;
  if (estimate === null) return null;
  let best: { readonly index: number; readonly off: number } | null = null;
  for (const [index, trial] of result.trials.entries()) {
    if (trial.kind === 'refused' || among?.includes(index) === false) continue;
    const number = trial.quantities[quantity];
    if (number === undefined) continue;
    const off = Math.abs(number.value - estimate.value);
    if (best === null || off < best.off) best = { index, off };
  }
  return best?.index ?? null;
}

/**
 * What is kept of a session's motions: for each of its results that of the best trial of which there is one. They are
 * the session's, whatever id they had.
 */
export function keptMotions(
  { id, results }: Session,
  motions: readonly Motion[],
): readonly Motion[] {
  return results.flatMap((result) => {
    const own = motions.filter((motion) => belongsTo(motion, result));
    const best = bestTrial(
      result,
      own.map(({ trial }) => trial),
    );
    return own
      .filter(({ trial }) => trial === best)
      .map((motion) => ({ ...motion, sessionId: id }));
  });
}

/** Whether a motion is of a trial of this session that was measured. */
export function isOf({ id, results }: Session, motion: Motion): boolean {
  const result = results.find((one) => belongsTo(one, motion));
  return motion.sessionId === id && result?.trials[motion.trial]?.kind === 'measured';
}
