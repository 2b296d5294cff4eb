import { parseArgs } from 'node:util';
import { defaultDataset } from './dataset.ts';

/** What the accuracy and calibration commands take. */
export interface Arguments {
  readonly dataset: string;
  /** Where the predictions (or, by the calibration, the recordings) are written as JSON; null for nowhere. */
  readonly out: string | null;
  /** Recordings that a calibration has written before, to fit on again without the models. */
  readonly recordings: string | null;
  readonly baseline: boolean;
}

/** Reads `--dataset DIR --out FILE --baseline --recordings FILE`. */
export function readArguments(words: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      dataset: { type: 'string' },
      out: { type: 'string' },
      recordings: { type: 'string' },
      baseline: { type: 'boolean', default: false },
    },
  });
  return {
    dataset: values.dataset ?? defaultDataset(),
    out: values.out ?? null,
    recordings: values.recordings ?? null,
    baseline: values.baseline,
  };
}
