import type { FrameSize, KeypointName } from '../core/body/pose.ts';
import type { Vector } from '../core/geometry/vector.ts';
import { bytesIn, textOf } from './base64.ts';
import type { SharedMotion } from './content.ts';

/*
 * [Note: Motion]
 * `places` holds the poses one after the other, in each the points in the order of `names`, of each x and y as two
 * little-endian 16-bit numbers: shares of the frame's width and height times 65534; 65535 twice for a point that was
 * not seen. 13 points ten times a second are 520 bytes a second.
 */

/** Milliseconds from one pose to the next; chosen: ten a second show a slow movement whole. */
const motionEvery = 100;

/** Chosen: a raised leg takes four to eight seconds; twice as much, at ten a second. */
const mostPoses = 160;

const steps = 65_534;
const unseen = 65_535;
const bytesOfPoint = 4;

/** The places of the body's points at one time: shares of the frame, origin top left; null where not seen. */
export type Places = readonly (Vector | null)[];

/** What a motion is of. */
export type MotionAddress = Omit<SharedMotion, 'every' | 'names' | 'places'>;

/** A motion of poses that are `motionEvery` apart; those beyond `mostPoses` are left out. */
export function motionOf(
  address: MotionAddress,
  names: readonly KeypointName[],
  poses: readonly Places[],
): SharedMotion {
  const kept = poses.slice(0, mostPoses);
  const view = new DataView(new ArrayBuffer(kept.length * names.length * bytesOfPoint));
  for (const [row, pose] of kept.entries()) {
    for (const column of names.keys()) {
      const at = (row * names.length + column) * bytesOfPoint;
      const place = pose[column] ?? null;
      view.setUint16(at, place === null ? unseen : stepOf(place.x), true);
      view.setUint16(at + 2, place === null ? unseen : stepOf(place.y), true);
    }
  }
  const places = textOf(new Uint8Array(view.buffer));
  return { ...address, every: motionEvery, names, places };
}

/** The poses of a motion; null where `places` is no such thing. Each is off by half a step at most. */
export function posesOf({ names, places }: SharedMotion): readonly Places[] | null {
  const bytes = bytesIn(places);
  const row = names.length * bytesOfPoint;
  if (bytes === null || row === 0 || bytes.length % row !== 0) return null;
  if (bytes.length / row > mostPoses) return null;
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / row }, (_, index) =>
    names.map((_name, column) => placeAt(view, index * row + column * bytesOfPoint)),
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

/** What lies outside of the frame is put on its edge. */
function stepOf(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * steps);
}
