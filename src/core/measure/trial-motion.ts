import type { Pose, Sighting } from '../body/pose.ts';
import type { Vector } from '../geometry/vector.ts';
import type { Step } from '../protocol/protocol.ts';
import {
  mostPoses,
  motionEvery,
  motionNames,
  packed,
  type BodyMotion,
  type Places,
} from '../session/motion.ts';
import { framesOf } from './trial-frames.ts';

/** Chosen: seen less often than once a second, a movement is none. Such a trial lasts for over two minutes. */
const slowest = 1000;

/**
 * The body's points over a trial, from the first frame of its curve to the last, as it was measured: see [Note: Motion].
 * Of a long trial fewer poses a second. `second`: as for `measureTrial`. Null where the trial has no number, or is longer
 * than a motion holds.
 */
export function motionIn(
  sightings: readonly Sighting[],
  step: Step,
  second: readonly Sighting[] = [],
): BodyMotion | null {
  const frames = framesOf(sightings, step, second);
  if (typeof frames === 'string') return null;
  const { poses } = frames;
  const [first, last] = [poses[0] as Pose, poses.at(-1) as Pose];
  const lasts = last.capturedAt - first.capturedAt;
  const every = motionEvery * Math.ceil(lasts / (motionEvery * (mostPoses - 1)));
  if (every > slowest) return null;
  const count = Math.ceil(lasts / every) + 1;
  const times = Array.from({ length: count }, (_, index) => first.capturedAt + index * every);
  const places = packed(motionNames.length, placesAt(poses, times));
  return { frame: first.frame, every, names: motionNames, places };
}

/** Where the points are at these times, on the straight line between the poses before and after. */
function placesAt(poses: readonly Pose[], times: readonly number[]): readonly Places[] {
  let next = 1;
  return times.map((at) => {
    while (next < poses.length - 1 && (poses[next] as Pose).capturedAt < at) next += 1;
    const [before, after] = [poses[next - 1] as Pose, poses[next] as Pose];
    const gone = (at - before.capturedAt) / (after.capturedAt - before.capturedAt);
    return motionNames.map((name) => {
      const [from, to] = [shareOf(before, name), shareOf(after, name)];
      const share = Math.min(1, gone);
      return within({
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
      });
    });
  });
}

function shareOf({ keypoints, frame }: Pose, name: keyof Pose['keypoints']): Vector {
  const { x, y } = keypoints[name];
  return { x: x / frame.width, y: y / frame.height };
}

/** What lies out of the frame was not seen, but guessed. */
function within(place: Vector): Vector | null {
  const { x, y } = place;
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? place : null;
}
