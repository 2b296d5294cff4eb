import type { PDFFont } from '@cantoo/pdf-lib';

/** The fonts of a document. */
export interface Fonts {
  readonly usual: PDFFont;
  readonly bold: PDFFont;
  readonly more: PDFFont;
}

/** Letters side by side that one font has. */
export interface Run {
  readonly text: string;
  readonly font: PDFFont;
}

/** Stands for a letter that no font has. */
const box = '\u25A1';

/** What a font with no box shows instead. */
const mark = '?';

/** The same character in a form that the typeface has. */
const alike = new Map([
  ['\u2212', '\u2013'],
  ['\u202F', '\u00A0'],
  ['\t', ' '],
]);

const sets = new WeakMap<PDFFont, ReadonlySet<number>>();

/**
 * A text cut into runs that can be written; a letter that no font has is a box. Control characters, and those that turn
 * the direction of text round, are left out: nobody may hide what is written.
 */
export function fitted(
  text: string,
  first: PDFFont,
  { usual, more }: Fonts,
): { readonly runs: readonly Run[]; readonly hasMissing: boolean } {
  const runs: { text: string; font: PDFFont }[] = [];
  let hasMissing = false;
  const put = (letter: string, font: PDFFont): void => {
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ text: letter, font });
  };
  for (const own of text.normalize('NFC')) {
    const letter = alike.get(own) ?? own;
    if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(letter)) continue;
    const font = [first, more, usual].find((one) => has(one, letter));
    if (font !== undefined) put(letter, font);
    else {
      hasMissing = true;
      put(has(first, box) ? box : mark, first);
    }
  }
  return { runs, hasMissing };
}

function has(font: PDFFont, letter: string): boolean {
  const known = sets.get(font) ?? new Set(font.getCharacterSet());
  sets.set(font, known);
  return known.has(letter.codePointAt(0) ?? 0);
}
