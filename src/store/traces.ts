import * as v from 'valibot';
import type { Session } from '../core/session/session.ts';
import { trace } from './shapes.ts';

/** A row of the traces table: a session's curves, by result and trial; none for a refused trial. */
const tracesRow = v.strictObject({ id: v.string(), traces: v.array(v.array(trace)) });

/** A row of the traces table as this code writes it. */
type TracesRow = v.InferOutput<typeof tracesRow>;

/** The traces row of a session. */
export function tracesOf(session: Session): TracesRow {
  return {
    id: session.id,
    traces: session.results.map((result) =>
      result.trials.map((trial) => (trial.kind === 'measured' ? [...trial.trace] : [])),
    ),
  };
}

/** The session with the curves of its traces row; curves that are lost or damaged are left empty. */
export function joined(session: Session, stored: unknown): Session {
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
