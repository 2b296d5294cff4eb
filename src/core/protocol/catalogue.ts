import type { Protocol, TestId } from './protocol.ts';

/** Chosen: three, as flexibility studies use two or three (Neto 2015, Esola 1996). */
const repetitions = 3;

/**
 * One lift, as the first trial of a leg raise differs from the second (p < .005, n = 22, JOSPT 1994;19:168); that one is
 * enough is chosen. Of the other tests nothing like it was found.
 */
const practiceLifts = 1;

const protocols: Readonly<Record<TestId, Protocol>> = {
  slr: {
    id: 'slr',
    posture: 'lying',
    quantity: 'leg-raise',
    sided: true,
    direction: 1,
    fromRest: true,
    practice: practiceLifts,
    repetitions,
  },
  'forward-bend': {
    id: 'forward-bend',
    posture: 'standing',
    quantity: 'hip-flexion',
    sided: false,
    direction: 1,
    fromRest: false,
    practice: 0,
    repetitions,
  },
  ake: {
    id: 'ake',
    posture: 'lying',
    quantity: 'knee-flexion',
    sided: true,
    direction: -1,
    fromRest: false,
    practice: 0,
    repetitions,
  },
  'chair-reach': {
    id: 'chair-reach',
    posture: 'seated',
    quantity: 'hip-flexion',
    sided: true,
    direction: 1,
    fromRest: false,
    practice: 0,
    repetitions,
  },
};

/** How a test is done. */
export function protocolOf(test: TestId): Protocol {
  return protocols[test];
}
