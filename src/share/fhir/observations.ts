import { protocolOf } from '../../core/protocol/catalogue.ts';
import { belongsTo } from '../../core/session/session.ts';
import { normForPerson } from '../../core/norms/typical.ts';
import type { Verdict } from '../../core/session/progress.ts';
import { m } from '../../messages/generated/messages.js';
import type { Shared, SharedLine, SharedResult, SharedSession, SharedTrial } from '../content.ts';
import { goniometerOf, type GoniometerValue } from '../goniometer.ts';
import { reasonPhrase, reasonPhrases, stepPhrase } from '../phrases.ts';
import { typicalPhrase } from '../report-sections.ts';
import type { Words } from '../words.ts';
import { fhirText } from './fhir-text.ts';
import type { Component, Observation, Quantity, Reference } from './resources.ts';
import { absent, bodySite, own, systems, testCode } from './systems.ts';

/** What every observation of one bundle has in common. */
export interface Surroundings {
  readonly shared: Shared;
  readonly words: Words;
  readonly patient: Reference;
  readonly withSnomed: boolean;
}

/** The name of a result in all that is ever sent of it, so that it is never kept twice. */
export function resultName(session: SharedSession, { test, side }: SharedResult): string {
  return [session.id, test, side ?? 'both'].join('/');
}

/** One result of one visit as an Observation. */
export function observationOf(
  session: SharedSession,
  result: SharedResult,
  { shared, words, patient, withSnomed }: Surroundings,
): Observation {
  const { person, app } = shared;
  const line = shared.lines.find((one) => belongsTo(one, result)) ?? null;
  const norm = normForPerson(result, person, new Date(session.startedAt).getUTCFullYear());
  const goniometer = goniometerOf(shared, session.id, result);
  const [first, ...more] = componentsOf(session, result, line, goniometer, words);
  return {
    resourceType: 'Observation',
    identifier: [{ system: systems.identifier, value: resultName(session, result) }],
    status:
      result.estimate === null ? 'cancelled' : result.automatic === null ? 'final' : 'amended',
    category: [{ coding: [{ system: systems.category, code: 'exam' }], text: 'Exam' }],
    code: testCode(result.test),
    subject: patient,
    performer: [patient],
    effectiveDateTime: new Date(session.startedAt).toISOString(),
    ...valueOf(result, words),
    bodySite: bodySite(result, withSnomed),
    method: { text: m.share_fhir_method() },
    device: { display: m.share_fhir_device({ version: fhirText(app) }) },
    note: [{ text: m.share_fhir_note() }],
    ...(norm && {
      referenceRange: [{ text: typicalPhrase(norm, stepPhrase(result, words), words) }],
    }),
    ...(first && { component: [first, ...more] }),
  };
}

/** Degrees. */
function angle(value: number): Quantity {
  return { value, unit: 'degree', system: systems.ucum, code: 'deg' };
}

/** Leg lengths have no unit in UCUM: they are a ratio. */
function legLengths(value: number): Quantity {
  return { value, unit: m.share_fhir_leg_lengths(), system: systems.ucum, code: '1' };
}

function valueOf(
  result: SharedResult,
  words: Words,
): Pick<Observation, 'valueQuantity' | 'dataAbsentReason'> {
  if (result.estimate !== null) return { valueQuantity: angle(result.estimate.value) };
  const reasons = words.list(reasonPhrases(result, words));
  return {
    dataAbsentReason:
      reasons === ''
        ? absent('not-performed', m.share_fhir_not_done())
        : absent('unknown', m.share_fhir_not_measured({ reasons })),
  };
}

function componentsOf(
  session: SharedSession,
  result: SharedResult,
  line: SharedLine | null,
  goniometer: GoniometerValue | null,
  words: Words,
): readonly Component[] {
  const { estimate, automatic, trials } = result;
  return [
    ...(estimate === null
      ? []
      : [quantity('half-width-95', m.share_fhir_half_width(), angle(estimate.halfWidth95))]),
    ...(automatic === null
      ? []
      : [quantity('automatic', m.share_fhir_automatic(), angle(automatic.value))]),
    ...(goniometer === null
      ? []
      : [quantity('goniometer', m.share_fhir_goniometer(), angle(goniometer.value))]),
    ...trials.flatMap((trial, index) => repetitionOf(trial, index, result, words)),
    ...(estimate === null || line === null ? [] : comparabilityOf(session, line)),
    ...(line !== null && isNewest(session, result, line) ? judgementOf(line) : []),
    ...setUpOf(result),
  ];
}

function quantity(code: Parameters<typeof own>[0], text: string, value: Quantity): Component {
  return { code: own(code, text), valueQuantity: value };
}

function repetitionOf(
  trial: SharedTrial,
  index: number,
  { test }: SharedResult,
  words: Words,
): readonly Component[] {
  const code = own('repetition', m.share_fhir_repetition({ count: String(index + 1) }));
  if (trial.kind === 'refused') {
    return [{ code, dataAbsentReason: absent('unknown', reasonPhrase(trial, words)) }];
  }
  const value = trial.quantities[protocolOf(test).quantity]?.value;
  return value === undefined ? [] : [{ code, valueQuantity: angle(value) }];
}

function comparabilityOf(session: SharedSession, line: SharedLine): readonly Component[] {
  const isOdd = line.odd.some(({ sessionId }) => sessionId === session.id);
  return [{ code: own('comparable', m.share_fhir_comparable()), valueBoolean: !isOdd }];
}

const verdicts: Readonly<Record<Verdict, () => string>> = {
  real: m.share_fhir_verdict_real,
  possible: m.share_fhir_verdict_possible,
  noise: m.share_fhir_verdict_noise,
};

/** A line's change is that of its newest comparable number, and is told there alone. */
function isNewest(session: SharedSession, { estimate }: SharedResult, line: SharedLine): boolean {
  return estimate !== null && line.change?.newest === session.id;
}

function judgementOf({ limit, change }: SharedLine): readonly Component[] {
  if (limit === null || change === null) return [];
  const { amount, verdict } = change;
  return [
    quantity('smallest-real-change', m.share_fhir_limit(), angle(limit)),
    quantity('change', m.share_fhir_change(), angle(amount)),
    {
      code: own('verdict', m.share_fhir_verdict()),
      valueCodeableConcept: own(verdict, verdicts[verdict]()),
    },
  ];
}

function setUpOf({ setUp }: SharedResult): readonly Component[] {
  if (setUp === null) return [];
  const { yaw, height, distance } = setUp;
  return [
    ...(yaw === null ? [] : [quantity('camera-yaw', m.share_fhir_yaw(), angle(yaw))]),
    ...(height === null
      ? []
      : [quantity('camera-height', m.share_fhir_height(), legLengths(height))]),
    ...(distance === null
      ? []
      : [quantity('camera-distance', m.share_fhir_distance(), legLengths(distance))]),
  ];
}
