import type { Pose } from '../body/pose.ts';
import { mean } from '../signal/robust.ts';
import type { Luma } from './luma.ts';

/** Chosen: clothes, hair and shadow reach this much farther than the points, as a share of the body's box. */
const margin = 0.15;

/** Chosen: a picture with less of an edge than this (grey levels from pixel to pixel) tells nothing of a shift. */
const leastTexture = 1.5;

/**
 * Chosen: a camera that moves by more of the picture's width from one small picture to the next is not steady. At
 * rest dev trials read 0.004 at most, most of them under 0.001 (noise); a camera in the hand moves by 0.02 and more.
 */
const mostShift = 0.0075;

/** Whether a shift that `shiftOf` reads is that of a camera at rest. */
export function isSteady(shift: number): boolean {
  return shift <= mostShift;
}

/**
 * How far the camera seems to have moved from one small grey picture to the next, in shares of the width: the
 * change of the surroundings against how sharply they change from place to place. A camera that makes up for the
 * light changes all of the picture alike, and that is taken out. Null where the pictures are of different sizes
 * or nothing but the body is in them.
 */
export function shiftOf(before: Luma, after: Luma, pose: Pose | null): number | null {
  const { width, height } = after;
  if (before.width !== width || before.height !== height) return null;
  const isOutside = outsideOf(pose, width / (pose?.frame.width ?? width));
  const changes: number[] = [];
  const edges: number[] = [];
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0; x + 1 < width; x++) {
      if (!isOutside(x, y)) continue;
      const i = y * width + x;
      const here = after.values[i] as number;
      changes.push(here - (before.values[i] as number));
      const across = (after.values[i + 1] as number) - here;
      const down = (after.values[i + width] as number) - here;
      edges.push(Math.sqrt(across * across + down * down));
    }
  }
  if (changes.length === 0) return null;
  const common = mean(changes);
  const change = mean(changes.map((each) => Math.abs(each - common)));
  return change / Math.max(leastTexture, mean(edges)) / width;
}

/** Whether a place in the small picture is clear of the body; everywhere where there is none. */
function outsideOf(pose: Pose | null, scale: number): (x: number, y: number) => boolean {
  if (!pose) return () => true;
  const points = Object.values(pose.keypoints);
  const [xs, ys] = [points.map(({ x }) => x * scale), points.map(({ y }) => y * scale)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const room = margin * Math.max(right - left, bottom - top);
  return (x, y) => x < left - room || x > right + room || y < top - room || y > bottom + room;
}
