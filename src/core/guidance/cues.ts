import { protocolOf } from '../protocol/catalogue.ts';
import type { Holding, Moving, TrialPhase } from '../protocol/phase.ts';
import type { Sensation } from '../session/trial.ts';
import { cueIds, type Cue, type CueId, type CueOf } from './cue.ts';
import type { Outcome, Situation } from './situation.ts';

/** A cue as data: when it applies, how urgent it is, and how often it is said. Times in milliseconds. */
export interface CueRule<Id extends CueId = CueId> {
  /** The cue where it applies, else null. */
  readonly when: (now: Situation) => CueOf<Id> | null;
  /** Of several that apply the highest is told; it interrupts the voice unless that says something higher. */
  readonly priority: number;
  /** How long it has to stand before it is said: what flickers from frame to frame must not be spoken. */
  readonly standMs: number;
  /** The least time from saying something to saying the same again. */
  readonly coolDownMs: number;
  /** After how long it is said again while it stands, not less than the cool-down; null for never. */
  readonly repeatMs: number | null;
}

/** Chosen: at 10 to 30 frames a second one more frame agrees, and the voice is not late. */
const brief = 100;

/** Chosen: whoever lies still is ready after 600 ms (protocol/machine.ts) and need not be told to. */
const patient = 1000;

/** Chosen: the end of a rest, long enough to hear of it and to get back into place. */
const restEndsSeconds = 3;

/**
 * The rules, the most urgent first. Chosen: the parts of a repetition interrupt each other in their order
 * while encouragement waits, and a cool-down is shorter than what lies between two repetitions (3 s).
 */
export const cueRules: { readonly [Id in CueId]: CueRule<Id> } = {
  pain: { when: pain, priority: 100, standMs: 0, coolDownMs: 1000, repeatMs: null },
  paused: { when: paused, priority: 90, standMs: 0, coolDownMs: 2000, repeatMs: null },
  over: { when: over, priority: 80, standMs: 0, coolDownMs: 2000, repeatMs: null },
  refused: { when: refused, priority: 70, standMs: 0, coolDownMs: 2500, repeatMs: null },
  captured: { when: captured, priority: 70, standMs: 0, coolDownMs: 2500, repeatMs: null },
  practised: { when: practised, priority: 70, standMs: 0, coolDownMs: 2500, repeatMs: null },
  stretch: { when: stretch, priority: 60, standMs: 0, coolDownMs: 1000, repeatMs: null },
  fault: { when: fault, priority: 50, standMs: brief, coolDownMs: 3000, repeatMs: 4000 },
  return: { when: comeBack, priority: 40, standMs: brief, coolDownMs: 2000, repeatMs: 5000 },
  hold: { when: hold, priority: 35, standMs: brief, coolDownMs: 2000, repeatMs: null },
  begin: { when: begin, priority: 30, standMs: brief, coolDownMs: 3000, repeatMs: 8000 },
  'set-up-holds': { when: holds, priority: 28, standMs: brief, coolDownMs: 4000, repeatMs: null },
  'set-up': { when: setUp, priority: 25, standMs: brief, coolDownMs: 6000, repeatMs: 6000 },
  'start-position': { when: start, priority: 25, standMs: brief, coolDownMs: 6000, repeatMs: 6000 },
  'keep-still': { when: still, priority: 25, standMs: patient, coolDownMs: 4000, repeatMs: 6000 },
  onward: { when: onward, priority: 20, standMs: brief, coolDownMs: 3000, repeatMs: null },
  'rest-ends': { when: restEnds, priority: 15, standMs: 0, coolDownMs: 3000, repeatMs: null },
  rest: { when: rest, priority: 10, standMs: brief, coolDownMs: 3000, repeatMs: null },
  preparing: { when: preparing, priority: 5, standMs: brief, coolDownMs: 6000, repeatMs: null },
};

/** What is to be told now: of all cues that apply the one of the highest priority. There always is one. */
export function cueFor(now: Situation): Cue {
  const least: Cue = { id: 'preparing' };
  return cueIds.reduceRight<Cue>((below, id) => cueRules[id].when(now) ?? below, least);
}

function pain(now: Situation): CueOf<'pain'> | null {
  return told(now) === 'pain' ? { id: 'pain' } : null;
}

function paused(now: Situation): CueOf<'paused'> | null {
  return now.at === 'paused' ? { id: 'paused', reason: now.reason } : null;
}

function over(now: Situation): CueOf<'over'> | null {
  return now.at === 'over' ? { id: 'over', isByPain: now.isByPain } : null;
}

function refused(now: Situation): CueOf<'refused'> | null {
  const notice = noticeOf(now);
  if (notice !== null) {
    return notice.kind === 'refused' ? { id: 'refused', reason: notice.reason } : null;
  }
  const phase = phaseOf(now);
  return phase?.phase === 'refused' ? { id: 'refused', reason: phase.reason } : null;
}

function captured(now: Situation): CueOf<'captured'> | null {
  const trial = noticeOf(now);
  if (trial?.kind !== 'measured' || !('step' in now)) return null;
  const value = trial.quantities[protocolOf(now.step.test).quantity]?.value;
  return { id: 'captured', angle: value === undefined ? null : Math.round(value) };
}

function practised(now: Situation): CueOf<'practised'> | null {
  const notice = noticeOf(now);
  return notice?.kind === 'practised' ? { id: 'practised', reason: notice.reason } : null;
}

function stretch(now: Situation): CueOf<'stretch'> | null {
  return told(now) === 'stretch' ? { id: 'stretch' } : null;
}

function fault(now: Situation): CueOf<'fault'> | null {
  const phase = underway(now);
  // On the way back a bent knee no longer matters.
  const isReturning = phase?.phase === 'moving' && phase.heldEnough;
  const seen = isReturning ? null : (phase?.fault ?? null);
  return seen === null ? null : { id: 'fault', fault: seen };
}

function comeBack(now: Situation): CueOf<'return'> | null {
  if (now.at !== 'trial') return null;
  // A complete movement has still to be measured: to say that it counts would be too early.
  const isHeld = underway(now)?.heldEnough ?? now.phase.phase === 'captured';
  return isHeld ? { id: 'return', step: now.step } : null;
}

function hold(now: Situation): CueOf<'hold'> | null {
  return phaseOf(now)?.phase === 'holding' ? { id: 'hold' } : null;
}

function begin(now: Situation): CueOf<'begin'> | null {
  if (now.at !== 'trial' || now.phase.phase !== 'ready') return null;
  return { id: 'begin', step: now.step, isPractice: now.isPractice };
}

function holds(now: Situation): CueOf<'set-up-holds'> | null {
  return now.at === 'setting-up' && now.view.problem === null ? { id: 'set-up-holds' } : null;
}

function setUp(now: Situation): CueOf<'set-up'> | null {
  if (now.at !== 'setting-up' || now.view.problem === null) return null;
  return { id: 'set-up', step: now.step, problem: now.view.problem };
}

function start(now: Situation): CueOf<'start-position'> | null {
  if (now.at !== 'trial' || now.phase.phase !== 'positioning') return null;
  const { problem } = now.phase;
  return problem === 'not-still' ? null : { id: 'start-position', step: now.step, problem };
}

function still(now: Situation): CueOf<'keep-still'> | null {
  const phase = phaseOf(now);
  if (phase?.phase !== 'positioning' || phase.problem !== 'not-still') return null;
  return { id: 'keep-still' };
}

function onward(now: Situation): CueOf<'onward'> | null {
  if (now.at !== 'trial' || now.phase.phase !== 'moving') return null;
  return { id: 'onward', step: now.step };
}

function restEnds(now: Situation): CueOf<'rest-ends'> | null {
  return now.at === 'resting' && now.secondsLeft <= restEndsSeconds ? { id: 'rest-ends' } : null;
}

function rest(now: Situation): CueOf<'rest'> | null {
  return now.at === 'resting' ? { id: 'rest' } : null;
}

function preparing(now: Situation): CueOf<'preparing'> | null {
  return now.at === 'preparing' ? { id: 'preparing' } : null;
}

function told(now: Situation): Sensation | null {
  return now.at === 'trial' ? (now.mark?.sensation ?? null) : null;
}

/** The repetition that has just ended; null after a moment. */
function noticeOf(now: Situation): Outcome | null {
  return now.at === 'trial' || now.at === 'resting' ? now.notice : null;
}

function phaseOf(now: Situation): TrialPhase | null {
  return now.at === 'trial' ? now.phase : null;
}

function underway(now: Situation): Moving | Holding | null {
  const phase = phaseOf(now);
  return phase?.phase === 'moving' || phase?.phase === 'holding' ? phase : null;
}
