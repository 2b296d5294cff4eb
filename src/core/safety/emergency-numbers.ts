import type { Grade } from '../evidence/grade.ts';
import type { SourceId } from '../evidence/sources.ts';

/** Whom to call in a region. Digits as they are dialled. */
export interface EmergencyNumber {
  /** The first is the one to show largest. */
  readonly call: readonly [string, ...string[]];
  /** For advice when it is not an emergency; null where none was seen. */
  readonly advice: string | null;
  readonly grade: Grade;
  readonly source: SourceId;
}

function number(
  source: SourceId,
  call: EmergencyNumber['call'],
  advice: string | null = null,
  grade: Grade = 'V',
): EmergencyNumber {
  return { call, advice, grade, source };
}

const european = number('emergency-live', ['112']);

/** Countries where 112 brings an ambulance: the EU, Iceland, Liechtenstein, Switzerland. ISO 3166 codes. */
const with112 = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'GR', 'HR', 'HU', 'IT', 'LT'],
  ...['LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'IS', 'LI', 'CH'],
];

/**
 * By ISO 3166 code of the country. Norway has a row of its own: 112 is the police there. Brazil's ambulance
 * is 192; a page that says 193 is wrong.
 */
const numbers: ReadonlyMap<string, EmergencyNumber> = new Map([
  ...with112.map((region): [string, EmergencyNumber] => [region, european]),
  ['FR', number('twist-pt', ['112', '15'])],
  ['IE', number('emergency-live', ['112', '999'])],
  ['NO', number('norwayexpat', ['113'], '116 117')],
  ['GB', number('nhs-west-midlands', ['999', '112'], '111')],
  ['US', number('emergency-live', ['911'])],
  ['CA', number('emergency-live', ['911'])],
  ['AU', number('better-health-victoria', ['000', '112'], '1800 022 222')],
  ['NZ', number('healthify', ['111'])],
  ['BR', number('i-tecnico', ['192'])],
  ['CN', number('emergency-live', ['120'])],
  ['JP', number('odate', ['119'])],
  ['IN', number('wikibooks', ['112', '108'], null, 'V2')],
  ['AR', number('fr-academic', ['107'], null, 'V2')],
  ['CL', number('fr-academic', ['131'], null, 'V2')],
]);

/** The regions with a row, as ISO 3166 codes, for a choice in the settings. */
export const emergencyRegions: readonly string[] = [...numbers.keys()];

/**
 * Whom to call in a region (ISO 3166 code of a country); null where it is not known: then the words are
 * "your local emergency number", never a guess.
 */
export function emergencyNumberIn(region: string | null): EmergencyNumber | null {
  return numbers.get(region ?? '') ?? null;
}
