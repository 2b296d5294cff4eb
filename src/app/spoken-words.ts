import type { Cue, CueOf } from '../core/guidance/cue.ts';
import type { Pause } from '../core/guidance/situation.ts';
import type { Fault, RefusalReason, Step, TestId, ViewProblem } from '../core/protocol/protocol.ts';
import { m } from '../messages/generated/messages.js';
import { spokenAngleText } from './intl.ts';
import type { MovementWords } from './movement-words.ts';
import { refusalText } from './refusal-words.ts';
import { setUpAdviceWords } from './set-up-words.ts';
import { sideWords } from './test-words.ts';

const movements: Readonly<Record<TestId, MovementWords>> = {
  slr: {
    begin: (side) => (side === 'left' ? m.say_raise_left() : m.say_raise_right()),
    onward: m.say_higher,
    back: m.say_lower,
  },
  'forward-bend': { begin: () => m.say_bend(), onward: m.say_deeper, back: m.say_rise },
  ake: {
    begin: (side) => (side === 'left' ? m.say_straighten_left() : m.say_straighten_right()),
    onward: m.say_straighter,
    back: m.say_bend_knee,
  },
  'chair-reach': { begin: () => m.say_reach(), onward: m.say_forward, back: m.say_sit_up },
};

const problems: Readonly<Record<ViewProblem, () => string>> = {
  nobody: m.say_nobody,
  'head-out': m.say_head_out,
  'feet-out': m.say_feet_out,
  'body-out': m.say_body_out,
  unsure: m.say_unsure,
  'not-side-on': m.say_not_side_on,
  'wrong-side': m.say_wrong_side,
  'not-lying': m.say_not_lying,
  'not-standing': m.say_not_standing,
  'not-seated': m.say_not_seated,
  'leg-not-down': m.say_leg_not_down,
  'leg-not-up': m.say_leg_not_up,
  'knee-not-bent': m.say_knee_not_bent,
  'knee-not-straight': m.say_knee_not_straight,
  'not-still': m.say_keep_still,
};

const faults: Readonly<Record<Fault, () => string>> = {
  'knee-bent': m.say_fault_knee_bent,
  'other-leg-lifted': m.say_fault_other_leg_lifted,
  'pelvis-lifted': m.say_fault_pelvis_lifted,
  'thigh-drift': m.say_fault_thigh_drift,
};

const pauses: Readonly<Record<Pause, () => string>> = {
  hidden: m.say_paused_hidden,
  stalled: m.say_stalled,
  person: m.say_paused,
};

/** A cue as it is said aloud: a short sentence, for the voice and the screen reader. */
export function spokenWords(cue: Cue): string {
  switch (cue.id) {
    case 'pain':
      return m.say_pain();
    case 'paused':
      return pauses[cue.reason]();
    case 'over':
      return cue.isByPain ? m.say_over_pain() : m.say_over();
    case 'refused':
      return m.say_refused({ reason: reasonText(cue.reason) });
    case 'captured':
      if (cue.angle === null) return m.say_captured_plain();
      return m.say_captured({ angle: spokenAngleText(cue.angle) });
    case 'practised':
      if (cue.reason === null) return m.say_practised();
      return m.say_practised_reason({ reason: reasonText(cue.reason) });
    case 'stretch':
      return m.say_stretch();
    case 'fault':
      return faults[cue.fault]();
    case 'return':
      return movements[cue.step.test].back();
    case 'hold':
      return m.say_hold();
    case 'begin':
      return beginWords(cue);
    case 'set-up-holds':
      return m.say_stay();
    case 'set-up':
      return setUpAdviceWords(cue.problem, cue.step);
    case 'start-position':
      return problemWords(cue.problem, cue.step);
    case 'keep-still':
      return m.say_keep_still();
    case 'onward':
      return movements[cue.step.test].onward();
    case 'rest-ends':
      return m.say_rest_ends();
    case 'rest':
      return m.say_rest();
    case 'preparing':
      return m.say_preparing();
  }
}

function beginWords({ step, isPractice }: CueOf<'begin'>): string {
  const movement = movements[step.test].begin(step.side);
  return isPractice ? m.say_practice({ movement }) : movement;
}

function reasonText(reason: RefusalReason): string {
  return refusalText({ kind: 'refused', reason, amount: null });
}

function problemWords(problem: ViewProblem, { side }: Step): string {
  if (problem !== 'wrong-side' || side === null) return problems[problem]();
  return m.say_wrong_side_of({ side: sideWords[side]() });
}
