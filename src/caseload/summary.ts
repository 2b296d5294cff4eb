import type { Degrees } from '../core/geometry/angle.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { SharedChange } from '../share/content.ts';
import type { Checked } from '../share/goniometer.ts';
import { newestOf, reportOf, type ReportSide } from '../share/report.ts';

/** One side of a test in a person's row. */
export interface SummaryNumber extends Step {
  /** The newest that can be compared; null where nothing could be measured. */
  readonly value: Degrees | null;
  /** What the goniometer said of the same visit; null where it was not used. */
  readonly goniometer: Degrees | null;
  readonly change: Pick<SharedChange, 'amount' | 'verdict'> | null;
}

/** What a list says of a person, made of all that is kept of them, so that a list need not read that. */
export interface Summary {
  /** Empty where it was not shared. */
  readonly name: string;
  readonly visits: number;
  /** Milliseconds since 1970; null without a visit. */
  readonly newestVisit: number | null;
  /** When they shared last. */
  readonly sharedAt: number;
  readonly numbers: readonly SummaryNumber[];
}

/** The row of a person. */
export function summaryOf(all: Checked): Summary {
  const { person, sessions, madeAt } = all;
  return {
    name: person.name,
    visits: sessions.length,
    newestVisit: sessions.at(-1)?.startedAt ?? null,
    sharedAt: madeAt,
    numbers: reportOf(all).tests.flatMap(({ sides }) => sides.map(numberOf)),
  };
}

function numberOf(done: ReportSide): SummaryNumber {
  const { test, side } = done.step;
  const newest = newestOf(done);
  const change = done.line?.change ?? null;
  return {
    test,
    side,
    value: newest?.estimate.value ?? null,
    goniometer: newest?.goniometer?.value ?? null,
    change: change && { amount: change.amount, verdict: change.verdict },
  };
}
