/** What a goniometer at a hip or knee can say, in degrees; chosen: the circle's half, and some beyond straight. */
export const goniometerRange = { low: -30, high: 180 } as const;

/** The degrees that a person typed, with a decimal point or comma; null for what is no number, or out of range. */
export function goniometerIn(typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/[\s°]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  if (!/^-?\d{1,3}(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  const { low, high } = goniometerRange;
  return value >= low && value <= high ? value : null;
}
