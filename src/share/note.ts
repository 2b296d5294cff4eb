import { m } from '../messages/generated/messages.js';
import { changePhrase, valuePhrase, verdictPhrase } from './phrases.ts';
import { newestOf, type Report, type ReportSide, type ReportTest } from './report.ts';
import type { Words } from './words.ts';

/**
 * A note to paste into a record: what was told (S), then one line for each test (O). Empty where there is nothing. One
 * line each, so text that a person wrote loses its line breaks.
 */
export function noteOf(report: Report, words: Words): string {
  const told = report.shared.diary.at(-1);
  const said = told && [
    told.pain === null
      ? ''
      : m.share_pain({
          values: m.share_pain_value({
            pain: words.number(told.pain),
            day: words.day(told.at, null),
          }),
        }),
    told.note,
  ];
  const subjective = (said ?? []).filter((text) => text !== '').join(' ');
  return [
    ...(subjective === '' ? [] : [m.share_note_subjective({ text: subjective })]),
    ...report.tests.map((test) => m.share_note_objective({ text: lineOf(test, words) })),
  ]
    .map((line) => line.replaceAll(/\s+/g, ' '))
    .join('\n');
}

function lineOf({ test, sides, difference }: ReportTest, words: Words): string {
  const newest = sides
    .flatMap((side) => newestOf(side) ?? [])
    .reduce<{ at: number; timeZone: string } | null>((a, b) => (a && a.at > b.at ? a : b), null);
  const last = sides.flatMap(({ visits }) => visits.at(-1)?.session ?? []).at(-1);
  const day = newest
    ? words.day(newest.at, newest.timeZone)
    : words.day(last?.startedAt ?? 0, last?.timeZone ?? null);
  const values = sides.map((side) => valueOf(side, words));
  if (difference !== null) values.push(m.share_note_difference({ angle: words.angle(difference) }));
  return m.share_note_line({
    test: words.clinical(test),
    day,
    values: values.join(', '),
    change: changeOf(sides, words),
  });
}

function valueOf(side: ReportSide, words: Words): string {
  const newest = newestOf(side);
  const value =
    newest === null ? m.share_no_number() : valuePhrase({ ...newest, automatic: null }, words);
  return side.step.side === null
    ? value
    : m.share_note_side({ side: words.side(side.step.side), value });
}

function changeOf(sides: readonly ReportSide[], words: Words): string {
  const changes = sides.flatMap(({ step, line }) => {
    if (!line?.change) return [];
    const change = changePhrase(line.change, words);
    const verdict = verdictPhrase(line, line.change.verdict, words);
    const text = m.share_note_change_side({ change, verdict });
    const side =
      step.side === null ? text : m.share_note_side({ side: words.side(step.side), value: text });
    return [{ text: side, since: line.change.since }];
  });
  const [first] = changes;
  if (!first) return m.share_note_no_change();
  return m.share_note_change({
    day: words.day(Math.min(...changes.map(({ since }) => since)), null),
    changes: changes.map(({ text }) => text).join('; '),
  });
}
