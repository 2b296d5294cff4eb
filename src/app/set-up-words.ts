import type { SetUpCheck, SetUpProblem, SetUpStanding } from '../core/coach/set-up-view.ts';
import { protocolOf } from '../core/protocol/catalogue.ts';
import type { Step } from '../core/protocol/protocol.ts';
import { m } from '../messages/generated/messages.js';

/** The name of each check: two words at most. */
export const setUpCheckWords: Readonly<Record<SetUpCheck, () => string>> = {
  body: m.setup_check_body,
  'side-on': m.setup_check_side,
  light: m.setup_check_light,
  distance: m.setup_check_distance,
  camera: m.setup_check_camera,
};

/** How a check stands: "Light: not yet". */
export const setUpStandingWords: Readonly<Record<SetUpStanding, () => string>> = {
  good: m.setup_state_good,
  bad: m.setup_state_bad,
  unknown: m.setup_state_unknown,
};

const cues: Readonly<Record<SetUpProblem, () => string>> = {
  nobody: m.view_nobody,
  'two-people': m.setup_one_person,
  'too-dark': m.setup_too_dark,
  'back-lit': m.setup_back_lit,
  'low-contrast': m.setup_low_contrast,
  'not-steady': m.setup_not_steady,
  'head-out': m.view_head_out,
  'feet-out': m.view_feet_out,
  'body-out': m.view_body_out,
  unsure: m.setup_unsure,
  'not-lying': m.view_not_lying,
  'not-standing': m.view_not_standing,
  'not-seated': m.view_not_seated,
  'wrong-side': m.view_wrong_side,
  'not-side-on': m.view_not_side_on,
  'too-near': m.setup_too_near,
  'too-far': m.setup_too_far,
  'not-level': m.setup_not_level,
};

/** How to mend a problem, for someone upright and for someone lying. */
const advice: Readonly<
  Record<
    Exclude<SetUpProblem, 'wrong-side' | 'not-lying'>,
    { readonly upright: () => string; readonly lying: () => string }
  >
> = {
  nobody: { upright: m.setup_nobody_advice, lying: m.setup_nobody_lying_advice },
  'two-people': always(m.setup_two_people_advice),
  'too-dark': always(m.setup_too_dark_advice),
  'back-lit': always(m.setup_back_lit_advice),
  'low-contrast': {
    upright: m.setup_low_contrast_advice,
    lying: m.setup_low_contrast_lying_advice,
  },
  'not-steady': always(m.setup_not_steady_advice),
  'head-out': { upright: m.setup_head_out_advice, lying: m.setup_head_out_lying_advice },
  'feet-out': { upright: m.setup_feet_out_advice, lying: m.setup_feet_out_lying_advice },
  'body-out': always(m.setup_body_out_advice),
  unsure: always(m.setup_unsure_advice),
  'not-standing': always(m.setup_not_standing_advice),
  'not-seated': always(m.setup_not_seated_advice),
  'not-side-on': { upright: m.setup_not_side_on_advice, lying: m.setup_not_side_on_lying_advice },
  'too-near': { upright: m.setup_too_near_advice, lying: m.setup_too_near_lying_advice },
  'too-far': always(m.setup_too_far_advice),
  'not-level': always(m.setup_not_level_advice),
};

const lieDown = {
  left: m.setup_not_lying_left_advice,
  right: m.setup_not_lying_right_advice,
} as const;

const turnRound = {
  left: { upright: m.setup_wrong_side_left_advice, lying: m.setup_wrong_side_left_lying_advice },
  right: { upright: m.setup_wrong_side_right_advice, lying: m.setup_wrong_side_right_lying_advice },
} as const;

/** What the person is to mend, in three words at most. */
export function setUpCueWords(problem: SetUpProblem): string {
  return cues[problem]();
}

/** How to mend it, in a sentence or two. */
export function setUpAdviceWords(problem: SetUpProblem, { test, side }: Step): string {
  const position = protocolOf(test).posture === 'lying' ? 'lying' : 'upright';
  // Only a test with sides can be taken from the wrong one.
  if (problem === 'wrong-side') return turnRound[side ?? 'right'][position]();
  if (problem === 'not-lying') return lieDown[side ?? 'right']();
  return advice[problem][position]();
}

function always(words: () => string): { upright: () => string; lying: () => string } {
  return { upright: words, lying: words };
}
