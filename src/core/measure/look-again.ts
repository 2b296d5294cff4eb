import type { Pose, Sighting } from '../body/pose.ts';
import type { Step } from '../protocol/protocol.ts';
import { framesOf, isLookedAtTwice } from './trial-frames.ts';

/** Frames looked at again: chosen so that all take under 2 s on two cores at 130 ms each (measured). */
const counts = { rest: 3, way: 3, hold: 5 } as const;

/**
 * The times of the frames to look at again, out of those kept; none where a trial has no hold. `seen`: those that were
 * looked at already, while the trial was not over; where a part has enough of them, no others are wanted.
 */
export function lookAgainAt(
  sightings: readonly Sighting[],
  step: Step,
  kept: readonly number[],
  seen: readonly number[] = [],
): readonly number[] {
  if (!isLookedAtTwice(step)) return [];
  const parts = partsOf(sightings, step, kept);
  return (['rest', 'way', 'hold'] as const).flatMap((part) => {
    const chosen = spreadOut(parts[part], counts[part]);
    const known = parts[part].filter((at) => seen.includes(at));
    return known.length < chosen.length ? chosen : spreadOut(known, chosen.length);
  });
}

/**
 * The times of the frames to be searched for a second person, out of those kept: one at rest, one while held;
 * none where a trial has no hold. A third, on the way, finds one in sixty more (models/movenet-multipose.md).
 * `seen`: as for the larger model.
 */
export function surveyAt(
  sightings: readonly Sighting[],
  step: Step,
  kept: readonly number[],
  seen: readonly number[] = [],
): readonly number[] {
  const { rest, hold } = partsOf(sightings, step, kept);
  return [rest, hold].flatMap((times) => {
    const known = times.filter((at) => seen.includes(at));
    return known.length > 0 ? known.slice(0, 1) : times.slice(times.length >> 1).slice(0, 1);
  });
}

/** The times kept of a trial's rest, way and hold; none where it has no hold. */
function partsOf(
  sightings: readonly Sighting[],
  step: Step,
  kept: readonly number[],
): Readonly<Record<'rest' | 'way' | 'hold', readonly number[]>> {
  const frames = framesOf(sightings, step);
  if (typeof frames === 'string') return { rest: [], way: [], hold: [] };
  const [rest, hold] = [timesOf(frames.rest), timesOf(frames.hold)];
  const within = (from: number, to: number): readonly number[] =>
    kept.filter((at) => at >= from && at <= to);
  return {
    rest: within(rest.from, rest.to),
    way: kept.filter((at) => at > rest.to && at < hold.from),
    hold: within(hold.from, hold.to),
  };
}

function timesOf(poses: readonly Pose[]): { from: number; to: number } {
  const times = poses.map(({ capturedAt }) => capturedAt);
  return { from: Math.min(...times), to: Math.max(...times) };
}

/** At most `count` of the times, evenly from the first to the last. */
function spreadOut(times: readonly number[], count: number): readonly number[] {
  if (times.length <= count) return times;
  return [...Array(count).keys()].map(
    (i) => times[Math.round((i * (times.length - 1)) / (count - 1))] as number,
  );
}
