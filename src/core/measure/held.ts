import type { Facing } from '../body/facing.ts';
import {
  keypointNames,
  type BodyPoints,
  type BodySide,
  type FrameSize,
  type KeypointName,
  type Pose,
  type Sighting,
} from '../body/pose.ts';
import { degrees, type Degrees } from '../geometry/angle.ts';
import type { Vector } from '../geometry/vector.ts';
import type { Step, TestId } from '../protocol/protocol.ts';
import { shownAngle } from '../protocol/sample.ts';
import type { Outline } from '../session/set-up.ts';
import { median } from '../signal/robust.ts';
import { framesOf } from './trial-frames.ts';

/** What the one frame showed that stands for a trial's hold. Can be stored: it holds no picture. */
export interface HeldMoment {
  readonly test: TestId;
  /** The frame's own time in milliseconds. */
  readonly at: number;
  readonly frame: FrameSize;
  /** The measured side, and which way the body is turned. */
  readonly side: BodySide;
  readonly facing: Facing;
  /** The test's angle in the start position, as the picture shows it. */
  readonly rest: Degrees;
  /** The body's points in this frame, their labels on the right sides. */
  readonly outline: Outline;
}

/**
 * The moment whose angle is nearest to the middle of the trial's hold, among the frames at the times `kept`.
 * `second`: as for `measureTrial`. Null where the trial has no hold, or none of its frames was kept.
 */
export function heldMoment(
  sightings: readonly Sighting[],
  step: Step,
  kept: readonly number[],
  second: readonly Sighting[] = [],
): HeldMoment | null {
  const frames = framesOf(sightings, step, second);
  if (typeof frames === 'string') return null;
  const { side, facing } = frames;
  const angle = (pose: Pose): number => shownAngle(pose, side, facing, step.test);
  const middle = median(frames.hold.map(angle));
  const [nearest] = frames.hold
    .filter(({ capturedAt }) => kept.includes(capturedAt))
    .sort((a, b) => Math.abs(angle(a) - middle) - Math.abs(angle(b) - middle));
  if (!nearest) return null;
  return {
    test: step.test,
    at: nearest.capturedAt,
    frame: nearest.frame,
    side,
    facing,
    rest: degrees(median(frames.rest.map(angle))),
    outline: outlineOf(nearest),
  };
}

/** The body's points of a held moment, in pixels of its frame. */
export function pointsOf({ outline, frame }: Pick<HeldMoment, 'outline' | 'frame'>): BodyPoints {
  return {
    keypoints: eachPoint(({ x, y }) => ({ x: x * frame.width, y: y * frame.height }), outline),
  };
}

function outlineOf({ keypoints, frame }: Pose): Outline {
  return eachPoint(({ x, y }) => ({ x: x / frame.width, y: y / frame.height }), keypoints);
}

function eachPoint(
  place: (point: Vector) => Vector,
  points: Readonly<Record<KeypointName, Vector>>,
): Outline {
  return Object.fromEntries(keypointNames.map((name) => [name, place(points[name])])) as Outline;
}
