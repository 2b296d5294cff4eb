import { m } from '../messages/generated/messages.js';
import { wholeCheck, type ChosenLeg, type ChosenTest } from './choice.svelte.ts';

/** What a person reads before a test. */
interface TestNotes {
  /** The clinical term, or what sets the test apart. */
  readonly note: () => string;
  /** Where the camera goes for one side, or for a test without sides. */
  readonly place: () => string;
  /** The same where both sides are done, one after the other. */
  readonly placeBoth: () => string;
  /** How to start and what to do then. */
  readonly start: () => string;
}

const testNotes: Readonly<Record<ChosenTest, TestNotes>> = {
  [wholeCheck]: {
    note: m.test_whole_note,
    place: m.place_whole,
    placeBoth: m.place_whole,
    start: m.start_whole,
  },
  slr: {
    note: m.test_slr_clinical,
    place: m.place_lying,
    placeBoth: m.place_lying_both,
    start: m.start_slr,
  },
  'forward-bend': {
    note: m.test_forward_bend_clinical,
    place: m.place_bend,
    placeBoth: m.place_bend,
    start: m.start_bend,
  },
  ake: {
    note: m.test_ake_clinical,
    place: m.place_lying,
    placeBoth: m.place_lying_both,
    start: m.start_ake,
  },
  'chair-reach': {
    note: m.test_chair_reach_clinical,
    place: m.place_chair,
    placeBoth: m.place_chair_both,
    start: m.start_chair,
  },
};

/** What stands below a test's name. */
export function noteText(test: ChosenTest): string {
  return testNotes[test].note();
}

/** Where the camera goes. */
export function placeText(test: ChosenTest, leg: ChosenLeg): string {
  return leg === 'both' ? testNotes[test].placeBoth() : testNotes[test].place();
}

/** How to start. */
export function startText(test: ChosenTest): string {
  return testNotes[test].start();
}
