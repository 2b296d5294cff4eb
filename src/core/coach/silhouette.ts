import { nearSide, type Facing } from '../body/facing.ts';
import { keypoint, opposite, type Pose } from '../body/pose.ts';
import { between, length, type Vector } from '../geometry/vector.ts';
import type { Luma } from './luma.ts';

/** What a small grey picture shows at one part of the body, and close beside it; each 0 to 255. */
export interface Part {
  readonly inside: readonly number[];
  readonly around: readonly number[];
}

/** The parts whose edges a measurement is read from, and the head, which has bare skin. */
export const partNames = ['head', 'trunk', 'thigh', 'shank'] as const;
export type PartName = (typeof partNames)[number];

/**
 * Half of each part's width as a share of the near side's trunk and leg together: seen from the side, after the
 * segment breadths of Drillis and Contini 1966, rounded.
 */
const halfWidth: Readonly<Record<PartName | 'arm', number>> = {
  head: 0.09,
  trunk: 0.08,
  thigh: 0.055,
  shank: 0.038,
  arm: 0.03,
};

/** Chosen: as near to a bone's line as this share of its half width it is surely body. */
const surelyInside = 0.7;

/** Chosen: clothes and the other side of the body reach out to 1.6 half widths; what counts is close by. */
const surelyAround = 1.6;
const closeBy = 3.2;

interface Bone {
  /** Null for what is not looked at but may cover what is. */
  readonly part: PartName | null;
  readonly from: Vector;
  readonly to: Vector;
  readonly halfWidth: number;
}

/** The near side's trunk and leg together, in pixels of the frame: the body's length however it is bent. */
export function bodyLength(pose: Pose, facing: Facing): number {
  const near = nearSide(facing);
  const joints = (['shoulder', 'hip', 'knee', 'ankle'] as const).map((joint) =>
    keypoint(pose, near, joint),
  );
  return joints
    .slice(1)
    .reduce((sum, joint, i) => sum + length(between(joints[i] as Vector, joint)), 0);
}

/** The parts of the near side in the small grey picture of the pose's own frame. */
export function partsOf(luma: Luma, pose: Pose, facing: Facing): Readonly<Record<PartName, Part>> {
  const { width, height, values } = luma;
  const bones = bonesOf(pose, facing, width / pose.frame.width);
  const found = { head: noPixels(), trunk: noPixels(), thigh: noPixels(), shank: noPixels() };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { part, away } = nearest(bones, x + 0.5, y + 0.5);
      if (part === null) continue;
      const value = values[y * width + x] as number;
      if (away <= surelyInside) found[part].inside.push(value);
      else if (away >= surelyAround && away <= closeBy) found[part].around.push(value);
    }
  }
  return found;
}

function noPixels(): { inside: number[]; around: number[] } {
  return { inside: [], around: [] };
}

function bonesOf(pose: Pose, facing: Facing, scale: number): readonly Bone[] {
  const near = nearSide(facing);
  const unit = bodyLength(pose, facing) * scale;
  const at = (side: 'left' | 'right', joint: Parameters<typeof keypoint>[2]): Vector => {
    const { x, y } = keypoint(pose, side, joint);
    return { x: x * scale, y: y * scale };
  };
  const bone = (
    part: PartName | null,
    kind: keyof typeof halfWidth,
    from: Vector,
    to: Vector,
  ): Bone => ({ part, from, to, halfWidth: halfWidth[kind] * unit });
  const sideBones = (side: 'left' | 'right', isNear: boolean): readonly Bone[] => [
    bone(isNear ? 'trunk' : null, 'trunk', at(side, 'shoulder'), at(side, 'hip')),
    bone(isNear ? 'thigh' : null, 'thigh', at(side, 'hip'), at(side, 'knee')),
    bone(isNear ? 'shank' : null, 'shank', at(side, 'knee'), at(side, 'ankle')),
    bone(null, 'shank', at(side, 'heel'), at(side, 'toe')),
    bone(null, 'arm', at(side, 'shoulder'), at(side, 'elbow')),
    bone(null, 'arm', at(side, 'elbow'), at(side, 'index')),
  ];
  const { x, y } = pose.keypoints.nose;
  const head = bone('head', 'head', at(near, 'ear'), { x: x * scale, y: y * scale });
  return [head, ...sideBones(near, true), ...sideBones(opposite(near), false)];
}

/** The part to which a place belongs, and how far from its line it is, in half widths. */
function nearest(
  bones: readonly Bone[],
  x: number,
  y: number,
): { part: PartName | null; away: number } {
  let part: PartName | null = null;
  let least = Infinity;
  for (const bone of bones) {
    const apart = distanceSquared(x, y, bone) / bone.halfWidth ** 2;
    if (apart >= least) continue;
    part = bone.part;
    least = apart;
  }
  return { part, away: Math.sqrt(least) };
}

/** From a place to a bone's line, in pixels of the small picture, squared: some 60,000 of them make one picture. */
function distanceSquared(x: number, y: number, { from, to }: Bone): number {
  const alongX = to.x - from.x;
  const alongY = to.y - from.y;
  const squared = alongX * alongX + alongY * alongY;
  const share = squared === 0 ? 0 : ((x - from.x) * alongX + (y - from.y) * alongY) / squared;
  const clamped = Math.min(1, Math.max(0, share));
  const offX = x - from.x - clamped * alongX;
  const offY = y - from.y - clamped * alongY;
  return offX * offX + offY * offY;
}
