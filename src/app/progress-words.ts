import type { BodySide } from '../core/body/pose.ts';
import type { Estimate } from '../core/session/trial.ts';
import { m } from '../messages/generated/messages.js';
import { angleText, dayText, numberText, timeText } from './intl.ts';
import type { Reading, TestProgress, Visit } from './progress-view.ts';
import { refusalText } from './refusal-words.ts';
import { testWords } from './test-words.ts';

const sideNames: Readonly<Record<BodySide, () => string>> = {
  left: m.chart_left,
  right: m.chart_right,
};

/** A side as the first word of a label: "Left". */
export function sideName(side: BodySide): string {
  return sideNames[side]();
}

/** The label at a line's end: "Left 72°", or the number alone where a test has no sides. */
export function endText(side: BodySide | null, value: number): string {
  const angle = angleText(value);
  return side === null ? angle : m.chart_end({ side: sideName(side), angle });
}

/** A visit as it is read from the chart: "12 October. Left 65°, give or take 4. Right …". */
export function visitText(visit: Visit, others: readonly Visit[], now: number): string {
  return m.chart_reading({
    day: visitDay(visit, others, now),
    values: visit.readings.map(readingText).join(' '),
  });
}

/** The day of a visit, with the time of day where the same day has another visit. */
export function visitDay(visit: Visit, others: readonly Visit[], now: number): string {
  const day = dayText(visit.at, now);
  const isOnly = others.every((other) => other === visit || dayText(other.at, now) !== day);
  return isOnly ? day : m.day_and_time({ day, time: timeText(visit.at) });
}

/** A number with its uncertainty, short: "72° ± 3". */
export function estimateText({ value, halfWidth95 }: Estimate): string {
  return m.table_value({ angle: angleText(value), width: numberText(halfWidth95) });
}

/** Why a reading has no number, as the end of a sentence. */
export function reasonText({ refused }: Reading): string {
  return refused === null ? m.chart_no_reason() : refusalText(refused);
}

/** What a chart shows, for those who do not see it. */
export function chartText({ test, visits }: TestProgress, now: number): string {
  const name = testWords[test]();
  const [first] = visits;
  const last = visits.at(-1);
  if (first === undefined || last === undefined) return name;
  if (first === last) return m.chart_label_one({ test: name, first: dayText(first.at, now) });
  return m.chart_label({
    test: name,
    count: numberText(visits.length),
    first: dayText(first.at, now),
    last: dayText(last.at, now),
  });
}

function readingText(reading: Reading): string {
  const { side, estimate } = reading;
  if (estimate === null) {
    const reason = reasonText(reading);
    return side === null
      ? m.chart_no_number({ reason })
      : m.chart_no_number_side({ side: sideName(side), reason });
  }
  const angle = angleText(estimate.value);
  const width = numberText(estimate.halfWidth95);
  return side === null
    ? m.chart_value({ angle, width })
    : m.chart_value_side({ side: sideName(side), angle, width });
}
