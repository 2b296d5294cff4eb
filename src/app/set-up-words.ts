import type { SetUpProblem } from '../core/coach/set-up-view.ts';
import type { Step } from '../core/protocol/protocol.ts';
import { m } from '../messages/generated/messages.js';
import { sideWords } from './test-words.ts';

const cueWords: Readonly<Record<SetUpProblem, () => string>> = {
  nobody: m.setup_cue_nobody,
  'two-people': m.setup_cue_two_people,
  'too-dark': m.setup_cue_too_dark,
  'back-lit': m.setup_cue_back_lit,
  'low-contrast': m.setup_cue_low_contrast,
  'not-steady': m.setup_cue_not_steady,
  'head-out': m.setup_cue_head_out,
  'feet-out': m.setup_cue_feet_out,
  'body-out': m.setup_cue_body_out,
  unsure: m.setup_cue_unsure,
  'not-lying': m.setup_cue_not_lying,
  'not-standing': m.setup_cue_not_standing,
  'not-seated': m.setup_cue_not_seated,
  'wrong-side': m.setup_cue_wrong_side,
  'not-side-on': m.setup_cue_not_side_on,
  'too-near': m.setup_cue_too_near,
  'too-far': m.setup_cue_too_far,
  'not-level': m.setup_cue_not_level,
};

const adviceWords: Readonly<Record<SetUpProblem, () => string>> = {
  nobody: m.setup_advice_nobody,
  'two-people': m.setup_advice_two_people,
  'too-dark': m.setup_advice_too_dark,
  'back-lit': m.setup_advice_back_lit,
  'low-contrast': m.setup_advice_low_contrast,
  'not-steady': m.setup_advice_not_steady,
  'head-out': m.setup_advice_head_out,
  'feet-out': m.setup_advice_feet_out,
  'body-out': m.setup_advice_body_out,
  unsure: m.setup_advice_unsure,
  'not-lying': m.setup_advice_not_lying,
  'not-standing': m.setup_advice_not_standing,
  'not-seated': m.setup_advice_not_seated,
  'wrong-side': m.setup_advice_wrong_side,
  'not-side-on': m.setup_advice_not_side_on,
  'too-near': m.setup_advice_too_near,
  'too-far': m.setup_advice_too_far,
  'not-level': m.setup_advice_not_level,
};

/** What the person has to mend in the set-up of a step, in two or three words for the stage. */
export function setUpCueWords(problem: SetUpProblem, step: Step): string {
  const isOnChair = step.test === 'chair-reach';
  if (isOnChair && problem === 'wrong-side') return m.setup_cue_wrong_side_chair();
  return cueWords[problem]();
}

/** What the person has to mend in the set-up of a step, as a sentence. */
export function setUpAdviceWords(problem: SetUpProblem, step: Step): string {
  if (step.side !== null) {
    const side = sideWords[step.side]();
    if (problem === 'not-lying') return m.setup_advice_not_lying_side({ side });
    if (problem === 'wrong-side') return m.setup_advice_wrong_side_of({ side });
  }
  return adviceWords[problem]();
}
