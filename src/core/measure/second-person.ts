import { keypoint, type BodySide, type Pose, type Sighting } from '../body/pose.ts';
import type { Body, Survey } from '../body/survey.ts';
import { between, length, type Vector } from '../geometry/vector.ts';
import { median } from '../signal/robust.ts';

/*
 * [Note: The second person]
 * The model that measures finds one body in a frame, whichever it is. Another one (MoveNet MultiPose) finds
 * several, too roughly to measure any. What it finds beside the measured body is a second person. Figures in
 * models/movenet-multipose.md; lengths are shares of the measured body's trunk and leg together.
 */

/**
 * The least score of a body. Chosen above all that were seen where nobody is: at most 0.09 in 930 pictures,
 * rendered and real.
 */
const leastScore = 0.12;

/**
 * Chosen: the two models put the joints of the same body this near to each other at least. Median over
 * shoulders, hips, knees and ankles: at most 0.19 in 360 rendered pictures.
 */
const sameBody = 0.4;

/** Chosen: as near as this, a body has been found twice; a second person's joints are farther off. */
const sameTwice = 0.1;

/**
 * The least extent of a second person. Chosen: whole people in the picture have 0.6 and more, also crouching
 * ones; who appears smaller is three times as far from the camera, or a picture on the wall.
 */
const leastExtent = 0.4;

const sides: readonly BodySide[] = ['left', 'right'];
const joints = ['shoulder', 'hip', 'knee', 'ankle'] as const;

/** Whether any of the surveys shows someone beside the body that was measured in the same frame. */
export function hasSecondPerson(
  sightings: readonly Sighting[],
  surveys: readonly Survey[],
): boolean {
  const poses = new Map(sightings.map(({ capturedAt, pose }) => [capturedAt, pose]));
  return surveys.some((survey) => {
    const pose = poses.get(survey.capturedAt);
    return pose ? showsSecondPerson(pose, survey) : false;
  });
}

/** Whether a survey of a pose's own frame shows someone else too. See [Note: The second person]. */
export function showsSecondPerson(pose: Pose, { bodies }: Survey): boolean {
  const unit = Math.max(...sides.map((side) => trunkAndLeg(pose, side)));
  const found = bodies
    .filter(({ score }) => score >= leastScore)
    .map((body) => inPixels(body, pose))
    .map((points) => ({ apart: apart(pose, points) / unit, extent: extent(points) / unit }))
    .sort((a, b) => a.apart - b.apart);
  const others = found.filter(({ apart }, i) => apart > (i === 0 ? sameBody : sameTwice));
  return others.some(({ extent }) => extent >= leastExtent);
}

type Points = Body['points'];

function inPixels({ points }: Body, { frame }: Pose): Points {
  const { width, height } = frame;
  return Object.fromEntries(
    Object.entries(points).map(([name, { x, y }]) => [name, { x: x * width, y: y * height }]),
  ) as Points;
}

/** How far the joints of a body are from those of the pose, in pixels. Sides may be confused. */
function apart(pose: Pose, points: Points): number {
  return median(
    joints.flatMap((joint) =>
      sides.map((side) => {
        const point = keypoint(pose, side, joint);
        return Math.min(
          ...sides.map((other) => length(between(point, points[`${other}-${joint}`]))),
        );
      }),
    ),
  );
}

/** The diagonal of the box around a body, in pixels. */
function extent(points: Points): number {
  const all: readonly Vector[] = Object.values(points);
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const across = Math.max(...xs) - Math.min(...xs);
  return Math.hypot(across, Math.max(...ys) - Math.min(...ys));
}

/** Trunk, thigh and shank of a side together, in pixels: the body's length however it is bent. */
function trunkAndLeg(pose: Pose, side: BodySide): number {
  return joints.slice(1).reduce((sum, joint, i) => {
    const before = joints[i] as (typeof joints)[number];
    return sum + length(between(keypoint(pose, side, before), keypoint(pose, side, joint)));
  }, 0);
}
