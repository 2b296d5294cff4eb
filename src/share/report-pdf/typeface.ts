import latin from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?url';
import strong from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff?url';
import extended from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff?url';
import { Failure } from '../../core/errors.ts';
import type { TypefaceFiles } from './page.ts';

/** The files of the app's typeface, from where the app is. Throws Failure report-typeface where they do not come. */
export async function loadTypeface(): Promise<TypefaceFiles> {
  const [usual, bold, more] = await Promise.all([latin, strong, extended].map(bytesAt));
  return { usual, bold, more } as TypefaceFiles;
}

async function bytesAt(address: string): Promise<Uint8Array> {
  try {
    const answer = await fetch(address);
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    throw new Failure('report-typeface', { cause });
  }
  throw new Failure('report-typeface');
}
