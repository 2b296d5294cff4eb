import type { Protocol, TestId } from './protocol.ts';

/** Chosen: three, as flexibility studies use two or three (Neto 2015, Esola 1996). */
const repetitions = 3;

const protocols: Readonly<Record<TestId, Protocol>> = {
  slr: {
    id: 'slr',
    posture: 'lying',
    quantity: 'leg-raise',
    sided: true,
    direction: 1,
    fromRest: true,
    repetitions,
  },
  'forward-bend': {
    id: 'forward-bend',
    posture: 'standing',
    quantity: 'hip-flexion',
    sided: false,
    direction: 1,
    fromRest: false,
    repetitions,
  },
  ake: {
    id: 'ake',
    posture: 'lying',
    quantity: 'knee-flexion',
    sided: true,
    direction: -1,
    fromRest: false,
    repetitions,
  },
  'chair-reach': {
    id: 'chair-reach',
    posture: 'seated',
    quantity: 'hip-flexion',
    sided: true,
    direction: 1,
    fromRest: false,
    repetitions,
  },
};

/** How a test is done. */
export function protocolOf(test: TestId): Protocol {
  return protocols[test];
}
