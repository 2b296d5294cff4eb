import type { Vector } from '../geometry/vector.ts';

/** The person's own side; never the side of the picture. */
export type BodySide = 'left' | 'right';

/** Points of the body that exist on both sides. */
export const landmarks = [
  'ear',
  'shoulder',
  'elbow',
  'wrist',
  'index',
  'hip',
  'knee',
  'ankle',
  'heel',
  'toe',
] as const;

export type Landmark = (typeof landmarks)[number];

export type KeypointName = 'nose' | `${BodySide}-${Landmark}`;

/** Every keypoint's name. */
export const keypointNames: readonly KeypointName[] = [
  'nose',
  ...landmarks.flatMap((landmark) => [`left-${landmark}`, `right-${landmark}`] as const),
];

/** One point found in a frame: pixels of that frame, origin top left; score 0 (guessed) to 1 (seen). */
export interface Keypoint {
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

/**
 * The model's guess of a point in space: metres, origin between the hips, x to the picture's right,
 * y down, z away from the camera. Too rough for an angle; good enough to tell how the body is turned.
 */
export interface SpacePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Where a body's points are in a frame, in its pixels: all that an angle in the picture needs. */
export interface BodyPoints<Point extends Vector = Vector> {
  readonly keypoints: Readonly<Record<KeypointName, Point>>;
}

/** The body in one frame. `capturedAt` is the frame's own time in milliseconds, never its arrival. */
export interface Pose extends BodyPoints<Keypoint> {
  /** The same points in space (BlazePose's keypoints3D). */
  readonly space: Readonly<Record<KeypointName, SpacePoint>>;
  readonly frame: FrameSize;
  readonly capturedAt: number;
}

/** A frame in which the model may or may not have found a body. */
export interface Sighting {
  readonly capturedAt: number;
  readonly pose: Pose | null;
}

/** The same pose as seen in a larger or smaller copy of its frame. */
export function resized(pose: Pose, frame: FrameSize): Pose {
  const [across, down] = [frame.width / pose.frame.width, frame.height / pose.frame.height];
  const points = Object.entries(pose.keypoints).map(
    ([name, { x, y, score }]) => [name, { x: x * across, y: y * down, score }] as const,
  );
  const keypoints = Object.fromEntries(points) as Record<KeypointName, Keypoint>;
  return { ...pose, keypoints, frame };
}

/** The other side of the body. */
export function opposite(side: BodySide): BodySide {
  return side === 'left' ? 'right' : 'left';
}

/** The keypoint of a landmark on one side. */
export function keypoint<Point extends Vector>(
  pose: BodyPoints<Point>,
  side: BodySide,
  landmark: Landmark,
): Point {
  return pose.keypoints[`${side}-${landmark}`];
}
