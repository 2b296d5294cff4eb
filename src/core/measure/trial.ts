import type { Sighting } from '../body/pose.ts';
import type { Gravity } from '../geometry/gravity.ts';
import type { Step } from '../protocol/protocol.ts';
import { refusal, type TracePoint, type Trial } from '../session/trial.ts';
import type { Point } from '../signal/plateau.ts';
import { measureBend } from './bend.ts';
import { findCheat } from './cheats.ts';
import { measureKneeStraightening } from './knee-straightening.ts';
import { measureLegRaise } from './leg-raise.ts';
import { nothingSeen, type SecondSight } from './second-look.ts';
import { hasSecondPerson } from './second-person.ts';
import { framesOf, type Measured, type TrialFrames } from './trial-frames.ts';

/** Chosen: enough points to redraw the curve, few enough to keep ten thousand sessions. */
const tracePoints = 120;

/**
 * The number of one trial from all that was seen of it, or the reason why there is none. Pure; reads only
 * the raw sightings: nothing smoothed, nothing of the live guidance. `second`: what was seen when
 * some of the frames were looked at again; without it the uncertainty is wider and nobody else is noticed.
 * `gravity`: how the camera stood during the trial, where its device feels that.
 */
export function measureTrial(
  sightings: readonly Sighting[],
  step: Step,
  second: SecondSight = nothingSeen,
  gravity: Gravity | null = null,
): Trial {
  const frames = framesOf(sightings, step, second.sightings);
  if (typeof frames === 'string') return refusal(frames);
  if (hasSecondPerson(sightings, second.surveys)) return refusal('second-person');
  const cheat = findCheat(frames);
  if (cheat) return cheat;
  return {
    kind: 'measured',
    side: frames.side,
    ...measured(frames, gravity),
    trace: thinned(frames.trace),
  };
}

function measured(frames: TrialFrames, gravity: Gravity | null): Measured {
  switch (frames.step.test) {
    case 'slr':
      return measureLegRaise(frames, gravity);
    case 'ake':
      return measureKneeStraightening(frames);
    case 'forward-bend':
    case 'chair-reach':
      return measureBend(frames);
  }
}

function thinned(trace: readonly Point[]): readonly TracePoint[] {
  const every = Math.ceil(trace.length / tracePoints);
  const start = (trace[0] as Point).at;
  return trace
    .filter((_, i) => i % every === 0)
    .map(({ at, value }) => ({ at: Math.round(at - start), angle: Math.round(value * 10) / 10 }));
}
