import type { Vector } from '../../src/core/geometry/vector.ts';
import type { Luma } from '../../src/core/coach/luma.ts';
import { keypoint, type BodySide, type Landmark, type Pose } from '../../src/core/body/pose.ts';

/** A small grey picture of 80 by 60, each place as `value` says; 0 black to 255 white. */
export function painted(value: (x: number, y: number) => number): Luma {
  const [width, height] = [80, 60];
  const values = Uint8Array.from({ length: width * height }, (_, i) =>
    value(i % width, Math.floor(i / width)),
  );
  return { width, height, values };
}

/** How thick each part is painted at a stature of 400 pixels of the frame: half of it, in small pixels. */
const lines: readonly (readonly [Landmark, Landmark, number])[] = [
  ['shoulder', 'hip', 3.6],
  ['hip', 'knee', 2.5],
  ['knee', 'ankle', 1.8],
  ['heel', 'toe', 1.5],
  ['shoulder', 'elbow', 1.5],
  ['elbow', 'index', 1.5],
];

/** Whether a place in the small picture is on the pose's body, painted as thick lines. */
export function isOn(pose: Pose): (x: number, y: number) => boolean {
  const scale = 80 / pose.frame.width;
  const sides: readonly BodySide[] = ['left', 'right'];
  const bone = (a: Vector, b: Vector, half: number) => ({
    x: a.x * scale,
    y: a.y * scale,
    dx: (b.x - a.x) * scale,
    dy: (b.y - a.y) * scale,
    half,
  });
  const bones = sides.flatMap((side) => [
    bone(keypoint(pose, side, 'ear'), pose.keypoints.nose, 4),
    ...lines.map(([from, to, half]) =>
      bone(keypoint(pose, side, from), keypoint(pose, side, to), half),
    ),
  ]);
  return (x, y) =>
    bones.some((bone) => {
      const [rx, ry] = [x + 0.5 - bone.x, y + 0.5 - bone.y];
      const squared = bone.dx ** 2 + bone.dy ** 2;
      const share = Math.min(1, Math.max(0, (rx * bone.dx + ry * bone.dy) / squared));
      return Math.hypot(rx - share * bone.dx, ry - share * bone.dy) <= bone.half;
    });
}

/** The picture as in a mirror. */
export function flipped({ width, height, values }: Luma): Luma {
  return {
    width,
    height,
    values: values.map((_, i) => values[i - (i % width) + (width - 1 - (i % width))] as number),
  };
}
