import { landmarks, opposite, type BodySide, type FrameSize } from '../body/pose.ts';
import { between, length, middle, type Vector } from '../geometry/vector.ts';
import type { SetUp } from '../session/set-up.ts';

/** The figure of an earlier set-up, in pixels of the picture as it is shown: mirrored where that is. */
export interface Ghost {
  readonly head: { readonly centre: Vector; readonly radius: number };
  /** The trunk's corners in order. */
  readonly trunk: readonly Vector[];
  /** Arm and leg of each side, joint by joint. */
  readonly near: Limbs;
  readonly far: Limbs;
  /** How thick a limb is drawn. */
  readonly thickness: number;
}

interface Limbs {
  readonly arm: readonly Vector[];
  readonly leg: readonly Vector[];
}

/** Chosen: a picture whose width to height differs by more than this shows another part of the room. */
const shapeBand = 0.02;

/** Of trunk and leg together. Chosen by eye: a head of an eighth and limbs of a twelfth of the stature. */
const headShare = 0.09;
const limbShare = 0.09;

/**
 * The figure to stand or lie in, or null where the picture has not the shape of the one in which the set-up
 * was seen, or the outline was not read along.
 */
export function ghostOf(
  { outline, near, frame }: Pick<SetUp, 'outline' | 'near' | 'frame'>,
  picture: FrameSize,
  isMirrored: boolean,
): Ghost | null {
  const stretch = (picture.width * frame.height) / (picture.height * frame.width);
  if (outline === null || Math.abs(stretch - 1) > shapeBand) return null;
  const at = (name: keyof typeof outline): Vector => {
    const { x, y } = outline[name];
    return { x: (isMirrored ? 1 - x : x) * picture.width, y: y * picture.height };
  };
  const point = (side: BodySide, landmark: (typeof landmarks)[number]): Vector =>
    at(`${side}-${landmark}`);
  const limbs = (side: BodySide): Limbs => ({
    arm: (['shoulder', 'elbow', 'wrist'] as const).map((landmark) => point(side, landmark)),
    leg: (['hip', 'knee', 'ankle', 'toe'] as const).map((landmark) => point(side, landmark)),
  });
  const far = opposite(near);
  const size = sizeOf([point(near, 'shoulder'), ...limbs(near).leg.slice(0, 3)]);
  return {
    head: { centre: middle(point(near, 'ear'), at('nose')), radius: headShare * size },
    trunk: [point(near, 'shoulder'), point(near, 'hip'), point(far, 'hip'), point(far, 'shoulder')],
    near: limbs(near),
    far: limbs(far),
    thickness: limbShare * size,
  };
}

function sizeOf(line: readonly Vector[]): number {
  return line
    .slice(1)
    .reduce((sum, point, i) => sum + length(between(line[i] as Vector, point)), 0);
}
