import { typicalRange } from '../core/norms/norms.ts';
import type { SafetyRecord } from '../core/safety/record.ts';
import { m } from '../messages/generated/messages.js';
import { reasonPhrases, spoilingPhrase, stepPhrase } from './phrases.ts';
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
  const stood = sides.map((side) => setUpLine(side, words));
  const odd = sides.flatMap(({ step, points }) =>
    points.flatMap(({ at, timeZone, odd: apart }) =>
      apart === null
        ? []
        : [
            m.share_odd({
              step: stepPhrase(step, words),
              day: words.day(at, timeZone),
              differences: spoilingPhrase(apart.differences, words),
            }),
          ],
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
    const trials = visits.at(-1)?.result;
    const counted = trials?.trials.filter(({ kind }) => kind === 'measured').length ?? 0;
    const refused = (trials?.trials.length ?? 0) - counted;
    const text = m.share_counted({ step: stepPhrase(step, words), count: counted });
    if (!trials || refused === 0) return `${text}.`;
    const reasons = words.list(reasonPhrases(trials, words));
    return `${words.list([text, m.share_refused({ count: refused, reasons })])}.`;
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
      lines: safety.slice(-most.safety).map((record) => safetyLine(record, words)),
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
function safetyLine(record: SafetyRecord, words: Words): string {
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

function setUpLine({ step, visits }: ReportSide, words: Words): string {
  const name = stepPhrase(step, words);
  const setUp = visits.findLast(({ result }) => result.setUp !== null)?.result.setUp;
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
  if (!last) return [];
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
    visits.flatMap(({ session, result: { marks, end } }) => {
      const inputs = {
        step: stepPhrase(step, words),
        day: words.day(session.startedAt, session.timeZone),
      };
      const pains = marks.filter(({ sensation }) => sensation === 'pain');
      const told = pains.map(({ angle }) =>
        angle === null
          ? m.share_mark_pain_unseen(inputs)
          : m.share_mark_pain({ ...inputs, angle: words.angle(angle) }),
      );
      return end === 'pain' && told.length === 0 ? [m.share_ended_pain(inputs)] : told;
    }),
  );
  return lines.slice(-most.marks);
}
