import type { Cue, CueOf } from '../core/guidance/cue.ts';
import type { Pause } from '../core/guidance/situation.ts';
import type { Fault, ViewProblem } from '../core/protocol/protocol.ts';
import { m } from '../messages/generated/messages.js';
import { movementWords } from './movement-words.ts';
import { shortRefusalWords } from './refusal-words.ts';
import { setUpCueWords } from './set-up-words.ts';

/** What the stage says: two or three words, and whether they ask for a change. */
export interface Caption {
  readonly words: string;
  readonly tone: 'plain' | 'warning' | 'done';
}

const problemWords: Readonly<Record<ViewProblem, () => string>> = {
  nobody: m.view_nobody,
  'head-out': m.view_head_out,
  'feet-out': m.view_feet_out,
  'body-out': m.view_body_out,
  unsure: m.view_unsure,
  'not-side-on': m.view_not_side_on,
  'wrong-side': m.view_wrong_side,
  'not-lying': m.view_not_lying,
  'not-standing': m.view_not_standing,
  'not-seated': m.view_not_seated,
  'leg-not-down': m.view_leg_not_down,
  'leg-not-up': m.view_leg_not_up,
  'knee-not-bent': m.view_knee_not_bent,
  'knee-not-straight': m.view_knee_not_straight,
  'not-still': m.view_not_still,
};

const faultWords: Readonly<Record<Fault, () => string>> = {
  'knee-bent': m.fault_knee_bent,
  'other-leg-lifted': m.fault_other_leg_lifted,
  'pelvis-lifted': m.fault_pelvis_lifted,
  'thigh-drift': m.fault_thigh_drift,
};

const pauseCaptions: Readonly<Record<Pause, () => Caption>> = {
  hidden: () => plain(m.cue_paused()),
  stalled: () => warning(m.cue_stalled()),
  person: () => plain(m.cue_paused()),
};

/** The giant words of a cue. */
export function captionOf(cue: Cue): Caption {
  switch (cue.id) {
    case 'pain':
      return warning(m.cue_pain());
    case 'paused':
      return pauseCaptions[cue.reason]();
    case 'over':
      return cue.isByPain ? plain(m.cue_over_pain()) : done(m.cue_over());
    case 'refused':
      return warning(m.cue_again({ reason: shortRefusalWords[cue.reason]() }));
    case 'captured':
      return done(m.cue_captured());
    case 'practised':
      if (cue.reason === null) return done(m.cue_practised());
      return warning(shortRefusalWords[cue.reason]());
    case 'stretch':
      return done(m.cue_stretch());
    case 'fault':
      return warning(faultWords[cue.fault]());
    case 'return':
      return done(movementWords[cue.step.test].back());
    case 'hold':
      return plain(m.cue_hold());
    case 'begin':
      return plain(beginWords(cue));
    case 'set-up-holds':
      return done(m.cue_stay());
    case 'set-up':
      return plain(setUpCueWords(cue.problem));
    case 'start-position':
      return plain(problemWords[cue.problem]());
    case 'keep-still':
      return plain(m.view_not_still());
    case 'onward':
      return plain(movementWords[cue.step.test].onward());
    case 'rest-ends':
      return plain(m.cue_rest_ends());
    case 'rest':
      return plain(m.cue_rest());
    case 'preparing':
      return plain(m.stage_preparing());
  }
}

function beginWords({ step, isPractice }: CueOf<'begin'>): string {
  if (!isPractice) return movementWords[step.test].begin(step.side);
  // Of all tests only a leg raise is practised.
  return step.side === 'left' ? m.cue_practice_left() : m.cue_practice_right();
}

function plain(words: string): Caption {
  return { words, tone: 'plain' };
}

function warning(words: string): Caption {
  return { words, tone: 'warning' };
}

function done(words: string): Caption {
  return { words, tone: 'done' };
}
