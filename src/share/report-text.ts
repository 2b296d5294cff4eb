import { protocolOf } from '../core/protocol/catalogue.ts';
import { smallestRealChange } from '../core/session/progress.ts';
import { m } from '../messages/generated/messages.js';
import {
  estimatePhrase,
  partPhrases,
  protocolPhrases,
  stepPhrase,
  valuePhrase,
  verdictPhrase,
  changePhrase,
} from './phrases.ts';
import { newestOf, type Report, type ReportSide, type ReportTest } from './report.ts';
import {
  feltSections,
  planSection,
  setUpSection,
  trialsSection,
  typicalSection,
  type ReportSection,
} from './report-sections.ts';
import type { Words } from './words.ts';

/** One row of the table: a test. `both` stands for left and right where a test has no sides; null else. */
export interface ReportRow {
  readonly test: string;
  readonly left: string;
  readonly right: string;
  readonly both: string | null;
  readonly difference: string;
  readonly change: readonly string[];
  readonly verdict: readonly string[];
}

/** What stands with a test's chart: its heading, how the test is done, what the band is. */
export interface ReportChartText {
  readonly test: ReportTest;
  readonly heading: string;
  readonly protocol: string;
  readonly lines: readonly string[];
}

/** A whole report in words, the same for the screen, the printer and the PDF; charts are drawn from `charts[].test`. */
export interface ReportText {
  readonly title: string;
  readonly who: string;
  readonly about: readonly string[];
  readonly when: readonly string[];
  readonly how: string;
  readonly tableHeading: string;
  readonly columns: readonly [string, string, string, string, string, string];
  readonly rows: readonly ReportRow[];
  readonly charts: readonly ReportChartText[];
  readonly sections: readonly ReportSection[];
  readonly limits: string;
}

/** The words of a report. Sections without anything to say are left out. */
export function reportText(report: Report, words: Words): ReportText {
  const { shared, tests } = report;
  const { person, leftOut } = shared;
  const left = leftOut.length === 0 ? null : words.list(leftOut.map((part) => partPhrases[part]()));
  return {
    title: m.share_title(),
    who: person.name === '' ? m.share_no_name() : person.name,
    about: aboutOf(report, words),
    when: whenOf(report, words),
    how: m.share_how(),
    tableHeading: m.share_table_heading(),
    columns: [
      m.share_column_test(),
      m.share_column_left(),
      m.share_column_right(),
      m.share_column_difference(),
      m.share_column_change(),
      m.share_column_verdict(),
    ],
    rows: tests.map((test) => rowOf(test, words)),
    charts: tests.map((test) => chartTextOf(test, words)),
    sections: [
      ...feltSections(report, words),
      planSection(report, words),
      setUpSection(report, words),
      trialsSection(report, words),
      typicalSection(report, words),
    ].filter(({ lines }) => lines.length > 0),
    limits:
      left === null ? m.share_limits() : `${m.share_left_out({ parts: left })} ${m.share_limits()}`,
  };
}

function aboutOf({ shared }: Report, { number }: Words): readonly string[] {
  const { birthYear, sex, height, sideNotes } = shared.person;
  return [
    birthYear === null ? '' : m.share_born({ year: String(birthYear) }),
    sex === null ? '' : sex === 'female' ? m.share_female() : m.share_male(),
    height === null ? '' : m.share_height({ height: number(height) }),
    sideNotes.left === '' ? '' : m.share_remark_left({ text: sideNotes.left }),
    sideNotes.right === '' ? '' : m.share_remark_right({ text: sideNotes.right }),
  ].filter((text) => text !== '');
}

function whenOf({ shared }: Report, { day, number }: Words): readonly string[] {
  const { sessions, madeAt, app } = shared;
  const [first, last] = [sessions[0], sessions.at(-1)];
  const made = m.share_made({ day: day(madeAt, null), version: app });
  if (first === undefined || last === undefined) return [m.share_none(), made];
  const [from, to] = [first, last].map((one) => day(one.startedAt, one.timeZone)) as [
    string,
    string,
  ];
  if (first === last) return [m.share_span_one({ day: from }), made];
  const count = m.share_visits({ count: number(sessions.length) });
  return [m.share_span({ count, from, to }), made];
}

function rowOf({ test, sides, difference }: ReportTest, words: Words): ReportRow {
  const of = (side: 'left' | 'right' | null): string => {
    const found = sides.find(({ step }) => step.side === side);
    return found ? valueOf(found, words) : m.share_not_done();
  };
  const isSided = protocolOf(test).sided;
  return {
    test: words.test(test),
    left: isSided ? of('left') : '',
    right: isSided ? of('right') : '',
    both: isSided ? null : of(null),
    difference: difference === null ? '' : words.angle(difference),
    change: sides.map((side) => sided(side, changeOf(side, words), words)),
    verdict: sides.flatMap((side) => {
      const { line } = side;
      if (!line?.change) return [];
      return [judged(side, verdictPhrase(line, line.change.verdict, words), words)];
    }),
  };
}

function valueOf(side: ReportSide, words: Words): string {
  const newest = newestOf(side);
  if (newest === null) return m.share_no_number();
  return valuePhrase(newest, words);
}

function changeOf({ line }: ReportSide, words: Words): string {
  return line?.change ? changePhrase(line.change, words) : m.share_too_early();
}

function sided({ step }: ReportSide, text: string, words: Words): string {
  return step.side === null
    ? text
    : m.share_change_side({ side: words.side(step.side), change: text });
}

function judged({ step }: ReportSide, verdict: string, words: Words): string {
  return step.side === null
    ? verdict
    : m.share_verdict_side({ side: words.side(step.side), verdict });
}

function chartTextOf(test: ReportTest, words: Words): ReportChartText {
  const name = words.test(test.test);
  const limits = [...new Set(test.sides.flatMap(({ line }) => line?.limit ?? []).map(Math.ceil))];
  const own = test.sides.flatMap(({ step, line }) =>
    line?.isOwnLimit && line.limit !== null
      ? [
          m.share_own_limit({
            step: stepPhrase(step, words),
            limit: words.angle(Math.ceil(line.limit)),
            published: words.angle(smallestRealChange(step.test)),
          }),
        ]
      : [],
  );
  const hasOdd = test.sides.some(({ points }) => points.some(({ odd }) => odd !== null));
  return {
    test,
    heading: m.share_chart({ test: name }),
    protocol: protocolPhrases[test.test](),
    lines: [
      ...(limits.length === 0
        ? []
        : [m.share_limit({ limit: words.list(limits.map(words.angle)) })]),
      ...own,
      ...(hasOdd ? [m.share_chart_odd()] : []),
      ...test.sides.flatMap((side) => goniometerLines(side, words)),
    ],
  };
}

/** Under the chart, whose line is the camera's alone. */
function goniometerLines({ step, points }: ReportSide, words: Words): readonly string[] {
  return points.flatMap(({ at, timeZone, estimate, goniometer }) =>
    goniometer === null
      ? []
      : [
          m.share_goniometer_line({
            step: stepPhrase(step, words),
            day: words.day(at, timeZone),
            angle: words.angle(goniometer.value),
            camera: estimatePhrase(estimate, words),
          }),
        ],
  );
}
