import type { Posture } from '../../src/core/protocol/protocol.ts';
import type { Truth } from './dataset.ts';

/** Where the true camera stood, as a SetUp says it: yaw in degrees, height and distance in leg lengths. */
export interface TrueSetUp {
  readonly yaw: number;
  readonly height: number;
  readonly distance: number;
}

/** Read from the first frame's joints in space; null where the truth does not say. */
export function trueSetUp(truth: Truth, posture: Posture): TrueSetUp | null {
  const { camera, body_axes: axes, near_side: near } = truth;
  const start = truth.per_frame?.[0]?.pose_key;
  const joints = truth.joints_3d_m ?? (start && truth.joints_3d_by_pose?.[start]);
  if (!camera || !axes || !near || !joints) return null;
  const [hip, knee, ankle] = ['hip', 'knee', 'ankle'].map((name) => joints[`${name}_${near}`]);
  if (!hip || !knee || !ankle) return null;
  const leg = length(minus(knee, hip)) + length(minus(ankle, knee));
  const towards = minus(hip, camera.position);
  // As in `View`: positive when the feet (lying) or the face's side (upright) are farther away.
  const forward = posture === 'lying' ? axes.cranial.map((value) => -value) : axes.anterior;
  const across = axes.left.map((value) => (near === 'l' ? -value : value));
  return {
    yaw: (Math.atan2(product(towards, forward), product(towards, across)) * 180) / Math.PI,
    height: -(towards[2] as number) / leg,
    distance: length(towards) / leg,
  };
}

function minus(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, i) => value - (b[i] as number));
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

function length(vector: readonly number[]): number {
  return Math.hypot(...vector);
}
