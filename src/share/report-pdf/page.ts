import fontkit from '@cantoo/fontkit';
import { PDFDocument, rgb, type Color, type PDFPage } from '@cantoo/pdf-lib';
import { fitted, type Fonts } from './letters.ts';

/** The typeface's files: letters, strong letters, and letters of more languages. */
export interface TypefaceFiles {
  readonly usual: Uint8Array;
  readonly bold: Uint8Array;
  readonly more: Uint8Array;
}

/** Paper sizes in points (1/72 inch). */
export const papers = { a4: [595.28, 841.89], letter: [612, 792] } as const;
export type Paper = keyof typeof papers;

/** The look's colours in its light theme (src/ui/styles/tokens.css). */
export const colours = {
  ink: rgb(0x1d / 255, 0x23 / 255, 0x27 / 255),
  muted: rgb(0x5c / 255, 0x66 / 255, 0x6a / 255),
  line: rgb(0xe6 / 255, 0xdf / 255, 0xd4 / 255),
  accent: rgb(0x0b / 255, 0x6e / 255, 0x69 / 255),
  accentSoft: rgb(0xdc / 255, 0xee / 255, 0xea / 255),
  second: rgb(0xa8 / 255, 0x48 / 255, 0x0b / 255),
  secondSoft: rgb(0xf7 / 255, 0xe6 / 255, 0xd8 / 255),
  white: rgb(1, 1, 1),
} satisfies Record<string, Color>;

/** Around the page, and what its foot takes, in points. */
export const margin = 42;
const foot = 26;

/** Letters of the narrowest kind that fit into the widest line at the smallest size. */
const longestLine = 300;

/** How a line of text is set. */
export interface TextStyle {
  readonly size: number;
  readonly color?: Color;
  readonly isBold?: boolean;
}

/** A document that is filled from top to bottom; lengths in points. */
export class Sheets {
  readonly #document: PDFDocument;
  readonly #fonts: Fonts;
  readonly #size: readonly [number, number];
  #page: PDFPage;
  /** How far the page is filled, from its bottom. */
  #y: number;
  #hasMissing = false;

  private constructor(document: PDFDocument, fonts: Fonts, paper: Paper) {
    this.#document = document;
    this.#fonts = fonts;
    this.#size = papers[paper];
    this.#page = document.addPage([...this.#size]);
    this.#y = this.#size[1] - margin;
  }

  /** An empty document with one page; its typeface embedded, as much as is used of it. */
  static async open(files: TypefaceFiles, paper: Paper): Promise<Sheets> {
    const document = await PDFDocument.create();
    document.registerFontkit(fontkit);
    const [usual, bold, more] = await Promise.all(
      [files.usual, files.bold, files.more].map((file) =>
        document.embedFont(file, { subset: true }),
      ),
    );
    return new Sheets(document, { usual, bold, more } as Fonts, paper);
  }

  /** The width between the margins. */
  get width(): number {
    return this.#size[0] - 2 * margin;
  }

  /** Where the next thing begins, from the page's bottom. */
  get y(): number {
    return this.#y;
  }

  /** The page that is being filled, to draw on. */
  get page(): PDFPage {
    return this.#page;
  }

  /** Whether some letter had to be shown as a box. */
  get hasMissing(): boolean {
    return this.#hasMissing;
  }

  /** Makes sure that so much is left on the page, on a new one if need be. */
  need(height: number): void {
    if (this.#y - height >= margin + foot) return;
    this.#page = this.#document.addPage([...this.#size]);
    this.#y = this.#size[1] - margin;
  }

  /** Goes down. */
  skip(height: number): void {
    this.#y -= height;
  }

  /** Writes one line where it is told to; gives its width. */
  write(
    text: string,
    x: number,
    y: number,
    { size, color, isBold }: TextStyle,
    page = this.#page,
  ): number {
    const { runs, hasMissing } = fitted(
      text,
      isBold ? this.#fonts.bold : this.#fonts.usual,
      this.#fonts,
    );
    this.#hasMissing ||= hasMissing;
    let right = x;
    for (const run of runs) {
      page.drawText(run.text, { x: right, y, size, font: run.font, color: color ?? colours.ink });
      right += run.font.widthOfTextAtSize(run.text, size);
    }
    return right - x;
  }

  /** The width of a line. */
  widthOf(text: string, { size, isBold }: TextStyle): number {
    const { runs } = fitted(text, isBold ? this.#fonts.bold : this.#fonts.usual, this.#fonts);
    return runs.reduce((sum, run) => sum + run.font.widthOfTextAtSize(run.text, size), 0);
  }

  /** The lines that a text has in a width: broken between words, and within a word that is too long by itself. */
  broken(text: string, width: number, style: TextStyle): readonly string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(/\s+/).filter((one) => one !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (this.widthOf(longer, style) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      // Only as much is looked at as a line could ever hold.
      while (line.length > longestLine || this.widthOf(line, style) > width) {
        const head = line.slice(0, longestLine);
        const share = width / this.widthOf(head, style);
        let end = Math.max(1, Math.floor(head.length * Math.min(1, share)) - 1);
        // Not between the halves of a letter.
        if (/[\uD800-\uDBFF]/.test(line[end - 1] ?? '') && end < line.length) end += 1;
        lines.push(line.slice(0, end));
        line = line.slice(end);
      }
    }
    if (line !== '') lines.push(line);
    return lines;
  }

  /** Writes a text over the width, line by line, on as many pages as it takes. */
  paragraph(text: string, style: TextStyle, indent = 0): void {
    for (const line of this.broken(text, this.width - indent, style)) {
      this.need(style.size * 1.35);
      this.#y -= style.size * 1.35;
      this.write(line, margin + indent, this.#y + style.size * 0.3, style);
    }
  }

  /** Writes every page's foot and gives the file. `footOf` is told the page, from 1, and how many there are. */
  async close(
    title: string,
    madeAt: number,
    footOf: (page: number, pages: number) => string,
  ): Promise<Uint8Array> {
    const pages = this.#document.getPages();
    for (const [index, page] of pages.entries()) {
      const style = { size: 8, color: colours.muted };
      const text = footOf(index + 1, pages.length);
      const x = this.#size[0] - margin - this.widthOf(text, style);
      this.write(text, x, margin - 8, style, page);
    }
    this.#document.setTitle(title);
    this.#document.setProducer('Limber');
    this.#document.setCreator('Limber');
    this.#document.setLanguage('en');
    this.#document.setCreationDate(new Date(madeAt));
    this.#document.setModificationDate(new Date(madeAt));
    return this.#document.save();
  }
}
