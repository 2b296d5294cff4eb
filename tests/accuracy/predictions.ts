import { quantities, type Quantity } from '../../src/core/protocol/protocol.ts';
import type { Analysed } from './analyse.ts';
import { trueValue } from './truth.ts';

/** One row of the output: one quantity of one picture or clip. */
export interface Prediction {
  readonly id: string;
  readonly test: string;
  readonly side: 'left' | 'right' | null;
  readonly quantity: Quantity;
  /** Degrees; null where refused. */
  readonly value: number | null;
  readonly halfWidth95: number | null;
  readonly refused: boolean;
  readonly reason: string | null;
}

/** What is scored of each test (docs/measurement.md). */
const scored: Readonly<Record<string, readonly Quantity[]>> = {
  slr: ['leg-raise', 'knee-flexion'],
  ake: ['knee-flexion'],
  'forward-bend': ['hip-flexion', 'knee-flexion', 'trunk-inclination'],
  'chair-reach': ['hip-flexion', 'knee-flexion'],
};

/** The rows of one subject: its first measured trial, or the reason of the last refused one. */
export function predictionsOf({ subject, analysis }: Analysed): readonly Prediction[] {
  const measured = analysis.outcomes.find(({ kind }) => kind === 'measured');
  const refused = analysis.outcomes.findLast(({ kind }) => kind === 'refused');
  return quantitiesOf(subject.step.test).map((quantity) => {
    const estimate = measured?.kind === 'measured' ? measured.quantities[quantity] : undefined;
    return {
      ...common(subject, quantity),
      value: estimate?.value ?? null,
      halfWidth95: estimate?.halfWidth95 ?? null,
      refused: !estimate,
      reason: !estimate && refused?.kind === 'refused' ? refused.reason : null,
    };
  });
}

/** The rows of the stock package: a value wherever it found a body. */
export function baselineOf({ subject, baseline }: Analysed): readonly Prediction[] {
  return quantitiesOf(subject.step.test).map((quantity) => {
    const value = baseline?.[quantity] ?? null;
    const reason = value === null ? 'nobody' : null;
    return {
      ...common(subject, quantity),
      value,
      halfWidth95: null,
      refused: value === null,
      reason,
    };
  });
}

/** True value of a row's quantity, or null where the truth file does not say. */
export function truthOf({ subject }: Analysed, quantity: Quantity): number | null {
  return trueValue(subject, quantity);
}

function quantitiesOf(test: string): readonly Quantity[] {
  return quantities.filter((quantity) => scored[test]?.includes(quantity));
}

function common(subject: Analysed['subject'], quantity: Quantity) {
  return { id: subject.id, test: subject.truth.test, side: subject.step.side, quantity };
}
