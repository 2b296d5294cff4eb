import { encode } from 'uqr';

/** Letters that a QR code may have, so that a camera reads it off 40 mm of paper (docs/sharing.md). */
const longestQr = 1100;

/** Modules of white around it that every reader may ask for (ISO/IEC 18004). */
const quiet = 4;

/** A QR code as a drawing: a square of `size` units, and the path of its dark modules. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** The QR code of a text, with a white edge around it; null where it is too long to be read by a camera. */
export function qrOf(text: string): QrDrawing | null {
  if (text.length > longestQr) return null;
  const { data, size } = encode(text, { ecc: 'M', border: quiet });
  const path = data.flatMap((row, y) =>
    runsOf(row).map(({ from, to }) => `M${from} ${y}H${to}v1H${from}z`),
  );
  return { size, path: path.join('') };
}

/** The same as a file's text. */
export function qrSvg({ size, path }: QrDrawing): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  );
}

/** Dark modules side by side are one box: no hairlines between them. */
function runsOf(
  row: readonly boolean[],
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last?.to === x) last.to = x + 1;
    else runs.push({ from: x, to: x + 1 });
  }
  return runs;
}
