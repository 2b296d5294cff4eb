import type { BodySide } from '../../core/body/pose.ts';
import type { Step, TestId } from '../../core/protocol/protocol.ts';
import { m } from '../../messages/generated/messages.js';
import type { CodeableConcept, Coding } from './resources.ts';

/*
 * [Note: Codes]
 * A code of others is used only where its meaning is exact and was seen in a published table: UCUM `deg` and `1`,
 * `exam` of the observation categories, the reasons for absent data, SNOMED CT body sites. A leg raise is no "hip
 * flexion", whose norms are of another position, and no code for it was found; so tests have codes of our own, in a
 * system named by a UUID, as Limber owns no address. docs/sharing.md lists them all.
 */
export const systems = {
  /** Tests and what is told of them. */
  own: 'urn:uuid:6b0f7c52-6f0e-4c0b-9d55-2f3b7a1f9c10',
  /** Identifiers of results, answers, reports and people. */
  identifier: 'urn:uuid:6b0f7c52-6f0e-4c0b-9d55-2f3b7a1f9c11',
  ucum: 'http://unitsofmeasure.org',
  category: 'http://terminology.hl7.org/CodeSystem/observation-category',
  absent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  snomed: 'http://snomed.info/sct',
} as const;

/** What our own system has a code for. */
export type OwnCode =
  | TestId
  | 'half-width-95'
  | 'repetition'
  | 'automatic'
  | 'goniometer'
  | 'smallest-real-change'
  | 'change'
  | 'verdict'
  | 'real'
  | 'possible'
  | 'noise'
  | 'comparable'
  | 'camera-yaw'
  | 'camera-height'
  | 'camera-distance';

/** A code of our own with its words. */
export function own(code: OwnCode, text: string): CodeableConcept {
  return { coding: [{ system: systems.own, code }], text };
}

const tests: Readonly<Record<TestId, () => string>> = {
  slr: m.share_fhir_slr,
  'forward-bend': m.share_fhir_forward_bend,
  ake: m.share_fhir_ake,
  'chair-reach': m.share_fhir_chair_reach,
};

/** The code of a test. */
export function testCode(test: TestId): CodeableConcept {
  return own(test, tests[test]());
}

/** Why there is no number: never done, or done and not counted. */
export function absent(code: 'not-performed' | 'unknown', text: string): CodeableConcept {
  return { coding: [{ system: systems.absent, code }], text };
}

interface Site {
  readonly code: string;
  readonly text: () => string;
}

const hips: Readonly<Record<BodySide, Site>> = {
  left: { code: '287679003', text: m.share_fhir_hip_left },
  right: { code: '287579007', text: m.share_fhir_hip_right },
};

const knees: Readonly<Record<BodySide, Site>> = {
  left: { code: '82169009', text: m.share_fhir_knee_left },
  right: { code: '6757004', text: m.share_fhir_knee_right },
};

const bothHips: Site = { code: '29836001', text: m.share_fhir_hips };

/** Where a test measures; SNOMED CT only where it is allowed, which a licence says. */
export function bodySite({ test, side }: Step, withSnomed: boolean): CodeableConcept {
  const site = side === null ? bothHips : (test === 'ake' ? knees : hips)[side];
  const coding: Coding = { system: systems.snomed, code: site.code };
  return withSnomed ? { coding: [coding], text: site.text() } : { text: site.text() };
}
