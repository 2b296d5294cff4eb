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
  const frames = framesOf(sightings, step);
  if (typeof frames === 'string') return [];
  const [rest, hold] = [timesOf(frames.rest), timesOf(frames.hold)];
  const within = (from: number, to: number): readonly number[] =>
    kept.filter((at) => at >= from && at <= to);
  const way = kept.filter((at) => at > rest.to && at < hold.from);
  return [
    ...spreadOut(within(rest.from, rest.to), atRest),
    ...spreadOut(way, onTheWay),
    ...spreadOut(within(hold.from, hold.to), whileHeld),
  ];
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
