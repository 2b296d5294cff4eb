import type { View, Vector3 } from '../../src/core/geometry/pinhole.ts';
import type { Truth } from './dataset.ts';

/** How the true camera, turned to look at the near hip, sees a lying body; null where the truth does not say. */
export function trueView(truth: Truth): Pick<View, 'yaw' | 'pitch'> | null {
  const { camera, body_axes: axes, near_side: near } = truth;
  const points = truth.joints_2d_px ?? truth.per_frame?.[0]?.joints_2d_px;
  const hip = near && points?.[`hip_${near}`];
  if (!camera || !axes || !hip) return null;
  const ray: Vector3 = {
    x: ((hip[0] as number) - camera.cx) / camera.focal_px,
    y: ((hip[1] as number) - camera.cy) / camera.focal_px,
    z: 1,
  };
  const pan = Math.atan2(ray.x, ray.z);
  const tilt = Math.atan2(ray.y, Math.hypot(ray.x, ray.z));
  const seen = (world: readonly number[]): Vector3 => {
    const x = product(world, camera.right);
    const y = -product(world, camera.up);
    const z = product(world, camera.forward);
    const panned = {
      x: x * Math.cos(pan) - z * Math.sin(pan),
      z: x * Math.sin(pan) + z * Math.cos(pan),
    };
    return {
      x: panned.x,
      y: y * Math.cos(tilt) - panned.z * Math.sin(tilt),
      z: y * Math.sin(tilt) + panned.z * Math.cos(tilt),
    };
  };
  const feet = seen(axes.cranial.map((value) => -value));
  const up = seen([0, 0, 1]);
  const pitch = Math.asin(-up.z);
  const roll = Math.atan2(up.x, -up.y);
  const upright = {
    x: feet.x * Math.cos(roll) + feet.y * Math.sin(roll),
    y: -feet.x * Math.sin(roll) + feet.y * Math.cos(roll),
  };
  const away = -upright.y * Math.sin(pitch) + feet.z * Math.cos(pitch);
  const facing = near === 'r' ? 1 : -1;
  const toDegrees = 180 / Math.PI;
  return { yaw: Math.atan2(away, facing * upright.x) * toDegrees, pitch: pitch * toDegrees };
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}
