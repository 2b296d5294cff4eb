/** What a least-squares fit found: the parameters, half the sum of squares, and their covariance. */
export interface Fit {
  readonly parameters: readonly number[];
  readonly cost: number;
  /** Inverse of J'J at the solution: the covariance where each residual has standard deviation 1. */
  readonly covariance: readonly (readonly number[])[];
}

/** Chosen: far more than the 5 to 15 steps that the fits of this app need. */
const maxSteps = 60;

/** Chosen: a step that improves the cost by less than this share ends the fit. */
const enough = 1e-9;

/**
 * Minimises the sum of squares of `residuals` from `start` by Levenberg-Marquardt (Marquardt 1963) with a
 * numeric Jacobian. `scale` is the size of a small but meaningful change of each parameter.
 */
export function leastSquares(
  residuals: (parameters: readonly number[]) => readonly number[],
  start: readonly number[],
  scale: readonly number[],
): Fit {
  let parameters = start;
  let current = residuals(parameters);
  let cost = halfSquares(current);
  let damping = 1e-3;
  for (let step = 0; step < maxSteps; step++) {
    const { normal, gradient } = normalEquations(residuals, parameters, current, scale);
    const damped = normal.map((row, i) =>
      row.map((value, j) => (i === j ? value * (1 + damping) + 1e-12 : value)),
    );
    const move = solve(damped, gradient);
    const tried = parameters.map((value, i) => value - (move[i] as number));
    const after = residuals(tried);
    const triedCost = halfSquares(after);
    if (triedCost < cost) {
      const gain = (cost - triedCost) / cost;
      parameters = tried;
      current = after;
      cost = triedCost;
      damping = Math.max(damping / 5, 1e-9);
      if (gain < enough) break;
    } else {
      damping *= 4;
      if (damping > 1e9) break;
    }
  }
  const { normal } = normalEquations(residuals, parameters, current, scale);
  return { parameters, cost, covariance: inverse(normal) };
}

function halfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0) / 2;
}

function normalEquations(
  residuals: (parameters: readonly number[]) => readonly number[],
  parameters: readonly number[],
  current: readonly number[],
  scale: readonly number[],
): { normal: number[][]; gradient: number[] } {
  const columns = parameters.map((_, i) => {
    const step = (scale[i] as number) * 1e-4;
    const moved = residuals(parameters.map((value, k) => (k === i ? value + step : value)));
    return moved.map((value, k) => (value - (current[k] as number)) / step);
  });
  const product = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);
  return {
    normal: columns.map((a) => columns.map((b) => product(a, b))),
    gradient: columns.map((a) => product(a, current)),
  };
}

/** Solves a small, positive definite system by Gaussian elimination with row exchange. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const best = rows
      .map((row, i) => ({ i, size: i < pivot ? -1 : Math.abs(row[pivot] as number) }))
      .reduce((a, b) => (b.size > a.size ? b : a)).i;
    [rows[pivot], rows[best]] = [rows[best] as number[], rows[pivot] as number[]];
    const lead = rows[pivot] as number[];
    for (let i = 0; i < size; i++) {
      if (i === pivot) continue;
      const row = rows[i] as number[];
      const factor = (row[pivot] as number) / (lead[pivot] as number);
      for (let k = pivot; k <= size; k++)
        row[k] = (row[k] as number) - factor * (lead[k] as number);
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}

function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const columns = matrix.map((_, i) =>
    solve(
      matrix,
      matrix.map((__, k) => (k === i ? 1 : 0)),
    ),
  );
  return columns.map((_, i) => columns.map((column) => column[i] as number));
}
