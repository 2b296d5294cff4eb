import { typicalRange } from '../core/norms/norms.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { SafetyRecord } from '../core/safety/record.ts';
import { m } from '../messages/generated/messages.js';
import { reasonPhrases, spoilingPhrase, stepPhrase } from './phrases.ts';
import type { OddVisit, SharedResult, SharedSession } from './content.ts';
import type { Report, ReportSide } from './report.ts';
import type { Words } from './words.ts';

/** Lines under a heading. */
export interface ReportSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Chosen: what fits beside the rest on two pages; the file has all. */
const most = { notes: 8, pains: 12, marks: 6, safety: 4 };

/** How the camera stood on each side's newest visit, and which visits cannot be compared. */
export function setUpSection(report: Report, words: Words): ReportSection {
  const sides = sidesOf(report);
  const stood = sides.map(({ step, visits }) => {
    const setUp = visits.findLast(({ result }) => result.setUp !== null)?.result.setUp ?? null;
    return setUpPhrase({ ...step, setUp }, words);
  });
  const odd = sides.flatMap(({ step, points }) =>
    points.flatMap(({ at, timeZone, odd: apart }) =>
      apart === null ? [] : [oddPhrase({ startedAt: at, timeZone }, step, apart, words)],
    ),
  );
  const lines = sides.length === 0 ? [] : [...stood, ...conditionLines(report, words)];
  const hasSeveral = sides.some(({ points }) => points.length > 1);
  const all = odd.length === 0 && hasSeveral ? [m.share_all_comparable()] : odd;
  return { heading: m.share_set_up_heading(), lines: [...lines, ...all] };
}

/** How many repetitions of each side's newest visit counted, why others did not, and where it hurt. */
export function trialsSection(report: Report, words: Words): ReportSection {
  const lines = sidesOf(report).map(({ step, visits }) => {
    const trials = visits.at(-1)?.result.trials ?? [];
    return countedPhrase({ ...step, trials }, words);
  });
  return { heading: m.share_trials_heading(), lines };
}

/** Pain, notes, and what the safety questions were answered. */
export function feltSections(report: Report, words: Words): readonly ReportSection[] {
  const { diary, safety } = report.shared;
  const pains = diary.filter(({ pain }) => pain !== null).slice(-most.pains);
  const notes = diary.filter(({ note }) => note !== '').slice(-most.notes);
  const values = pains.map(({ pain, at }) =>
    m.share_pain_value({ pain: words.number(pain ?? 0), day: words.day(at, null) }),
  );
  return [
    {
      heading: m.share_felt_heading(),
      lines: [
        ...(values.length === 0 ? [] : [m.share_pain({ values: words.list(values) })]),
        ...painfulLines(report, words),
        ...notes.map(({ at, note }) => m.share_note({ day: words.day(at, null), text: note })),
      ],
    },
    {
      heading: m.share_safety_heading(),
      lines: safety.slice(-most.safety).map((record) => safetyPhrase(record, words)),
    },
  ];
}

/** What was written down of stretching. */
export function planSection({ adherence }: Report, words: Words): ReportSection {
  const { days, minutes, exercises } = adherence;
  return {
    heading: m.share_plan_heading(),
    lines: [
      ...(days === 0 ? [] : [m.share_plan_minutes({ minutes: words.number(minutes), days })]),
      ...exercises.map(({ exercise, count }) =>
        m.share_plan_exercise({ exercise: words.exercise(exercise), count }),
      ),
    ],
  };
}

/** The typical range of each side, where a verified one fits. */
export function typicalSection(report: Report, words: Words): ReportSection {
  const lines = sidesOf(report).flatMap(({ step, norm }) =>
    norm === null ? [] : [typicalPhrase(norm, stepPhrase(step, words), words)],
  );
  return { heading: m.share_typical_heading(), lines };
}

/** A typical range as a sentence. */
export function typicalPhrase(
  norm: NonNullable<ReportSide['norm']>,
  step: string,
  words: Words,
): string {
  const { low, high } = typicalRange(norm);
  const ages = { from: words.number(norm.ages[0]), to: words.number(norm.ages[1]) };
  return m.share_typical({
    step,
    low: words.angle(low),
    high: words.angle(high),
    people: norm.sex === 'female' ? m.share_people_female(ages) : m.share_people_male(ages),
    source: words.source(norm.source),
  });
}

/** What one record of the safety questions says. */
export function safetyPhrase(record: SafetyRecord, words: Words): string {
  const day = words.day(record.at, null);
  if (record.kind === 'seen') return m.share_safety_seen({ day });
  const { flags, readiness, pain } = record.answers;
  const answers = [
    ...flags.map(words.flag),
    ...(readiness ?? []).map(words.readiness),
    ...(pain === null ? [] : [m.share_pain({ values: words.number(pain) }).replace(/\.$/, '')]),
  ];
  return answers.length === 0
    ? m.share_safety_none({ day })
    : m.share_safety({ day, answers: answers.map((text) => text.replace(/\.$/, '')).join('; ') });
}

function sidesOf({ tests }: Report): readonly ReportSide[] {
  return tests.flatMap(({ sides }) => sides);
}

/** How the camera stood for a result. */
export function setUpPhrase(
  { setUp, ...step }: Step & Pick<SharedResult, 'setUp'>,
  words: Words,
): string {
  const name = stepPhrase(step, words);
  const { yaw, height, distance } = setUp ?? { yaw: null, height: null, distance: null };
  if (yaw === null || height === null || distance === null) {
    return m.share_set_up_unknown({ step: name });
  }
  return m.share_set_up({
    step: name,
    yaw: words.angle(Math.abs(yaw)),
    height: words.number(height),
    distance: words.number(distance),
  });
}

function conditionLines({ shared }: Report, words: Words): readonly string[] {
  const last = shared.sessions.at(-1);
  return last ? conditionsPhrase(last, words) : [];
}

/** What was told of a visit's circumstances: a sentence, or nothing. */
export function conditionsPhrase(last: SharedSession, words: Words): readonly string[] {
  const { warmUp, clothing } = last.conditions;
  const told = [
    warmUp === null
      ? ''
      : warmUp === 'warm'
        ? m.share_conditions_warm()
        : m.share_conditions_none(),
    clothing === null
      ? ''
      : clothing === 'close'
        ? m.share_conditions_close()
        : m.share_conditions_loose(),
  ].filter((text) => text !== '');
  if (told.length === 0) return [];
  const day = words.day(last.startedAt, last.timeZone);
  return [m.share_conditions({ day, conditions: words.list(told) })];
}

function painfulLines(report: Report, words: Words): readonly string[] {
  const lines = sidesOf(report).flatMap(({ step, visits }) =>
    visits.flatMap(({ session, result }) => painPhrases(session, { ...result, ...step }, words)),
  );
  return lines.slice(-most.marks);
}

/** Where it hurt in one result, and whether pain ended it. */
function painPhrases(
  session: SharedSession,
  result: SharedResult,
  words: Words,
): readonly string[] {
  const inputs = {
    step: stepPhrase(result, words),
    day: words.day(session.startedAt, session.timeZone),
  };
  const pains = result.marks.filter(({ sensation }) => sensation === 'pain');
  const told = pains.map(({ angle }) =>
    angle === null
      ? m.share_mark_pain_unseen(inputs)
      : m.share_mark_pain({ ...inputs, angle: words.angle(angle) }),
  );
  return result.end === 'pain' && told.length === 0 ? [m.share_ended_pain(inputs)] : told;
}

/** What was felt in one result: pain, and where a stretch began. */
export function markPhrases(
  session: SharedSession,
  result: SharedResult,
  words: Words,
): readonly string[] {
  const stretches = result.marks.flatMap(({ sensation, angle }) =>
    sensation === 'stretch' && angle !== null ? [angle] : [],
  );
  const felt =
    stretches.length === 0
      ? []
      : [m.share_mark_stretch({ angles: words.list(stretches.map(words.angle)) })];
  return [...painPhrases(session, result, words), ...felt];
}

/** How many repetitions of a result counted, and why others did not. */
export function countedPhrase(result: Step & Pick<SharedResult, 'trials'>, words: Words): string {
  const { trials } = result;
  const counted = trials.filter(({ kind }) => kind === 'measured').length;
  const refused = trials.length - counted;
  const text = m.share_counted({ step: stepPhrase(result, words), count: counted });
  if (refused === 0) return `${text}.`;
  const reasons = words.list(reasonPhrases(result, words));
  return `${words.list([text, m.share_refused({ count: refused, reasons })])}.`;
}

/** Why a visit's number cannot be compared. */
export function oddPhrase(
  { startedAt, timeZone }: Pick<SharedSession, 'startedAt' | 'timeZone'>,
  step: Step,
  { differences }: OddVisit,
  words: Words,
): string {
  return m.share_odd({
    step: stepPhrase(step, words),
    day: words.day(startedAt, timeZone),
    differences: spoilingPhrase(differences, words),
  });
}
