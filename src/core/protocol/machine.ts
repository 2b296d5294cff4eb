import { degrees, type Degrees } from '../geometry/angle.ts';
import type { Holding, Moving, Positioning, Ready, Sample, TrialPhase } from './phase.ts';
import type { Protocol, RefusalReason, ViewProblem } from './protocol.ts';

/** Chosen: the start position has to be quiet for this long; long enough to read the rest line. */
const stillMs = 600;

/** Chosen: what counts as quiet, about three times the jitter of a resting pose (1 degree, measured). */
const band = 3;

/** Chosen: a hold sways more than a rest; the plateau of the recorded trial decides in the end. */
const holdBand = 5;

/** Chosen: pose models lose a limb for one or two frames at 15 a second; longer is real. */
const doubtMs = 200;

/** Chosen: a movement begins when it is clearly out of the jitter. */
const startOfMovement = 8;

/** Chosen: less than this is no attempt at the test. */
const smallestMovement = 15;

/** Chosen: the middle of a hold follows a sway of up to 6 degrees per second (band over this time). */
const followMs = 500;

/** Chosen: after this long within the band the body is holding, and the ring begins to fill. */
const settleMs = 400;

/** The hold that is asked for: 2 s (clinical protocol table, chosen there). */
const holdMs = 2000;

/** Chosen: nobody holds longer on purpose; the trial is captured without waiting for the return. */
const longestHoldMs = 6000;

/** Chosen: back below this share of the farthest movement is a return. */
const returned = 0.6;

/** Chosen: a body lost for longer ends the trial; shorter losses are bridged. */
const lostMs = 1000;

/** Where every trial starts. */
export const startPhase: TrialPhase = { phase: 'positioning', problem: 'nobody', still: null };

/**
 * The next phase after one frame. Pure: the same samples give the same phases. `captured` and `refused`
 * are ends; the caller starts the next trial from `startPhase`.
 */
export function advance(phase: TrialPhase, sample: Sample, protocol: Protocol): TrialPhase {
  switch (phase.phase) {
    case 'positioning':
      return position(phase, sample);
    case 'ready':
      return awaitMovement(phase, sample, protocol);
    case 'moving':
    case 'holding':
      return pursue(phase, sample, protocol);
    case 'captured':
    case 'refused':
      return phase;
  }
}

/** The end of the frames: a trial that was held long enough counts, all others are refused. */
export function finish(phase: TrialPhase): TrialPhase {
  switch (phase.phase) {
    case 'positioning':
      return { phase: 'refused', reason: reasonOf(phase.problem) };
    case 'ready':
      return { phase: 'refused', reason: 'no-movement' };
    case 'moving':
    case 'holding':
      return phase.heldEnough ? { phase: 'captured' } : { phase: 'refused', reason: 'not-held' };
    case 'captured':
    case 'refused':
      return phase;
  }
}

function position(phase: Positioning, sample: Sample): TrialPhase {
  const problem = sample.problem ?? sample.start;
  if (problem || sample.angle === null) {
    return { phase: 'positioning', problem: problem ?? 'unsure', still: null };
  }
  const still = phase.still;
  if (!still || Math.abs(sample.angle - still.angle) > band) {
    const fresh = { since: sample.at, angle: sample.angle };
    return { phase: 'positioning', problem: 'not-still', still: fresh };
  }
  if (sample.at - still.since < stillMs) return { ...phase, problem: 'not-still' };
  return { phase: 'ready', rest: still.angle, lastSeen: sample.at };
}

function awaitMovement(phase: Ready, sample: Sample, protocol: Protocol): TrialPhase {
  if (sample.angle === null) {
    if (sample.at - phase.lastSeen < lostMs) return phase;
    return { phase: 'positioning', problem: sample.problem ?? 'unsure', still: null };
  }
  const moved = movement(sample.angle, phase.rest, protocol);
  if (moved < startOfMovement) return { ...phase, lastSeen: sample.at };
  return {
    phase: 'moving',
    rest: phase.rest,
    angle: shown(sample.angle, phase.rest, protocol),
    fault: sample.fault,
    lastSeen: sample.at,
    peak: moved,
    anchor: moved,
    since: sample.at,
    last: moved,
    doubt: null,
    heldEnough: false,
  };
}

function pursue(phase: Moving | Holding, sample: Sample, protocol: Protocol): TrialPhase {
  if (sample.angle === null) return endure(phase, sample);
  const moved = movement(sample.angle, phase.rest, protocol);
  const isReturned = moved < phase.peak * returned;
  const isAway = Math.abs(moved - phase.anchor) > holdBand;
  const isDoubtful = isReturned || (isAway && phase.phase === 'holding');
  const since = isDoubtful ? (phase.doubt ?? sample.at) : null;
  if (since !== null && sample.at - since < doubtMs) {
    return { ...phase, lastSeen: sample.at, doubt: since };
  }
  if (isReturned) return comeBack(phase);
  const now = {
    rest: phase.rest,
    angle: shown(sample.angle, phase.rest, protocol),
    fault: sample.fault,
    lastSeen: sample.at,
    last: moved,
    // Two frames in a row have to agree on a new peak.
    peak: degrees(Math.max(phase.peak, Math.min(moved, phase.last))),
    doubt: null,
  };
  if (isAway) {
    const fresh = { anchor: moved, since: sample.at, heldEnough: phase.heldEnough };
    return { phase: 'moving', ...now, ...fresh };
  }
  return stay(phase, now, sample.at);
}

type Now = Omit<Moving, 'phase' | 'anchor' | 'since' | 'heldEnough'>;

function stay(phase: Moving | Holding, now: Now, at: number): TrialPhase {
  const stayed = at - phase.since;
  const isFar = now.last >= smallestMovement;
  const heldEnough = phase.heldEnough || (stayed >= holdMs && isFar);
  if (heldEnough && stayed >= longestHoldMs) return { phase: 'captured' };
  const share = Math.min(1, (at - phase.lastSeen) / followMs);
  const anchor = degrees(phase.anchor + (now.last - phase.anchor) * share);
  const staying = { anchor, since: phase.since, heldEnough };
  if (stayed < settleMs || !isFar) return { phase: 'moving', ...now, ...staying };
  return { phase: 'holding', ...now, ...staying, progress: Math.min(1, stayed / holdMs) };
}

function comeBack({ heldEnough, peak }: Moving | Holding): TrialPhase {
  if (heldEnough) return { phase: 'captured' };
  if (peak >= smallestMovement) return { phase: 'refused', reason: 'not-held' };
  // A twitch, no attempt: the start position has to be found again.
  return { phase: 'positioning', problem: 'not-still', still: null };
}

/** The body is out of sight for a moment, or for good. */
function endure(phase: Moving | Holding, sample: Sample): TrialPhase {
  if (sample.at - phase.lastSeen < lostMs) return phase;
  if (phase.heldEnough) return { phase: 'captured' };
  return { phase: 'refused', reason: reasonOf(sample.problem ?? 'unsure') };
}

function movement(angle: Degrees, rest: Degrees, protocol: Protocol): Degrees {
  return degrees((angle - rest) * protocol.direction);
}

function shown(angle: Degrees, rest: Degrees, protocol: Protocol): Degrees {
  return protocol.fromRest ? degrees(angle - rest) : angle;
}

/** Why a trial that never got past a view problem gives no number. */
export function reasonOf(problem: ViewProblem): RefusalReason {
  switch (problem) {
    case 'nobody':
      return 'nobody';
    case 'head-out':
    case 'feet-out':
    case 'body-out':
      return 'out-of-frame';
    case 'unsure':
      return 'low-confidence';
    case 'not-side-on':
      return 'not-side-on';
    case 'wrong-side':
      return 'far-leg';
    case 'not-lying':
    case 'not-standing':
    case 'not-seated':
    case 'leg-not-down':
    case 'leg-not-up':
    case 'knee-not-bent':
    case 'knee-not-straight':
    case 'not-still':
      return 'no-start';
  }
}
