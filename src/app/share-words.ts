import type { TestId } from '../core/protocol/protocol.ts';
import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';
import type { Words } from '../share/words.ts';
import { exerciseWords } from './exercise-words.ts';
import { angleText, dayText, listText } from './intl.ts';
import { flagWords, readinessWords } from './safety-words.ts';
import { sourceText } from './source-words.ts';
import { sideWords, testWords } from './test-words.ts';

const clinicalWords: Readonly<Record<TestId, () => string>> = {
  slr: m.share_fhir_slr,
  'forward-bend': m.share_fhir_forward_bend,
  ake: m.share_fhir_ake,
  'chair-reach': m.share_fhir_chair_reach,
};

/** The app's own words for what is shared. */
export const shareWords: Words = {
  test: (test) => testWords[test](),
  clinical: (test) => clinicalWords[test](),
  side: (side) => sideWords[side](),
  exercise: (exercise) => exerciseWords[exercise].name(),
  flag: (flag) => flagWords[flag](),
  readiness: (question) => readinessWords[question](),
  source: sourceText,
  angle: angleText,
  number: (value) =>
    new Intl.NumberFormat(getLocale(), {
      maximumFractionDigits: 1,
      signDisplay: 'negative',
    }).format(value),
  list: listText,
  // As if it were long ago: what is on paper is read in another year.
  day: (at, timeZone) => dayText(at, 0, timeZone),
};
