/** The middle value; the mean of the two middle ones for an even count. NaN for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? NaN)) / 2;
}

/** The arithmetic mean; NaN for an empty list. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The sample standard deviation; 0 for fewer than two values. */
export function spread(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * A residual whose square is the soft-L1 loss 2 (sqrt(1 + r^2) - 1): quadratic for small r, linear for
 * large ones, so that a few bad frames cannot pull a fit (Huber-like, as in SciPy's least_squares).
 */
export function softened(residual: number): number {
  return Math.sign(residual) * Math.sqrt(2 * (Math.sqrt(1 + residual * residual) - 1));
}
