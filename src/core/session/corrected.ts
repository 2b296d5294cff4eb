import { resultOf } from '../measure/result.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import { concerns, type Correction } from './correction.ts';
import type { Result, Session } from './session.ts';
import type { Estimate, Trial } from './trial.ts';

/** A result that was corrected: with the corrected numbers of its corrected trials. */
export interface CorrectedResult extends Result {
  /** The corrections that count, one for each corrected trial. */
  readonly corrections: readonly Correction[];
  /** The number as it was measured; null where nothing was corrected. */
  readonly automatic: Estimate | null;
}

/** A result as it is shown: a CorrectedResult where it was corrected, else as it was measured. */
export type ShownResult = Result | CorrectedResult;

/** A session as it is shown. Only for showing: what is stored never changes. */
export interface CorrectedSession extends Session {
  readonly results: readonly ShownResult[];
}

/**
 * The session with what its person has corrected by hand: trials have their latest correction's number, a
 * result's number is pooled anew. Corrections of other sessions, or of trials that have no number, change
 * nothing; a session of which nothing was corrected is given back itself.
 */
export function withCorrections(
  session: Session,
  corrections: readonly Correction[],
): CorrectedSession {
  if (corrections.length === 0) return session;
  const latest = corrections.toSorted(newestFirst);
  const of = (result: Result, trial: number): Correction | undefined => {
    const { test, side } = result;
    return latest.find((one) => concerns(one, { sessionId: session.id, test, side, trial }));
  };
  return { ...session, results: session.results.map((result) => corrected(result, of)) };
}

/** The number that a result had before it was corrected; null where it was not. */
export function automaticOf(result: ShownResult): Estimate | null {
  return 'automatic' in result ? result.automatic : null;
}

/** The corrections that count for a result, one for each corrected trial. */
export function correctionsOf(result: ShownResult): readonly Correction[] {
  return 'corrections' in result ? result.corrections : [];
}

function corrected(
  result: Result,
  of: (result: Result, trial: number) => Correction | undefined,
): ShownResult {
  const { quantity } = protocolOf(result.test);
  const used: Correction[] = [];
  const trials = result.trials.map((trial, index): Trial => {
    const correction = of(result, index);
    if (!correction || trial.kind === 'refused' || !trial.quantities[quantity]) return trial;
    used.push(correction);
    return { ...trial, quantities: { ...trial.quantities, [quantity]: correction.estimate } };
  });
  if (used.length === 0) return result;
  return {
    ...resultOf(result, trials, result),
    corrections: used,
    automatic: result.estimate,
  };
}

/** The latest first; of the same moment, the id made last. */
function newestFirst(a: Correction, b: Correction): number {
  return b.correctedAt - a.correctedAt || (a.id < b.id ? 1 : -1);
}
