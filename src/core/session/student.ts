/** Two-sided 95 % of a normal distribution. */
const normal95 = 1.959964;

/** Two-sided 95 % quantiles of Student's t for 1 to 9 degrees of freedom, as in every printed table. */
const printed = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622] as const;

/**
 * The two-sided 95 % quantile of Student's t for `freedom` degrees of freedom, 1 or more. Exact to 0.0005 for whole
 * ones; between them never too small, and from 3 on at most 1 % too large.
 */
export function student95(freedom: number): number {
  const whole = Math.floor(freedom);
  const below = printed[whole - 1];
  if (below === undefined) return expanded(freedom);
  const above = printed[whole] ?? expanded(whole + 1);
  // The quantile is nearly straight in one over the degrees of freedom, and bends up: a chord lies above it.
  const share = (1 / whole - 1 / freedom) / (1 / whole - 1 / (whole + 1));
  return below + share * (above - below);
}

/** The expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5), good to 0.0005 from 10 degrees of freedom on. */
function expanded(freedom: number): number {
  const z = normal95;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
