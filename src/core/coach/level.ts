import { centre, nearSide, type Facing } from '../body/facing.ts';
import { keypoint, opposite, type Pose } from '../body/pose.ts';
import { degrees, turn, type Degrees } from '../geometry/angle.ts';
import { between, type Vector } from '../geometry/vector.ts';
import type { Posture } from '../protocol/protocol.ts';

const up: Vector = { x: 0, y: -1 };

/**
 * From which roll on the camera is not level, in degrees, by what it is read from. Gravity is exact; chosen: 5 tilts
 * no reading by more than its uncertainty. Bodies lean and cameras look down: the dev subjects, filmed with 3 degrees
 * at most, read up to 6 standing, 27 sitting and 28 lying.
 */
const limits: Readonly<Record<Posture | 'gravity', number>> = {
  gravity: 5,
  standing: 12,
  seated: 30,
  lying: 30,
};

/** Whether a roll that was read so is near enough to level. */
export function isLevel(roll: Degrees, readFrom: Posture | 'gravity'): boolean {
  return Math.abs(roll) <= limits[readFrom];
}

/**
 * How far the picture is turned, in degrees clockwise, as far as the body tells: the line from the ankles to the
 * shoulders of someone standing, the trunk of someone sitting, and of someone lying the line from the near shoulder
 * to the ankle of the leg that lies.
 */
export function bodyRoll(pose: Pose, posture: Posture, facing: Facing): Degrees {
  if (posture === 'lying') {
    const near = nearSide(facing);
    const ankles = [near, opposite(near)].map((side) => keypoint(pose, side, 'ankle'));
    const ankle = ankles.reduce((lowest, each) => (each.y > lowest.y ? each : lowest));
    return turn({ x: facing, y: 0 }, between(keypoint(pose, near, 'shoulder'), ankle));
  }
  const foot = posture === 'standing' ? centre(pose, 'ankle') : centre(pose, 'hip');
  return degrees(turn(up, between(foot, centre(pose, 'shoulder'))));
}
