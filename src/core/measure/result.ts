import { protocolOf } from '../protocol/catalogue.ts';
import type { Step } from '../protocol/protocol.ts';
import type { Result } from '../session/session.ts';
import type { Trial } from '../session/trial.ts';
import { pooled } from './uncertainty.ts';

/** The outcome of a step: the mean of its measured trials, or null where there is none. */
export function resultOf(step: Step, trials: readonly Trial[]): Result {
  const { quantity } = protocolOf(step.test);
  const estimates = trials.flatMap((trial) => {
    const estimate = trial.kind === 'measured' ? trial.quantities[quantity] : undefined;
    return estimate ? [estimate] : [];
  });
  return { test: step.test, side: step.side, estimate: pooled(estimates), trials };
}
