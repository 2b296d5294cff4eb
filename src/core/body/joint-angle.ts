import { degrees, turn, type Degrees } from '../geometry/angle.ts';
import { between, middle, type Vector } from '../geometry/vector.ts';
import { centre, type Facing } from './facing.ts';
import { keypoint, type BodyPoints, type BodySide, type Landmark } from './pose.ts';

/*
 * Angles as the picture shows them, in degrees, signed, 0 in the anatomical position and growing with
 * flexion. `facing` makes the sign the body's own, so that mirroring the picture changes nothing.
 */

const up: Vector = { x: 0, y: -1 };

/** The line from one landmark to another of the same side, in pixels. */
export function segment(pose: BodyPoints, side: BodySide, from: Landmark, to: Landmark): Vector {
  return between(keypoint(pose, side, from), keypoint(pose, side, to));
}

/** The trunk line, hip to shoulder: half way between the body's middle and the given side. */
function trunkLine(pose: BodyPoints, side: BodySide): Vector {
  // The mean of both readings has the smallest error on the dev subjects (docs/measurement.md).
  const hip = middle(centre(pose, 'hip'), keypoint(pose, side, 'hip'));
  const shoulder = middle(centre(pose, 'shoulder'), keypoint(pose, side, 'shoulder'));
  return between(hip, shoulder);
}

/** The leg's line, hip to ankle, above the picture's horizontal: 0 lying flat, 90 straight up. */
export function legElevation(pose: BodyPoints, side: BodySide, facing: Facing): Degrees {
  return elevation(segment(pose, side, 'hip', 'ankle'), facing);
}

/** The thigh's line, hip to knee, above the picture's horizontal: 0 flat, 90 straight up, -90 standing. */
export function thighElevation(pose: BodyPoints, side: BodySide, facing: Facing): Degrees {
  return elevation(segment(pose, side, 'hip', 'knee'), facing);
}

/** How far a line that points forward (to the feet when lying) is raised above the horizontal. */
export function elevation(line: Vector, facing: Facing): Degrees {
  // Forward is never far below the horizontal: a leg past the vertical reads over 90, not under -90.
  const raised = turn(line, { x: facing, y: 0 }) * facing;
  return degrees(raised < -135 ? raised + 360 : raised);
}

/** Knee flexion: 0 straight, growing as the heel comes to the buttock, negative over-straightened. */
export function kneeFlexion(pose: BodyPoints, side: BodySide, facing: Facing): Degrees {
  return degrees(
    facing * turn(segment(pose, side, 'hip', 'knee'), segment(pose, side, 'knee', 'ankle')),
  );
}

/** Trunk inclination: 0 upright, 90 level, over 90 with the head below the hips. In (-90, 270]. */
export function trunkInclination(pose: BodyPoints, side: BodySide, facing: Facing): Degrees {
  return forward(facing * turn(up, trunkLine(pose, side)));
}

/** The thigh's lean from the vertical, 0 standing, positive with the hip before the knee. */
export function thighLean(pose: BodyPoints, side: BodySide, facing: Facing): Degrees {
  return degrees(facing * turn(up, segment(pose, side, 'knee', 'hip')));
}

/**
 * The whole leg's lean from the vertical, hip over ankle: the thigh's of a straight leg, read over twice the
 * length.
 */
export function legLean(pose: BodyPoints, side: BodySide, facing: Facing): Degrees {
  return degrees(facing * turn(up, segment(pose, side, 'ankle', 'hip')));
}

/** A bend has no backward end: what reads past 180 is a very deep one, not one to the back. */
function forward(angle: number): Degrees {
  return degrees(angle <= -90 ? angle + 360 : angle);
}
