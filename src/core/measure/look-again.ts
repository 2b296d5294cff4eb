import type { Pose, Sighting } from '../body/pose.ts';
import type { Step } from '../protocol/protocol.ts';
import { framesOf, isLookedAtTwice } from './trial-frames.ts';

/** Frames looked at again: chosen so that all take under 2 s on two cores at 130 ms each (measured). */
const atRest = 3;
const onTheWay = 3;
const whileHeld = 5;

/** The times of the frames to look at again, out of those kept; none where a trial has no hold. */
export function lookAgainAt(
  sightings: readonly Sighting[],
  step: Step,
  kept: readonly number[],
): readonly number[] {
  if (!isLookedAtTwice(step)) return [];
  const { rest, way, hold } = partsOf(sightings, step, kept);
  return [...spreadOut(rest, atRest), ...spreadOut(way, onTheWay), ...spreadOut(hold, whileHeld)];
}

/**
 * The times of the frames to be searched for a second person, out of those kept: one at rest, one while held;
 * none where a trial has no hold. A third, on the way, finds one in sixty more (models/movenet-multipose.md).
 */
export function surveyAt(
  sightings: readonly Sighting[],
  step: Step,
  kept: readonly number[],
): readonly number[] {
  const { rest, hold } = partsOf(sightings, step, kept);
  return [rest, hold].flatMap((times) => times.slice(times.length >> 1).slice(0, 1));
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
