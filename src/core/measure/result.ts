import { protocolOf } from '../protocol/catalogue.ts';
import type { Step } from '../protocol/protocol.ts';
import type { Result } from '../session/session.ts';
import type { Trial } from '../session/trial.ts';
import { pooled } from './uncertainty.ts';

/** What belongs to a step's result beside its trials. */
export type Circumstances = Pick<Result, 'marks' | 'setUp' | 'end'>;

/** The outcome of a step: its number is the mean of its measured trials, null where there is none. */
export function resultOf(
  step: Step,
  trials: readonly Trial[],
  { marks, setUp, end }: Circumstances,
): Result {
  const { quantity } = protocolOf(step.test);
  const estimates = trials.flatMap((trial) => {
    const estimate = trial.kind === 'measured' ? trial.quantities[quantity] : undefined;
    return estimate ? [estimate] : [];
  });
  const estimate = pooled(estimates);
  return { test: step.test, side: step.side, estimate, trials, marks, setUp, end };
}
