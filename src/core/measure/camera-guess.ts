import { nearSide, type Facing } from '../body/facing.ts';
import { keypoint, opposite, type Landmark, type Pose } from '../body/pose.ts';
import { lookingAt } from '../geometry/pinhole.ts';
import { length, between, type Vector } from '../geometry/vector.ts';
import { median } from '../signal/robust.ts';
import { cameraModel } from './calibration-table.ts';
import { predict, type CameraFeature, type CameraModel } from './calibration.ts';

/** Where the camera stands to a lying body, as one pose suggests it; degrees as in `View`. */
export interface CameraGuess {
  readonly yaw: number;
  readonly pitch: number;
}

/** Chosen: somewhat beyond the cameras that the model was fitted on; farther out it only extrapolates. */
const limits = { yaw: [-40, 40], pitch: [-5, 45] } as const;

/** The features of one pose. */
export function featuresOf(pose: Pose, facing: Facing): Readonly<Record<CameraFeature, number>> {
  const near = nearSide(facing);
  const far = opposite(near);
  const seen = lookingAt(keypoint(pose, near, 'hip'), pose.frame);
  const at = (landmark: Landmark, side = near): Vector => seen(keypoint(pose, side, landmark));
  const leg = length(between(at('hip'), at('knee'))) + length(between(at('knee'), at('ankle')));
  const across = (landmark: Landmark): Vector => between(at(landmark), at(landmark, far));
  const space = (landmark: Landmark, side: 'left' | 'right') => pose.space[`${side}-${landmark}`];
  const [nearShoulder, farShoulder] = [space('shoulder', near), space('shoulder', far)];
  const [nearHip, farHip] = [space('hip', near), space('hip', far)];
  return {
    'shoulders-along': (facing * across('shoulder').x) / leg,
    'hips-along': (facing * across('hip').x) / leg,
    'shoulders-above': -across('shoulder').y / leg,
    'hips-above': -across('hip').y / leg,
    'shoulders-along-space': facing * (farShoulder.x - nearShoulder.x),
    'shoulders-above-space': farShoulder.y - nearShoulder.y,
    'trunk-above-space': (nearShoulder.y + farShoulder.y - nearHip.y - farHip.y) / 2,
    'trunk-away-space': (nearShoulder.z + farShoulder.z - nearHip.z - farHip.z) / 2,
  };
}

/** The camera as several poses of a lying body suggest it: the middle of each feature, then a linear model. */
export function guessCamera(
  poses: readonly Pose[],
  facing: Facing,
  model: CameraModel = cameraModel,
): CameraGuess {
  const all = poses.map((pose) => featuresOf(pose, facing));
  const middle = (feature: CameraFeature): number => median(all.map((each) => each[feature]));
  const within = (angle: 'yaw' | 'pitch'): number => {
    const [least, most] = limits[angle];
    return Math.min(most, Math.max(least, predict(model[angle], middle)));
  };
  return { yaw: within('yaw'), pitch: within('pitch') };
}
