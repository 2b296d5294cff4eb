import { parseArgs } from 'node:util';
import { defaultDataset } from './dataset.ts';

/** What the accuracy and calibration commands take. */
export interface Arguments {
  readonly dataset: string;
  /** Where the predictions are written as JSON; null for nowhere. */
  readonly out: string | null;
  readonly baseline: boolean;
}

/** Reads `--dataset DIR --out FILE --baseline`. */
export function readArguments(words: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      dataset: { type: 'string' },
      out: { type: 'string' },
      baseline: { type: 'boolean', default: false },
    },
  });
  return {
    dataset: values.dataset ?? defaultDataset(),
    out: values.out ?? null,
    baseline: values.baseline,
  };
}
