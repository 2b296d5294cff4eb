/** One observation: its features (without the constant), the true value, and the body it comes from. */
export interface Observation {
  readonly features: readonly number[];
  readonly truth: number;
  readonly body: string;
}

/** A linear model in plain units: intercept, then one slope a feature. */
export type Coefficients = readonly number[];

/** Chosen: Huber's usual 1.5 standard deviations; beyond, an observation counts less and less. */
const huber = 1.5;

/**
 * Robust ridge regression: features are scaled to standard deviation 1, slopes drawn towards `prior` with
 * the weight of `ridge` observations, outliers weighed down (Huber, by iteration).
 */
export function regress(
  observations: readonly Observation[],
  ridge: number,
  prior: Coefficients | null = null,
): Coefficients {
  const width = (observations[0]?.features.length ?? 0) + 1;
  const towards = prior ?? new Array<number>(width).fill(0);
  const columns = [...Array(width - 1).keys()].map((i) =>
    observations.map((o) => o.features[i] as number),
  );
  const centres = columns.map(mean);
  const scales = columns.map((column, i) =>
    Math.max(1e-9, Math.sqrt(mean(column.map((x) => (x - (centres[i] as number)) ** 2)))),
  );
  const rows = observations.map((o) => [
    1,
    ...o.features.map((x, i) => (x - (centres[i] as number)) / (scales[i] as number)),
  ]);
  // What the prior leaves to be explained.
  const rest = observations.map(
    (o) =>
      o.truth -
      towards.slice(1).reduce((sum, slope, i) => sum + slope * (o.features[i] as number), 0),
  );
  let weights = rest.map(() => 1);
  let solution: number[] = [];
  for (let round = 0; round < 25; round++) {
    solution = weighted(rows, rest, weights, ridge);
    const errors = rows.map(
      (row, k) =>
        (rest[k] as number) - row.reduce((sum, x, i) => sum + x * (solution[i] as number), 0),
    );
    const scale = Math.max(0.3, 1.4826 * middle(errors.map(Math.abs)));
    weights = errors.map((error) => Math.min(1, (huber * scale) / Math.max(1e-9, Math.abs(error))));
  }
  const slopes = solution
    .slice(1)
    .map((slope, i) => slope / (scales[i] as number) + (towards[i + 1] as number));
  const intercept =
    (solution[0] as number) -
    solution
      .slice(1)
      .reduce((sum, slope, i) => sum + (slope * (centres[i] as number)) / (scales[i] as number), 0);
  return [intercept, ...slopes];
}

/** The model's value. */
export function evaluate(coefficients: Coefficients, features: readonly number[]): number {
  return features.reduce(
    (sum, x, i) => sum + x * (coefficients[i + 1] as number),
    coefficients[0] as number,
  );
}

/** Errors (predicted minus true) on each observation by a model fitted without its body. */
export function leaveOneBodyOut(
  observations: readonly Observation[],
  fit: (others: readonly Observation[]) => Coefficients,
): readonly number[] {
  const models = new Map<string, Coefficients>();
  return observations.map(({ body, features, truth }) => {
    const model = models.get(body) ?? fit(observations.filter((o) => o.body !== body));
    models.set(body, model);
    return evaluate(model, features) - truth;
  });
}

/** Root of the mean square. */
export function rms(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)));
}

/** A standard deviation that a few gross failures do not blow up: 68 % of the errors lie within it. */
export function robustSd(errors: readonly number[]): number {
  const sorted = errors.map(Math.abs).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(0.683 * sorted.length))] ?? NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** Normal equations with the ridge on all but the constant, solved by elimination. */
function weighted(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
  ridge: number,
): number[] {
  const width = rows[0]?.length ?? 0;
  const system = [...Array(width).keys()].map((i) => {
    const left = [...Array(width).keys()].map(
      (k) =>
        rows.reduce(
          (sum, row, n) => sum + (weights[n] as number) * (row[i] as number) * (row[k] as number),
          0,
        ) + (i === k && i > 0 ? ridge : 0),
    );
    const right = rows.reduce(
      (sum, row, n) => sum + (weights[n] as number) * (row[i] as number) * (values[n] as number),
      0,
    );
    return [...left, right];
  });
  for (let pivot = 0; pivot < width; pivot++) {
    const lead = system[pivot] as number[];
    for (const row of system) {
      if (row === lead) continue;
      const factor = (row[pivot] as number) / (lead[pivot] as number);
      for (let k = pivot; k <= width; k++)
        row[k] = (row[k] as number) - factor * (lead[k] as number);
    }
  }
  return system.map((row, i) => (row[width] as number) / (row[i] as number));
}
