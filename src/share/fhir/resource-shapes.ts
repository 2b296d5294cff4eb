import * as v from 'valibot';
import { finite } from '../../store/values.ts';
import type { Resource } from './resources.ts';
import { systems } from './systems.ts';

/*
 * The closed schema of `resources.ts`, for what leaves the device: a record system may take what is wrong (Medplum's
 * takes an Observation without a status), and what a clinic has once taken is hard to take back.
 */

/** FHIR R4, string: something is in it, no control characters but tab and line ends. */
const text = v.pipe(
  v.string(),
  v.maxLength(10_000),
  v.regex(/^(?!\s)(?:[\t\r\n]|[^\p{Cc}\p{Cs}])+(?<!\s)$/u),
);
const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9.-]{1,64}$/));
const dateTime = v.pipe(v.string(), v.isoTimestamp());
const reference = v.strictObject({
  reference: v.pipe(v.string(), v.regex(/^urn:uuid:[\da-f-]{36}$/)),
});
const identifier = v.strictObject({
  system: v.literal(systems.identifier),
  value: v.pipe(v.string(), v.regex(/^[\w/.-]{1,200}$/)),
});
const coding = v.strictObject({
  system: v.picklist(Object.values(systems)),
  code,
  display: v.exactOptional(text),
});
const concept = v.strictObject({ coding: v.exactOptional(v.strictTuple([coding])), text });
const quantity = v.strictObject({
  value: finite,
  unit: text,
  system: v.literal(systems.ucum),
  code: v.picklist(['deg', '1']),
});
const plain = v.strictObject({ text });

const component = v.union([
  v.strictObject({ code: concept, valueQuantity: quantity }),
  v.strictObject({ code: concept, valueBoolean: v.boolean() }),
  v.strictObject({ code: concept, valueCodeableConcept: concept }),
  v.strictObject({ code: concept, dataAbsentReason: concept }),
]);

const patient = v.strictObject({
  resourceType: v.literal('Patient'),
  identifier: v.strictTuple([identifier]),
  name: v.exactOptional(v.strictTuple([plain])),
  gender: v.exactOptional(v.picklist(['female', 'male'])),
  birthDate: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}$/))),
});

const observation = v.strictObject({
  resourceType: v.literal('Observation'),
  identifier: v.strictTuple([identifier]),
  status: v.picklist(['final', 'amended', 'cancelled']),
  category: v.strictTuple([concept]),
  code: concept,
  subject: reference,
  performer: v.strictTuple([reference]),
  effectiveDateTime: dateTime,
  valueQuantity: v.exactOptional(quantity),
  dataAbsentReason: v.exactOptional(concept),
  bodySite: concept,
  method: plain,
  device: v.strictObject({ display: text }),
  note: v.strictTuple([plain]),
  referenceRange: v.exactOptional(v.strictTuple([plain])),
  component: v.exactOptional(v.tupleWithRest([component], component)),
});

const answer = v.union([
  v.strictObject({ valueInteger: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ valueDecimal: finite }),
  v.strictObject({ valueBoolean: v.boolean() }),
  v.strictObject({ valueString: text }),
]);
const item = v.strictObject({ linkId: code, text, answer: v.strictTuple([answer]) });

const response = v.strictObject({
  resourceType: v.literal('QuestionnaireResponse'),
  identifier,
  status: v.literal('completed'),
  subject: reference,
  source: reference,
  authored: dateTime,
  item: v.tupleWithRest([item], item),
});

const document = v.strictObject({
  resourceType: v.literal('DocumentReference'),
  identifier: v.strictTuple([identifier]),
  status: v.literal('current'),
  type: plain,
  subject: reference,
  date: dateTime,
  content: v.strictTuple([
    v.strictObject({
      attachment: v.strictObject({
        contentType: v.literal('application/pdf'),
        data: v.pipe(v.string(), v.base64()),
        title: text,
        creation: dateTime,
      }),
    }),
  ]),
});

/** A resource as this version writes it, and nothing else. */
export const writtenResource: v.GenericSchema<unknown, Resource> = v.variant('resourceType', [
  patient,
  observation,
  response,
  document,
]);
