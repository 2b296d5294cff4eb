import type { Degrees } from '../core/geometry/angle.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { Shared } from '../share/content.ts';
import { newestOf, reportOf } from '../share/report.ts';

/** The newest comparable number of each test and side that was shared, in the tests' order; null where none is. */
export function newestNumbers(
  shared: Shared,
): readonly { readonly step: Step; readonly value: Degrees | null }[] {
  return reportOf(shared).tests.flatMap(({ sides }) =>
    sides.map((side) => ({ step: side.step, value: newestOf(side)?.estimate.value ?? null })),
  );
}
