import { readFileSync } from 'node:fs';
import type { TypefaceFiles } from '../../src/share/report-pdf/page.ts';

function file(name: string): Uint8Array {
  const folder = '../../node_modules/@fontsource/atkinson-hyperlegible-next/files';
  const path = `${folder}/atkinson-hyperlegible-next-${name}-normal.woff`;
  return new Uint8Array(readFileSync(new URL(path, import.meta.url)));
}

/** The typeface's files, as a page would load them. */
export function typeface(): TypefaceFiles {
  return { usual: file('latin-400'), bold: file('latin-600'), more: file('latin-ext-400') };
}
