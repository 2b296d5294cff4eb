import { scaleLinear, scaleTime } from 'd3-scale';
import type { BodySide } from '../../core/body/pose.ts';
import type { Color } from '@cantoo/pdf-lib';
import type { ReportPoint, ReportSide, ReportTest } from '../report.ts';
import type { Words } from '../words.ts';
import { colours, type Sheets } from './page.ts';

/** A place and size on the page, in points; `y` is its bottom. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room for the axes' words, in points. */
const room = { start: 26, end: 34, bottom: 16, top: 4 };

/** The least range of angles that is shown, as on the screen: thrice a real change. */
const leastDegrees = 30;

const letters = { size: 7.5, color: colours.muted };

/** Draws a test's numbers over time: marks with 95 % bars, the band in which a change is not real. */
export function drawChart(sheets: Sheets, { sides }: ReportTest, box: Box, words: Words): void {
  const points = sides.flatMap((side) => side.points);
  const { page } = sheets;
  const plot = {
    left: box.x + room.start,
    right: box.x + box.width - room.end,
    bottom: box.y + room.bottom,
    top: box.y + box.height - room.top,
  };
  const [low, high] = rangeOf(sides);
  const y = scaleLinear([low, high], [plot.bottom + 4, plot.top - 2]).nice(5);
  const times = points.map(({ at }) => at);
  const [from, to] = times.length === 0 ? [0, 1] : [Math.min(...times), Math.max(...times)];
  const x = scaleTime([from, Math.max(to, from + 1)], [plot.left + 8, plot.right - 8]);
  for (const { step, band } of sides) {
    if (band === null) continue;
    const height = y(band.high) - y(band.low);
    const color = softOf(step.side);
    page.drawRectangle({
      x: plot.left,
      y: y(band.low),
      width: plot.right - plot.left,
      height,
      color,
      opacity: 0.6,
    });
    for (const edge of [band.low, band.high]) {
      const [start, end] = [plot.left, plot.right].map((at) => ({ x: at, y: y(edge) }));
      if (start && end) {
        const edgeColor = colourOf(step.side);
        page.drawLine({
          start,
          end,
          thickness: 0.5,
          color: edgeColor,
          opacity: 0.5,
          dashArray: [3, 2],
        });
      }
    }
  }
  for (const tick of y.ticks(4)) {
    const at = y(tick);
    page.drawLine({
      start: { x: plot.left, y: at },
      end: { x: plot.right, y: at },
      thickness: 0.5,
      color: colours.line,
    });
    const text = words.angle(tick);
    sheets.write(text, plot.left - 4 - sheets.widthOf(text, letters), at - 2.5, letters);
  }
  const [first, last] = [points.reduce(earlier, null), points.reduce(later, null)];
  if (first !== null && last !== null) {
    sheets.write(words.day(first.at, first.timeZone), plot.left, box.y + 4, letters);
    const text = words.day(last.at, last.timeZone);
    if (last.at > first.at) {
      sheets.write(text, plot.right - sheets.widthOf(text, letters), box.y + 4, letters);
    }
  }
  const ends: { y: number; text: string; color: Color }[] = [];
  for (const side of sides) {
    const color = colourOf(side.step.side);
    const shift = side.step.side === 'right' ? 2.5 : 0;
    const places = side.points.map((point) => ({
      point,
      at: { x: x(point.at) + shift, y: y(point.estimate.value) },
    }));
    const counted = places.filter(({ point }) => point.odd === null);
    for (const [index, { at }] of counted.entries()) {
      const before = counted[index - 1];
      if (before) page.drawLine({ start: before.at, end: at, thickness: 1, color });
    }
    for (const { point, at } of places) {
      const { value, halfWidth95 } = point.estimate;
      const [bottom, top] = [y(value - halfWidth95), y(value + halfWidth95)];
      page.drawLine({
        start: { x: at.x, y: bottom },
        end: { x: at.x, y: top },
        thickness: 0.8,
        color,
      });
      mark(sheets, side.step.side, at, color, point.odd === null);
    }
    const end = places.at(-1);
    if (end) {
      const name = side.step.side === null ? '' : `${words.side(side.step.side)} `;
      ends.push({ y: end.at.y, text: `${name}${words.angle(end.point.estimate.value)}`, color });
    }
  }
  for (const end of apart(ends)) {
    sheets.write(end.text, plot.right + 2, end.y - 2.5, { ...letters, color: end.color });
  }
}

/** Circles for the left side and for both, diamonds for the right, hollow where it cannot be compared. */
function mark(
  sheets: Sheets,
  side: BodySide | null,
  at: { x: number; y: number },
  color: Color,
  isFull: boolean,
): void {
  const fill = isFull ? color : colours.white;
  const half = 3.4;
  if (side === 'right') {
    const path = `M0 ${-half}L${half} 0L0 ${half}L${-half} 0Z`;
    sheets.page.drawSvgPath(path, {
      x: at.x,
      y: at.y,
      color: fill,
      borderColor: color,
      borderWidth: 1,
    });
    return;
  }
  sheets.page.drawCircle({
    x: at.x,
    y: at.y,
    size: 2.6,
    color: fill,
    borderColor: color,
    borderWidth: 1,
  });
}

/** Labels at the lines' ends, at least a line of text from one another. */
function apart<Label extends { readonly y: number }>(labels: readonly Label[]): readonly Label[] {
  const sorted = labels.toSorted((a, b) => a.y - b.y);
  let floor = -Infinity;
  return sorted.map((label) => {
    const y = Math.max(label.y, floor);
    floor = y + 9;
    return { ...label, y };
  });
}

function rangeOf(sides: readonly ReportSide[]): readonly [number, number] {
  const ends = sides.flatMap(({ points, band }) => [
    ...points.flatMap(({ estimate: { value, halfWidth95 } }) => [
      value - halfWidth95,
      value + halfWidth95,
    ]),
    ...(band === null ? [] : [band.low, band.high]),
  ]);
  if (ends.length === 0) return [0, leastDegrees];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const missing = Math.max(0, leastDegrees - (high - low)) / 2;
  return [low - missing, high + missing];
}

function earlier(found: ReportPoint | null, one: ReportPoint): ReportPoint {
  return found !== null && found.at <= one.at ? found : one;
}

function later(found: ReportPoint | null, one: ReportPoint): ReportPoint {
  return found !== null && found.at >= one.at ? found : one;
}

function colourOf(side: BodySide | null): Color {
  return side === 'right' ? colours.second : colours.accent;
}

function softOf(side: BodySide | null): Color {
  return side === 'right' ? colours.secondSoft : colours.accentSoft;
}
