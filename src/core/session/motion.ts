import type { FrameSize, KeypointName } from '../body/pose.ts';
import type { Vector } from '../geometry/vector.ts';
import type { TrialAddress } from './correction.ts';

/*
 * [Note: Motion]
 * Where the body's points were over one repetition: no picture, but enough to see how it moved. `places` holds the poses
 * one after the other, in each the points in the order of `names`, of each x and y as two little-endian 16-bit numbers:
 * shares of the frame's width and height times 65534; 65535 twice for a point that was not seen. 13 points ten times a
 * second are 520 bytes a second, and no motion is more than 8,320.
 *
 * A motion and the curve of its trial (`trace`) begin with the same frame and are read from the same poses: sides
 * locked, exchanged labels repaired, the second look mixed in. So the angle through the points is the one that the
 * curve has at that time, but for what lies between two poses of either. What is corrected by hand changes neither.
 */

/** The points that are kept: head, arms and legs, and all that a test's angle is read from. */
export const motionNames: readonly KeypointName[] = [
  'nose',
  ...(['shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'] as const).flatMap(
    (landmark) => [`left-${landmark}`, `right-${landmark}`] as const,
  ),
];

/** Milliseconds from one pose to the next; chosen: ten a second show a slow movement whole. */
export const motionEvery = 100;

/** The most poses of a motion. Chosen: a raised leg takes four to eight seconds; twice as much, at ten a second. */
export const mostPoses = 160;

const steps = 65_534;
const unseen = 65_535;
const bytesOfPoint = 4;

/** The places of the body's points at one time: shares of the frame, origin top left; null where not seen. */
export type Places = readonly (Vector | null)[];

/** The body's points over one repetition; see [Note: Motion]. */
export interface BodyMotion {
  /** Pixels. */
  readonly frame: FrameSize;
  /** Milliseconds from one pose to the next. */
  readonly every: number;
  /** What the points of a pose are, in their order. */
  readonly names: readonly KeypointName[];
  readonly places: Uint8Array<ArrayBuffer>;
}

/** The motion of one trial of a session: of its result's best, one for each test and side. */
export interface Motion extends TrialAddress, BodyMotion {}

/** Poses of `count` points as bytes; poses beyond `mostPoses` are left out, points out of the frame put on its edge. */
export function packed(count: number, poses: readonly Places[]): Uint8Array<ArrayBuffer> {
  const kept = poses.slice(0, mostPoses);
  const view = new DataView(new ArrayBuffer(kept.length * count * bytesOfPoint));
  for (const [row, pose] of kept.entries()) {
    for (let column = 0; column < count; column += 1) {
      const at = (row * count + column) * bytesOfPoint;
      const place = pose[column] ?? null;
      view.setUint16(at, place === null ? unseen : stepOf(place.x), true);
      view.setUint16(at + 2, place === null ? unseen : stepOf(place.y), true);
    }
  }
  return new Uint8Array(view.buffer);
}

/** The poses in bytes, of `count` points each, off by half a step at most; null where the bytes are none. */
export function unpacked(count: number, bytes: Uint8Array): readonly Places[] | null {
  const row = count * bytesOfPoint;
  if (row === 0 || bytes.length === 0 || bytes.length % row !== 0) return null;
  if (bytes.length / row > mostPoses) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / row }, (_, index) =>
    Array.from({ length: count }, (_point, column) =>
      placeAt(view, index * row + column * bytesOfPoint),
    ),
  );
}

/** The size of a frame as it is told: no side longer than 16 bits. */
export function isFrame({ width, height }: FrameSize): boolean {
  return [width, height].every((side) => side > 0 && side <= steps);
}

function placeAt(view: DataView, at: number): Vector | null {
  const [x, y] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
  return x === unseen || y === unseen ? null : { x: x / steps, y: y / steps };
}

function stepOf(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * steps);
}
