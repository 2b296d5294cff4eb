import type { Target } from '../core/advice/reply.ts';
import type { BodySide } from '../core/body/pose.ts';
import type { TimelineVisit } from '../core/session/timeline.ts';
import type { Estimate } from '../core/session/trial.ts';
import { m } from '../messages/generated/messages.js';
import { entryParts } from './entry-words.ts';
import { angleText, dayText, numberText, timeText } from './intl.ts';
import { isPainful, lastRefused, type Moment, type Visit } from './moments.ts';
import type { TestProgress } from './progress-view.ts';
import { targetText } from './reply-words.ts';
import { refusalText } from './refusal-words.ts';
import { spoilingText } from './set-up-change-words.ts';
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

/**
 * A moment as it is read from the chart: "12 October. Left 65°, give or take 4. Right …", or what was written down.
 * It is the one at `index` of all moments.
 */
export function momentText(moments: readonly Moment[], index: number, now: number): string {
  const moment = moments[index];
  if (moment === undefined) return '';
  const day = momentDay(moments, index, now);
  if (moment.kind === 'entry') return m.entry_reading({ day, parts: entryParts(moment) });
  const apart = sidesApart(moment);
  const values = moment.readings.map(readingText);
  if (apart !== null) values.push(m.chart_sides_apart({ angle: angleText(apart) }));
  return m.chart_reading({ day, values: values.join(' ') });
}

/**
 * The day of a moment, a visit's in the time zone in which it was done; with the time of day where another visit has
 * the same day, which can only be a neighbour. The month is long or short.
 */
export function momentDay(
  moments: readonly Moment[],
  index: number,
  now: number,
  month: 'long' | 'short' = 'long',
): string {
  const moment = moments[index];
  if (moment === undefined) return '';
  const day = dayOf(moment, now, month);
  const hasTwin = [-1, 1].some((by) => {
    const other = visitBeside(moments, index, by);
    return moment.kind === 'visit' && other !== null && dayOf(other, now, month) === day;
  });
  return hasTwin ? m.day_and_time({ day, time: timeText(moment.at, zoneOf(moment)) }) : day;
}

/** How far the two legs of a visit are apart, in whole degrees as both are shown; null where one is missing. */
export function sidesApart({ readings }: Visit): number | null {
  const [left, right] = (['left', 'right'] as const).map(
    (side) => readings.find(({ result }) => result.side === side)?.estimate,
  );
  return left && right ? Math.abs(Math.round(left.value) - Math.round(right.value)) : null;
}

/** A number with its uncertainty, short: "72° ± 3". */
export function estimateText({ value, halfWidth95 }: Estimate): string {
  return m.table_value({ angle: angleText(value), width: numberText(halfWidth95) });
}

/** Why a reading has no number, as the end of a sentence. */
export function reasonText(reading: TimelineVisit): string {
  const refused = lastRefused(reading);
  return refused === null ? m.chart_no_reason() : refusalText(refused);
}

/** A target as it is written beside its line: "Left target 80°". */
export function targetLabel({ side, value }: Target): string {
  const angle = angleText(value);
  return side === null
    ? m.chart_target({ angle })
    : m.chart_target_side({ side: sideName(side), angle });
}

/** Targets in words, as part of a sentence: "left 80° by December 1". */
export function targetTexts(targets: readonly Target[], now: number): string {
  return targets.map((target) => targetText(target, now)).join('; ');
}

/** What a chart shows, for those who do not see it. */
export function chartText({ test, visits }: TestProgress, now: number): string {
  const name = testWords[test]();
  const [first] = visits;
  const last = visits.at(-1);
  if (first === undefined || last === undefined) return name;
  if (first === last) return m.chart_label_one({ test: name, first: dayOf(first, now) });
  return m.chart_label({
    test: name,
    count: numberText(visits.length),
    first: dayOf(first, now),
    last: dayOf(last, now),
  });
}

function readingText(reading: TimelineVisit): string {
  const { result, estimate, comparison } = reading;
  const sentences = [estimate === null ? missText(reading) : valueText(result.side, estimate)];
  if (comparison?.likeness === 'not-comparable') {
    sentences.push(m.chart_apart({ differences: spoilingText(comparison) }));
  }
  if (isPainful(reading)) sentences.push(m.chart_pain());
  return sentences.join(' ');
}

function missText(reading: TimelineVisit): string {
  const reason = reasonText(reading);
  const { side } = reading.result;
  return side === null
    ? m.chart_no_number({ reason })
    : m.chart_no_number_side({ side: sideName(side), reason });
}

function valueText(side: BodySide | null, { value, halfWidth95 }: Estimate): string {
  const inputs = { angle: angleText(value), width: numberText(halfWidth95) };
  return side === null
    ? m.chart_value(inputs)
    : m.chart_value_side({ side: sideName(side), ...inputs });
}

function dayOf(moment: Moment, now: number, month?: 'long' | 'short'): string {
  return dayText(moment.at, now, zoneOf(moment), month);
}

/** What was written down has no zone: its day is that of this device. */
function zoneOf(moment: Moment): string | null {
  return moment.kind === 'visit' ? moment.timeZone : null;
}

/** The nearest visit before (-1) or after (1) a place, past whatever was written down between. */
function visitBeside(moments: readonly Moment[], index: number, by: number): Visit | null {
  for (let at = index + by; ; at += by) {
    const other = moments[at];
    if (other === undefined) return null;
    if (other.kind === 'visit') return other;
  }
}
