import type { FrameSize } from '../body/pose.ts';
import { toRadians } from './angle.ts';
import type { Vector } from './vector.ts';

/** A vector in space, in a camera's frame: x to the right, y down, z away from the camera. */
export interface Vector3 {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * How a camera that looks straight at the hip sees the body's sagittal plane. Yaw: 0 side-on, in degrees,
 * positive when the feet are farther away than the head. Pitch: degrees by which it looks down. Roll:
 * degrees clockwise. Distance to the hip in leg lengths.
 */
export interface View {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  readonly distance: number;
}

/**
 * Assumed horizontal field of view of the wider side. Chosen: laptop and phone cameras lie between 55 and
 * 78 degrees; the fit is nearly blind to it (17 % wrong focal length costs under 0.5 degrees, found in
 * simulation, docs/measurement.md).
 */
export const assumedFieldOfView = 65;

/** Focal length in pixels under the assumed field of view. */
export function focalLength(frame: FrameSize): number {
  return Math.max(frame.width, frame.height) / 2 / Math.tan(toRadians(assumedFieldOfView) / 2);
}

export function dot(a: Vector3, b: Vector3): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

export function cross(a: Vector3, b: Vector3): Vector3 {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}

/**
 * Gives the map from pixels to the picture of a camera turned to look straight at `target`: unit focal
 * length, origin at the target. Turning a camera about its own centre loses nothing, and takes the place
 * of the body in the frame out of all that follows.
 */
export function lookingAt(target: Vector, frame: FrameSize): (point: Vector) => Vector {
  const turned = turnedTo(target, frame);
  return (point) => {
    const { x, y, z } = turned(rayTo(point, frame));
    return { x: x / z, y: y / z };
  };
}

/** Gives the map from directions in a camera's frame to those in its frame once it looks straight at `target`. */
export function turnedTo(target: Vector, frame: FrameSize): (direction: Vector3) => Vector3 {
  const towards = rayTo(target, frame);
  const pan = Math.atan2(towards.x, towards.z);
  const tilt = Math.atan2(towards.y, Math.hypot(towards.x, towards.z));
  return ({ x, y, z }) => {
    const panned = rotate(x, z, -pan);
    const tilted = rotate(y, panned[1], -tilt);
    return { x: panned[0], y: tilted[0], z: tilted[1] };
  };
}

/** The direction in which a pixel lies, in the camera's frame, one focal length ahead. */
function rayTo(pixel: Vector, frame: FrameSize): Vector3 {
  const focal = focalLength(frame);
  return { x: (pixel.x - frame.width / 2) / focal, y: (pixel.y - frame.height / 2) / focal, z: 1 };
}

/** Turns (a, b) by `angle` radians, a towards b being negative as for x towards z about y. */
function rotate(a: number, b: number, angle: number): readonly [number, number] {
  return [a * Math.cos(angle) + b * Math.sin(angle), -a * Math.sin(angle) + b * Math.cos(angle)];
}

/** The sagittal plane's axes in the camera's frame: to the feet (forward) and up, each of length 1. */
export function planeAxes(view: View, facing: 1 | -1): { feet: Vector3; up: Vector3 } {
  const yaw = toRadians(view.yaw);
  return {
    feet: tiltAndRoll({ x: facing * Math.cos(yaw), y: 0, z: Math.sin(yaw) }, view),
    up: tiltAndRoll({ x: 0, y: -1, z: 0 }, view),
  };
}

function tiltAndRoll(v: Vector3, view: View): Vector3 {
  const pitch = toRadians(view.pitch);
  const roll = toRadians(view.roll);
  const y = v.y * Math.cos(pitch) - v.z * Math.sin(pitch);
  const z = v.y * Math.sin(pitch) + v.z * Math.cos(pitch);
  return {
    x: v.x * Math.cos(roll) - y * Math.sin(roll),
    y: v.x * Math.sin(roll) + y * Math.cos(roll),
    z,
  };
}

/**
 * Gives the map from a point of the hip-centred picture back onto the sagittal plane through the hip:
 * coordinates in leg lengths, x to the feet, y up, origin at the hip.
 */
export function ontoPlane(view: View, facing: 1 | -1): (point: Vector) => Vector {
  const { feet, up } = planeAxes(view, facing);
  const normal = cross(feet, up);
  return (point) => {
    const ray = { x: point.x, y: point.y, z: 1 };
    const scale = (view.distance * normal.z) / dot(ray, normal);
    const hit = { x: ray.x * scale, y: ray.y * scale, z: scale - view.distance };
    return { x: dot(hit, feet), y: dot(hit, up) };
  };
}

/** Where a point of the sagittal plane (leg lengths, x to the feet, y up) stands in the hip-centred picture. */
export function ontoPicture(view: View, facing: 1 | -1): (point: Vector) => Vector {
  const { feet, up } = planeAxes(view, facing);
  return (point) => {
    const z = view.distance + point.x * feet.z + point.y * up.z;
    return {
      x: (point.x * feet.x + point.y * up.x) / z,
      y: (point.x * feet.y + point.y * up.y) / z,
    };
  };
}
