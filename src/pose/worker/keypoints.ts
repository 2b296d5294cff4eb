import type { Keypoint as FoundPoint, Pose as FoundPose } from '@tensorflow-models/pose-detection';
import type {
  FrameSize,
  Keypoint,
  KeypointName,
  Landmark,
  Pose,
  SpacePoint,
} from '../../core/body/pose.ts';
import { opposite } from '../../core/body/pose.ts';
import { surveyedLandmarks, type Body, type SurveyedPoint } from '../../core/body/survey.ts';
import type { Vector } from '../../core/geometry/vector.ts';

const sides = ['left', 'right'] as const;

/** BlazePose's word for each landmark, after the side. */
const modelNames: Readonly<Record<Landmark, string>> = {
  ear: 'ear',
  shoulder: 'shoulder',
  elbow: 'elbow',
  wrist: 'wrist',
  index: 'index',
  hip: 'hip',
  knee: 'knee',
  ankle: 'ankle',
  heel: 'heel',
  toe: 'foot_index',
};

const names: readonly (readonly [KeypointName, string])[] = [
  ['nose', 'nose'],
  ...sides.flatMap((side) =>
    (Object.keys(modelNames) as Landmark[]).map(
      (landmark) => [`${side}-${landmark}`, `${side}_${modelNames[landmark]}`] as const,
    ),
  ),
];

/**
 * BlazePose's 33 points as a Pose of ours, of which 21 are kept. `seen` is the size of the picture that
 * the model was given, `frame` that of the frame whose pixels are wanted. Points outside the frame keep
 * their place. Throws if the model has left out a point.
 */
export function poseOf(
  found: FoundPose,
  seen: FrameSize,
  frame: FrameSize,
  capturedAt: number,
): Pose {
  const scale = { x: frame.width / seen.width, y: frame.height / seen.height };
  const flat = byName(found.keypoints);
  const deep = byName(found.keypoints3D ?? []);
  const keypoints = record((name): Keypoint => {
    const { x, y, score = 0 } = pick(flat, name);
    return { x: x * scale.x, y: y * scale.y, score };
  });
  const space = record((name): SpacePoint => {
    const { x, y, z = 0 } = pick(deep, name);
    return { x, y, z };
  });
  return { keypoints, space, frame, capturedAt };
}

/**
 * MoveNet's 17 points as a Body of ours, of which 15 are kept. `seen` is the size of the picture that the model
 * was given, and that picture may have been the frame's mirror image. Throws if the model has left out a point.
 */
export function bodyOf(found: FoundPose, seen: FrameSize, isMirrored: boolean): Body {
  const flat = byName(found.keypoints);
  const read = (modelName: string): Vector => {
    const { x, y } = pick(flat, modelName);
    const across = x / seen.width;
    return { x: isMirrored ? 1 - across : across, y: y / seen.height };
  };
  const points = sides.flatMap((side) =>
    surveyedLandmarks.map(
      (landmark) =>
        [
          `${isMirrored ? opposite(side) : side}-${landmark}`,
          read(`${side}_${modelNames[landmark]}`),
        ] as const,
    ),
  );
  return {
    score: found.score ?? 0,
    points: Object.fromEntries([['nose', read('nose')], ...points]) as Record<
      SurveyedPoint,
      Vector
    >,
  };
}

function record<T>(read: (modelName: string) => T): Record<KeypointName, T> {
  const entries = names.map(([ours, theirs]) => [ours, read(theirs)]);
  return Object.fromEntries(entries) as Record<KeypointName, T>;
}

function byName(points: readonly FoundPoint[]): ReadonlyMap<string, FoundPoint> {
  return new Map(points.map((point) => [point.name ?? '', point]));
}

function pick(points: ReadonlyMap<string, FoundPoint>, name: string): FoundPoint {
  const point = points.get(name);
  if (!point) throw new Error(`The model gave no ${name}`);
  return point;
}
