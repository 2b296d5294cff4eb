import { m } from '../../messages/generated/messages.js';
import { base64Of } from '../base64.ts';
import type { Shared, SharedPerson } from '../content.ts';
import type { Words } from '../words.ts';
import { fhirText } from './fhir-text.ts';
import { observationOf, resultName, type Surroundings } from './observations.ts';
import type { Bundle, DocumentReference, Patient, Reference, Resource } from './resources.ts';
import { diaryResponse, exerciseName, exerciseResponse, safetyResponse } from './responses.ts';
import { systems } from './systems.ts';
import { uuidOf } from './uuid.ts';

/** What a bundle may have beside what is shared. */
export interface BundleOptions {
  /** The report; null for none. */
  readonly pdf: Uint8Array | null;
  /** Whether SNOMED CT codes may be used: that needs a licence outside of its member countries. */
  readonly withSnomed: boolean;
}

/** What is shared as a FHIR R4 collection; see docs/sharing.md. The same is the same each time. */
export async function bundleOf(
  shared: Shared,
  words: Words,
  { pdf, withSnomed }: BundleOptions,
): Promise<Bundle> {
  const fullUrl = async (name: string): Promise<string> => `urn:uuid:${await uuidOf(name)}`;
  const patientUrl = await fullUrl(`person/${shared.person.id}`);
  const patient: Reference = { reference: patientUrl };
  const surroundings: Surroundings = { shared, words, patient, withSnomed };
  const others: (readonly [string, Resource | null])[] = [
    ...shared.sessions.flatMap((session) =>
      session.results.map(
        (result) =>
          [resultName(session, result), observationOf(session, result, surroundings)] as const,
      ),
    ),
    ...shared.diary.map((entry) => [`diary/${entry.id}`, diaryResponse(entry, patient)] as const),
    ...shared.safety.map(
      (one) => [`safety/${one.id}`, safetyResponse(one, patient, words)] as const,
    ),
    ...shared.log.map(
      (one) =>
        [
          `exercise/${exerciseName(shared.person, one)}`,
          exerciseResponse(shared.person, one, patient, words),
        ] as const,
    ),
    [`${shared.id}/report`, pdf && documentOf(shared, pdf, patient)],
  ];
  // The same name twice would be the same address twice.
  const named = new Map(others);
  const entry = [{ fullUrl: patientUrl, resource: patientOf(shared.person) as Resource }];
  for (const [name, resource] of named) {
    if (resource !== null) entry.push({ fullUrl: await fullUrl(name), resource });
  }
  return {
    resourceType: 'Bundle',
    identifier: { system: systems.identifier, value: shared.id },
    type: 'collection',
    timestamp: new Date(shared.madeAt).toISOString(),
    entry,
  };
}

function patientOf({ id, name, sex, birthYear }: SharedPerson): Patient {
  const text = fhirText(name);
  return {
    resourceType: 'Patient',
    identifier: [{ system: systems.identifier, value: id }],
    ...(text !== '' && { name: [{ text }] as const }),
    ...(sex !== null && { gender: sex }),
    ...(birthYear !== null && { birthDate: String(birthYear) }),
  };
}

function documentOf(shared: Shared, pdf: Uint8Array, subject: Reference): DocumentReference {
  const date = new Date(shared.madeAt).toISOString();
  const attachment = {
    contentType: 'application/pdf',
    data: base64Of(pdf),
    title: m.share_title(),
    creation: date,
  } as const;
  return {
    resourceType: 'DocumentReference',
    identifier: [{ system: systems.identifier, value: `${shared.id}/report` }],
    status: 'current',
    type: { text: m.share_title() },
    subject,
    date,
    content: [{ attachment }],
  };
}
