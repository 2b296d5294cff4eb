import { m } from '../messages/generated/messages.js';
import type { Shared, SharedResult, SharedSession } from './content.ts';
import { goniometerOf } from './goniometer.ts';
import { reasonPhrases } from './phrases.ts';
import type { Words } from './words.ts';

/*
 * [Note: Formulas]
 * A spreadsheet runs a cell that begins with = + - @ (or their full-width twins, or after a tab or line break) as a
 * formula. So such text gets an apostrophe before it. Numbers are written as numbers: a real -3.5 stays one.
 */
const startsFormula = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]|^[\t\r\n]/u;

/** A cell: null is empty. */
type Cell = string | number | null;

/** Lets a spreadsheet know that it is UTF-8. */
const mark = '\uFEFF';

/** A table (RFC 4180) with a row for each result, each entry of the diary and each exercise, oldest first. */
export function csvOf(shared: Shared, words: Words): string {
  const rows = [
    ...shared.sessions.flatMap((session) =>
      session.results.map((result) => ({
        at: session.startedAt,
        cells: resultCells(session, result, shared, words),
      })),
    ),
    ...shared.diary.map(({ at, pain, minutes, note }) => ({
      at,
      cells: { kind: m.share_csv_diary(), ...when(at), pain, minutes, note },
    })),
    ...shared.log.map(({ at, exercise, seconds, pain }) => ({
      at,
      cells: {
        kind: m.share_csv_exercise(),
        ...when(at),
        test: words.exercise(exercise),
        minutes: Math.round(seconds / 6) / 10,
        pain,
      },
    })),
  ].toSorted((a, b) => a.at - b.at);
  const names = columns.map(({ title }) => title());
  const lines = rows.map(({ cells }) => columns.map(({ id }) => (cells as Cells)[id] ?? null));
  return mark + [names, ...lines].map((line) => `${line.map(cellText).join(',')}\r\n`).join('');
}

/** A cell as it is written; see [Note: Formulas]. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const columns = [
  { id: 'kind', title: m.share_csv_kind },
  { id: 'day', title: m.share_csv_day },
  { id: 'time', title: m.share_csv_time },
  { id: 'zone', title: m.share_csv_zone },
  { id: 'test', title: m.share_csv_test },
  { id: 'side', title: m.share_csv_side },
  { id: 'value', title: m.share_csv_value },
  { id: 'width', title: m.share_csv_width },
  { id: 'automatic', title: m.share_csv_automatic },
  { id: 'goniometer', title: m.share_csv_goniometer },
  { id: 'counted', title: m.share_csv_counted },
  { id: 'refused', title: m.share_csv_refused },
  { id: 'reasons', title: m.share_csv_reasons },
  { id: 'comparable', title: m.share_csv_comparable },
  { id: 'yaw', title: m.share_csv_yaw },
  { id: 'height', title: m.share_csv_camera_height },
  { id: 'distance', title: m.share_csv_distance },
  { id: 'warmUp', title: m.share_csv_warm_up },
  { id: 'clothing', title: m.share_csv_clothing },
  { id: 'pain', title: m.share_csv_pain },
  { id: 'minutes', title: m.share_csv_minutes },
  { id: 'note', title: m.share_csv_note },
] as const;

type Cells = Partial<Record<(typeof columns)[number]['id'], Cell>>;

function resultCells(
  session: SharedSession,
  result: SharedResult,
  shared: Shared,
  words: Words,
): Cells {
  const { test, side, estimate, automatic, trials, setUp } = result;
  const { warmUp, clothing } = session.conditions;
  const counted = trials.filter(({ kind }) => kind === 'measured').length;
  const isOdd = shared.lines.some(
    (line) =>
      line.test === test &&
      line.side === side &&
      line.odd.some(({ sessionId }) => sessionId === session.id),
  );
  return {
    kind: m.share_csv_result(),
    ...when(session.startedAt),
    zone: session.timeZone,
    test: words.test(test),
    side: side && words.side(side),
    value: estimate?.value ?? null,
    width: estimate?.halfWidth95 ?? null,
    automatic: automatic?.value ?? null,
    goniometer: goniometerOf(shared, session.id, result)?.value ?? null,
    counted,
    refused: trials.length - counted,
    reasons: reasonPhrases(result, words).join('; '),
    comparable: estimate && (isOdd ? m.share_no() : m.share_yes()),
    yaw: setUp?.yaw ?? null,
    height: setUp?.height ?? null,
    distance: setUp?.distance ?? null,
    warmUp: warmUp && (warmUp === 'warm' ? m.share_conditions_warm() : m.share_conditions_none()),
    clothing:
      clothing && (clothing === 'close' ? m.share_conditions_close() : m.share_conditions_loose()),
  };
}

function when(at: number): Pick<Cells, 'day' | 'time'> {
  const [day, time] = new Date(at).toISOString().split('T') as [string, string];
  return { day, time: time.slice(0, 8) };
}
