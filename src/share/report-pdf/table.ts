import type { ReportRow, ReportText } from '../report-text.ts';
import { colours, margin, type Sheets } from './page.ts';

/** What each column takes of the width. */
const shares = [0.15, 0.13, 0.13, 0.1, 0.19, 0.3] as const;

const size = 9;
const line = size * 1.32;
const padding = 4;

/** Draws the table of the newest numbers, each row whole on one page. */
export function drawTable(sheets: Sheets, { columns, rows }: ReportText): void {
  drawRow(
    sheets,
    columns.map((name) => [name]),
    { size: 8, color: colours.muted, isBold: true },
  );
  for (const row of rows) drawRow(sheets, cellsOf(row), { size });
}

function cellsOf({
  test,
  left,
  right,
  both,
  difference,
  change,
  verdict,
}: ReportRow): readonly (readonly string[])[] {
  return [[test], [both ?? left], [both === null ? right : ''], [difference], change, verdict];
}

function drawRow(
  sheets: Sheets,
  cells: readonly (readonly string[])[],
  style: { size: number; color?: typeof colours.ink; isBold?: boolean },
): void {
  const broken = cells.map((texts, column) =>
    texts.flatMap((text) =>
      sheets.broken(text, widthOf(sheets, column) - 2 * padding, styleOf(column, style)),
    ),
  );
  const height = Math.max(1, ...broken.map((lines) => lines.length)) * line + 2 * padding;
  sheets.need(height);
  const top = sheets.y;
  for (const [column, lines] of broken.entries()) {
    for (const [index, text] of lines.entries()) {
      const y = top - padding - (index + 1) * line + style.size * 0.35;
      sheets.write(text, leftOf(sheets, column), y, styleOf(column, style));
    }
  }
  sheets.skip(height);
  const end = { x: margin + sheets.width, y: sheets.y };
  sheets.page.drawLine({
    start: { x: margin, y: sheets.y },
    end,
    thickness: 0.6,
    color: colours.line,
  });
}

/** The numbers themselves are what is looked for. */
function styleOf<Style extends { isBold?: boolean }>(column: number, style: Style): Style {
  return column === 0 ? { ...style, isBold: true } : style;
}

function leftOf(sheets: Sheets, column: number): number {
  return margin + shares.slice(0, column).reduce((sum, share) => sum + share, 0) * sheets.width;
}

function widthOf(sheets: Sheets, column: number): number {
  return (shares[column] ?? 0) * sheets.width;
}
