import { startPhase } from '../core/protocol/machine.ts';
import type { Holding, Moving, TrialPhase } from '../core/protocol/phase.ts';
import type { Fault, Step, ViewProblem } from '../core/protocol/protocol.ts';
import type { Trial } from '../core/session/trial.ts';
import { m } from '../messages/generated/messages.js';
import { movementWords } from './movement-words.ts';
import { shortRefusalWords } from './refusal-words.ts';

/** What the stage says: two or three words, and whether they ask for a change. */
export interface Cue {
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

/**
 * The one instruction for the person now. `notice` is the trial that has just ended, which is told
 * before the next start position is asked for.
 */
export function cueOf(phase: TrialPhase, step: Step, notice: Trial | null): Cue {
  if (notice !== null) return noticeCue(notice);
  // No frame has been looked at yet: there is nothing to tell the person.
  if (phase === startPhase) return plain(m.stage_preparing());
  switch (phase.phase) {
    case 'positioning':
      return plain(problemWords[phase.problem]());
    case 'ready':
      return plain(movementWords[step.test].begin(step.side));
    case 'moving':
    case 'holding':
      return movementCue(phase, step);
    case 'captured':
      return done(m.cue_captured());
    case 'refused':
      return warning(shortRefusalWords[phase.reason]());
  }
}

/** What the stage says while the camera gives no picture: a covered lens, a sleeping device. */
export function stalledCue(): Cue {
  return warning(m.cue_stalled());
}

function noticeCue(trial: Trial): Cue {
  if (trial.kind === 'measured') return done(m.cue_captured());
  return warning(m.cue_again({ reason: shortRefusalWords[trial.reason]() }));
}

function movementCue(phase: Moving | Holding, step: Step): Cue {
  const isReturning = phase.heldEnough && phase.phase === 'moving';
  // On the way back a bent knee no longer matters.
  if (phase.fault !== null && !isReturning) return warning(faultWords[phase.fault]());
  if (phase.heldEnough) return done(movementWords[step.test].back());
  return plain(phase.phase === 'holding' ? m.cue_hold() : movementWords[step.test].onward());
}

function plain(words: string): Cue {
  return { words, tone: 'plain' };
}

function warning(words: string): Cue {
  return { words, tone: 'warning' };
}

function done(words: string): Cue {
  return { words, tone: 'done' };
}
