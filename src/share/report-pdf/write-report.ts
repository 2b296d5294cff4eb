import { m } from '../../messages/generated/messages.js';
import type { Report } from '../report.ts';
import { reportText, type ReportChartText } from '../report-text.ts';
import type { Words } from '../words.ts';
import { drawChart } from './chart.ts';
import { colours, margin, Sheets, type Paper, type TypefaceFiles } from './page.ts';
import { drawTable } from './table.ts';

/** A report as a file. `hasMissing`: some letters are not in its typeface and are shown as boxes. */
export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly hasMissing: boolean;
}

const body = { size: 9 };
const small = { size: 8, color: colours.muted };
const heading = { size: 11.5, isBold: true };

/** A chart with its words, in points. */
const chart = { height: 92, gap: 18 };

/** Writes a report as a PDF: text that can be selected, charts as lines. Load this file only when it is wanted. */
export async function writeReport(
  report: Report,
  words: Words,
  files: TypefaceFiles,
  paper: Paper,
): Promise<ReportFile> {
  const text = reportText(report, words);
  const sheets = await Sheets.open(files, paper);
  sheets.paragraph(text.title, { size: 20, isBold: true });
  sheets.skip(2);
  sheets.paragraph(text.who, { size: 12.5, isBold: true });
  if (text.about.length > 0) sheets.paragraph(text.about.join(' · '), body);
  sheets.paragraph(text.when.join(' '), body);
  sheets.skip(3);
  sheets.paragraph(text.how, { ...body, color: colours.accent });
  if (text.rows.length > 0) {
    headingOf(sheets, text.tableHeading);
    drawTable(sheets, text);
    sheets.skip(8);
  }
  for (let at = 0; at < text.charts.length; at += 2) {
    drawCharts(sheets, text.charts.slice(at, at + 2), words);
  }
  for (const section of text.sections) {
    headingOf(sheets, section.heading);
    for (const line of section.lines) sheets.paragraph(line, body);
  }
  sheets.skip(8);
  sheets.paragraph(text.limits, small);
  if (sheets.hasMissing) sheets.paragraph(m.share_letters_missing(), small);
  const footOf = (page: number, pages: number): string =>
    m.share_page({ page: words.number(page), pages: words.number(pages) });
  const bytes = await sheets.close(text.title, report.shared.madeAt, footOf);
  return { bytes, hasMissing: sheets.hasMissing };
}

function headingOf(sheets: Sheets, text: string): void {
  // Not alone at the foot of a page.
  sheets.need(44);
  sheets.skip(8);
  sheets.paragraph(text, heading);
  sheets.skip(2);
}

/** Two charts side by side, each with its heading, how the test is done and what its band is. */
function drawCharts(sheets: Sheets, charts: readonly ReportChartText[], words: Words): void {
  const width = (sheets.width - chart.gap) / 2;
  const captions = charts.map(({ protocol, lines }) =>
    [protocol, ...lines].flatMap((line) => sheets.broken(line, width, small)),
  );
  const captionHeight = Math.max(...captions.map(({ length }) => length)) * small.size * 1.3;
  const height = 18 + chart.height + captionHeight + 12;
  sheets.need(height);
  const top = sheets.y;
  for (const [column, one] of charts.entries()) {
    const x = margin + column * (width + chart.gap);
    sheets.write(one.heading, x, top - 13, { size: 10, isBold: true });
    const y = top - 18 - chart.height;
    drawChart(sheets, one.test, { x, y, width, height: chart.height }, words);
    for (const [index, line] of (captions[column] ?? []).entries()) {
      sheets.write(line, x, y - (index + 1) * small.size * 1.3, small);
    }
  }
  sheets.skip(height);
}
