import * as v from 'valibot';
import type { Session } from '../core/session/session.ts';
import { numberedCurve, packedCurve } from './packed-points.ts';
import { trace } from './shapes.ts';

/**
 * A row of the traces table: a session's curves, by result and trial; an empty one for a refused trial. Before schema 5 a
 * curve was a list of points: [Note: Packed points].
 */
const tracesRow = v.strictObject({
  id: v.string(),
  traces: v.array(v.array(v.union([numberedCurve, trace]))),
});

/** A row of the traces table as this code writes it. */
interface TracesRow {
  readonly id: string;
  readonly traces: readonly (readonly Float64Array[])[];
}

/** The traces row of a session; none where it has no curve at all. */
export function tracesOf({ id, results }: Session): TracesRow | null {
  const curves = results.map(({ trials }) =>
    trials.map((trial) => (trial.kind === 'measured' ? trial.trace : [])),
  );
  if (curves.flat().every(({ length }) => length === 0)) return null;
  return { id, traces: curves.map((all) => all.map(packedCurve)) };
}

/** The session with the curves of its traces row; curves that are not there, or damaged, are left empty. */
export function joined(session: Session, stored: unknown): Session {
  if (stored === undefined) return session;
  const parsed = v.safeParse(tracesRow, stored);
  const traces = parsed.success ? parsed.output.traces : [];
  return {
    ...session,
    results: session.results.map((result, index) => ({
      ...result,
      trials: result.trials.map((trial, number) =>
        trial.kind === 'measured' ? { ...trial, trace: traces[index]?.[number] ?? [] } : trial,
      ),
    })),
  };
}
