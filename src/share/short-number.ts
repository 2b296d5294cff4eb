/**
 * A number with one decimal, so that it takes little room, that is shown as the same whole number as before: 71.46 is
 * 71.4 and not 71.5, which would be read as 72.
 */
export function shortNumber<N extends number>(value: N): N {
  const tenths = Math.round(value * 10) / 10;
  const away = Math.sign(Math.round(value) - Math.round(tenths));
  // -0 has no place in JSON.
  return (away === 0 ? tenths + 0 : (Math.round(value * 10) + away) / 10) as N;
}
