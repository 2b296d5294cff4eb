import type { Facing } from '../../src/core/body/facing.ts';
import type { FrameSize, KeypointName, Pose, SpacePoint } from '../../src/core/body/pose.ts';
import { toRadians } from '../../src/core/geometry/angle.ts';
import { cross, dot, type Vector3 } from '../../src/core/geometry/pinhole.ts';
import type { Vector } from '../../src/core/geometry/vector.ts';
import { pointsOf, type Figure } from './figure.ts';

/** Where the figure's hips stand in an orthographic picture, its size in pixels, and the picture's tilt. */
export interface Sheet {
  readonly frame: FrameSize;
  readonly place: Vector;
  /** Pixels for one stature. */
  readonly size: number;
  /** Degrees clockwise. */
  readonly tilt: number;
}

/** A webcam's picture with the figure in the middle. */
export const sheet: Sheet = {
  frame: { width: 640, height: 480 },
  place: { x: 320, y: 240 },
  size: 400,
  tilt: 0,
};

/** The figure drawn flat, as seen square from infinitely far. */
export function drawn(figure: Figure, on: Sheet = sheet, capturedAt = 0): Pose {
  const scale = on.size / figure.stature;
  const tilt = toRadians(on.tilt);
  return posed(figure, on.frame, capturedAt, ({ x, y }) => ({
    x: on.place.x + scale * (x * Math.cos(tilt) - y * Math.sin(tilt)),
    y: on.place.y + scale * (x * Math.sin(tilt) + y * Math.cos(tilt)),
  }));
}

/** A real camera. It stands `distance` metres from the hips and `height` above them, turned by `yaw`. */
export interface Camera {
  readonly frame: FrameSize;
  /** Horizontal field of view, degrees. */
  readonly fieldOfView: number;
  /** Degrees about the body; positive where the feet (lying) or the face's side is farther away. */
  readonly yaw: number;
  /** Degrees by which it looks down. */
  readonly pitch: number;
  /** Degrees by which the picture is turned clockwise. */
  readonly roll: number;
  readonly distance: number;
  readonly height: number;
}

/** A level webcam, square to the body, at the height of its hips. */
export const level: Camera = {
  frame: { width: 640, height: 480 },
  fieldOfView: 65,
  yaw: 0,
  pitch: 0,
  roll: 0,
  distance: 2.2,
  height: 0,
};

/** The figure as the camera sees it; its space points turned into the camera's frame. */
export function filmed(figure: Figure, camera: Camera, capturedAt = 0): Pose {
  const focal = camera.frame.width / 2 / Math.tan(toRadians(camera.fieldOfView) / 2);
  const turned = turnedInto(camera, figure.facing);
  const yaw = figure.facing * toRadians(camera.yaw);
  const toHips = turned({
    x: camera.distance * Math.sin(yaw),
    y: camera.height,
    z: camera.distance * Math.cos(yaw),
  });
  const seen = (point: SpacePoint): Vector => {
    const { x, y, z } = turned(point);
    return {
      x: camera.frame.width / 2 + (focal * (x + toHips.x)) / (z + toHips.z),
      y: camera.frame.height / 2 + (focal * (y + toHips.y)) / (z + toHips.z),
    };
  };
  return posed(figure, camera.frame, capturedAt, seen, turned);
}

/** The map from directions in space to the camera's own axes. */
function turnedInto(camera: Camera, facing: Facing): (direction: Vector3) => Vector3 {
  const [yaw, pitch] = [facing * toRadians(camera.yaw), toRadians(camera.pitch)];
  const roll = toRadians(camera.roll);
  const right: Vector3 = { x: Math.cos(yaw), y: 0, z: -Math.sin(yaw) };
  const ahead: Vector3 = {
    x: Math.sin(yaw) * Math.cos(pitch),
    y: Math.sin(pitch),
    z: Math.cos(yaw) * Math.cos(pitch),
  };
  const down = cross(ahead, right);
  return (direction) => {
    const [x, y] = [dot(direction, right), dot(direction, down)];
    return {
      x: x * Math.cos(roll) - y * Math.sin(roll),
      y: x * Math.sin(roll) + y * Math.cos(roll),
      z: dot(direction, ahead),
    };
  };
}

function posed(
  figure: Figure,
  frame: FrameSize,
  capturedAt: number,
  seen: (point: SpacePoint) => Vector,
  turned: (point: SpacePoint) => SpacePoint = (point) => point,
): Pose {
  const points = pointsOf(figure);
  const names = Object.keys(points) as KeypointName[];
  const of = <Value>(value: (name: KeypointName) => Value): Record<KeypointName, Value> =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as Record<KeypointName, Value>;
  return {
    keypoints: of((name) => ({ ...seen(points[name]), score: 1 })),
    space: of((name) => turned(points[name])),
    frame,
    capturedAt,
  };
}
