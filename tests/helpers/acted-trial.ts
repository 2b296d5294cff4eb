import type { Pose, Sighting } from '../../src/core/body/pose.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import { noiseFrom, shaken } from './noise.ts';
import type { Recorded } from './replay.ts';
import { lying, seated, standing, type Figure } from './figure.ts';
import { filmed, level } from './stick-figure.ts';

/** How far a trial is at a frame: its time in milliseconds, and the way done from rest (0) to hold (1). */
export interface Moment {
  readonly at: number;
  readonly share: number;
  readonly isHold: boolean;
}

/** One repetition as a stick figure does it: from one figure to another and back. */
export interface Act {
  readonly step: Step;
  readonly rest: Figure;
  readonly hold: Figure;
  readonly restMs: number;
  readonly moveMs: number;
  readonly holdMs: number;
  readonly returnMs: number;
  /** What is seen of the figure. */
  readonly seen: (figure: Figure, moment: Moment) => Pose | null;
  /** Degrees to be added to the moving joint during the hold, `at` milliseconds into it. */
  readonly sway: (at: number) => number;
}

const endMs = 600;
const frameMs = 1000 / 15;

function act(step: Step, rest: Figure, hold: Figure): Act {
  const seen = (figure: Figure): Pose => filmed(figure, level);
  const times = { restMs: 1500, moveMs: 2600, holdMs: 2600, returnMs: 2000 };
  return { step, rest, hold, ...times, seen, sway: () => 0 };
}

/** A right leg raise to 75 degrees. */
export const legRaise = act({ test: 'slr', side: 'right' }, lying, {
  ...lying,
  right: { hip: 75, knee: 0 },
});

const bent = { hip: 95, knee: 0 };

/** A forward bend to a level trunk. */
export const forwardBend = act({ test: 'forward-bend', side: null }, standing, {
  ...standing,
  trunk: 90,
  left: bent,
  right: bent,
});

/** A knee straightening from 90 to 25 degrees. */
export const kneeStraightening = act(
  { test: 'ake', side: 'right' },
  { ...lying, right: { hip: 90, knee: 90 } },
  { ...lying, right: { hip: 90, knee: 25 } },
);

/** A reach over the stretched right leg. */
export const chairReach = act({ test: 'chair-reach', side: 'right' }, seated, {
  ...seated,
  trunk: 50,
  left: { hip: 140, knee: 90 },
  right: { hip: 115, knee: 0 },
});

/** What a camera at 15 frames a second records of it, with the jitter of a pose model on every point. */
export function acted(act: Act): Recorded {
  const noise = noiseFrom(7);
  const end = act.restMs + act.moveMs + act.holdMs + act.returnMs + endMs;
  const sightings: Sighting[] = [];
  for (let i = 0; i * frameMs < end; i++) {
    const capturedAt = Math.round(i * frameMs);
    const pose = seenAt(act, capturedAt);
    sightings.push({
      capturedAt,
      pose: pose && { ...shaken(pose, 0.4, noise), capturedAt },
    });
  }
  return { step: act.step, expected: { reason: null, angles: {} }, sightings };
}

function seenAt(act: Act, at: number): Pose | null {
  const intoHold = at - act.restMs - act.moveMs;
  const isHold = intoHold >= 0 && intoHold < act.holdMs;
  const up = smooth((at - act.restMs) / act.moveMs);
  const down = smooth((intoHold - act.holdMs) / act.returnMs);
  const share = up - down;
  const moved = between(act.rest, act.hold, share);
  return act.seen(isHold ? swayed(moved, act.sway(intoHold)) : moved, { at, share, isHold });
}

/** The leg, or in a bend the trunk over the legs, moved on by some degrees. */
function swayed(figure: Figure, by: number): Figure {
  const { right } = figure;
  return { ...figure, right: { ...right, hip: right.hip + by } };
}

/** Minimum jerk (Flash and Hogan 1985), from 0 to 1. */
function smooth(time: number): number {
  const t = Math.min(1, Math.max(0, time));
  return t ** 3 * (10 - 15 * t + 6 * t * t);
}

function between(from: Figure, to: Figure, share: number): Figure {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  const leg = (side: 'left' | 'right'): Figure['left'] => ({
    hip: mix(from[side].hip, to[side].hip),
    knee: mix(from[side].knee, to[side].knee),
  });
  return { ...from, trunk: mix(from.trunk, to.trunk), left: leg('left'), right: leg('right') };
}
