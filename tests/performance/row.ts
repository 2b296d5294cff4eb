/** One figure of the benchmark. */
export interface Row {
  /** What was measured, in kebab-case. */
  readonly id: string;
  readonly value: number;
  /** The most that it may be. */
  readonly target: number;
  readonly unit: 'ms' | 'frames';
  readonly ok: boolean;
}

/** A row of a time in milliseconds, which may be as long as its target. */
export function timeRow(id: string, value: number, target: number): Row {
  return { id, value: Math.round(value), target, unit: 'ms', ok: value <= target };
}

/** A row of a count of frames, which may be as many as its target. */
export function frameRow(id: string, value: number, target: number): Row {
  return { id, value, target, unit: 'frames', ok: value <= target };
}

/** The rows as a table to read. */
export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ id }) => id.length));
  return rows
    .map(({ id, value, target, unit, ok }) =>
      [
        id.padEnd(width),
        `${String(value).padStart(7)} ${unit.padEnd(6)}`,
        `target ${String(target).padStart(5)}`,
        `ratio ${(value / Math.max(1, target)).toFixed(2).padStart(5)}`,
        ok ? 'ok' : 'MISSED',
      ].join('   '),
    )
    .join('\n');
}
