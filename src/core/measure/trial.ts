import { protocolOf } from '../protocol/catalogue.ts';
import type { RefusalReason, Step } from '../protocol/protocol.ts';
import { shownAngle } from '../protocol/sample.ts';
import type { Sighting } from '../body/pose.ts';
import { refusal, type TracePoint, type Trial } from '../session/trial.ts';
import { findPlateau, type Point } from '../signal/plateau.ts';
import { measureBend } from './bend.ts';
import { measureKneeStraightening } from './knee-straightening.ts';
import { measureLegRaise } from './leg-raise.ts';
import { findCheat, whyNotHeld } from './cheats.ts';
import { trackOf, type Track } from './track.ts';
import type { Measured, TrialFrames } from './trial-frames.ts';

/** The start position is quiet for at least this long. Chosen: see `stillMs` of the machine. */
const restRule = { direction: -1, minMs: 400, maxSpread: 1.5, maxSpeed: 4 } as const;

/** A hold: at least a second, within 2 degrees of standard deviation (docs/measurement.md, plateau). */
const holdRule = { direction: 1, minMs: 1000, maxSpread: 2, maxSpeed: 3 } as const;

/** Chosen: less than this from rest to hold is no attempt at the test. Degrees. */
const smallestMovement = 15;

/** Chosen: enough points to redraw the curve, few enough to keep ten thousand sessions. */
const tracePoints = 120;

/**
 * The number of one trial from all that was seen of it, or the reason why there is none. Pure; reads only
 * the raw sightings: nothing smoothed, nothing of the live guidance.
 */
export function measureTrial(sightings: readonly Sighting[], step: Step): Trial {
  const track = trackOf(sightings, step);
  if (typeof track === 'string') return refusal(track);
  const trace = movementTrace(track, step);
  const frames = cut(track, trace, step);
  if (typeof frames === 'string') return refusal(frames);
  const cheat = findCheat(frames, sightings);
  if (cheat) return cheat;
  return { kind: 'measured', side: track.side, ...measured(frames), trace: thinned(trace) };
}

function measured(frames: TrialFrames): Measured {
  switch (frames.step.test) {
    case 'slr':
      return measureLegRaise(frames);
    case 'ake':
      return measureKneeStraightening(frames);
    case 'forward-bend':
    case 'chair-reach':
      return measureBend(frames);
  }
}

/** The test's number over time, turned so that it grows with the movement. */
function movementTrace(track: Track, step: Step): readonly Point[] {
  const { direction } = protocolOf(step.test);
  return track.poses.map((pose) => ({
    at: pose.capturedAt,
    value: direction * shownAngle(pose, track.side, track.facing, step.test),
  }));
}

function cut(track: Track, trace: readonly Point[], step: Step): TrialFrames | RefusalReason {
  const hold = findPlateau(trace, holdRule);
  const rest = findPlateau(trace.slice(0, hold ? hold.first : trace.length), restRule);
  if (!rest) return 'no-start';
  if (!hold || hold.value - rest.value < smallestMovement) {
    return whyNotHeld(trace.slice(rest.last), rest.value, smallestMovement);
  }
  return {
    ...track,
    step,
    rest: track.poses.slice(rest.first, rest.last + 1),
    hold: track.poses.slice(hold.first, hold.last + 1),
    arc: track.poses.slice(rest.first, hold.last + 1),
    unrest: hold.spread,
  };
}

function thinned(trace: readonly Point[]): readonly TracePoint[] {
  const every = Math.ceil(trace.length / tracePoints);
  const start = trace[0]?.at ?? 0;
  return trace
    .filter((_, i) => i % every === 0)
    .map(({ at, value }) => ({ at: Math.round(at - start), angle: Math.round(value * 10) / 10 }));
}
