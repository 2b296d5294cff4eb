import { facingOf, nearSide, sided, type Facing } from '../body/facing.ts';
import { keypoint, type Keypoint, type Landmark, type Pose } from '../body/pose.ts';
import { toRadians, type Degrees } from '../geometry/angle.ts';
import { between, length, type Vector } from '../geometry/vector.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import type { Step, TestId } from '../protocol/protocol.ts';

/** A measured angle for drawing, in the frame's pixels: it opens at `centre` from `from` to `to`. */
export interface Arc {
  readonly centre: Vector;
  readonly from: Vector;
  readonly to: Vector;
}

/** Gives each joint of one side of a body. */
export type Joints<Point extends Vector = Vector> = (landmark: Landmark) => Point;

const chain: readonly Landmark[] = ['ear', 'shoulder', 'hip', 'knee', 'ankle', 'toe'];

/** The bones of the measured side, from ear to toe, in the frame's pixels. */
export function skeletonOf(pose: Pose, step: Step): readonly (readonly [Keypoint, Keypoint])[] {
  return bonesBetween(measuredSide(pose, step).at);
}

/** The bones from ear to toe, each joined to the next, in the frame of the joints. */
export function bonesBetween<Point extends Vector>(
  at: Joints<Point>,
): readonly (readonly [Point, Point])[] {
  const joints = chain.map(at);
  return joints.slice(1).map((joint, i) => [joints[i] as Point, joint] as const);
}

/** The arc of the measured angle; null before the start position, whose angle is `rest`, is found. */
export function arcOf(pose: Pose, step: Step, rest: Degrees | null): Arc | null {
  if (rest === null) return null;
  const { at, facing } = measuredSide(pose, step);
  return arcBetween(at, step.test, facing, rest);
}

function measuredSide(pose: Pose, step: Step): { at: Joints<Keypoint>; facing: Facing } {
  const facing = facingOf(pose, protocolOf(step.test).posture);
  const side = step.side ?? nearSide(facing);
  const own = sided(pose, facing);
  return { facing, at: (landmark) => keypoint(own, side, landmark) };
}

/** The arc of a test's angle through the joints of the measured side; `rest` as for `arcOf`. */
export function arcBetween(at: Joints, test: TestId, facing: Facing, rest: Degrees): Arc {
  switch (test) {
    case 'slr': {
      const leg = length(between(at('hip'), at('ankle')));
      return { centre: at('hip'), from: raised(at('hip'), leg, rest, facing), to: at('ankle') };
    }
    case 'ake': {
      // The knee's angle opens between the thigh carried on and the shank.
      const thigh = between(at('hip'), at('knee'));
      const knee = at('knee');
      return { centre: knee, from: { x: knee.x + thigh.x, y: knee.y + thigh.y }, to: at('ankle') };
    }
    case 'forward-bend':
    case 'chair-reach': {
      const hip = at('hip');
      // On a chair the arm hides the knee: there the whole leg is read.
      const leg = between(at(test === 'chair-reach' ? 'ankle' : 'knee'), hip);
      return { centre: hip, from: { x: hip.x + leg.x, y: hip.y + leg.y }, to: at('shoulder') };
    }
  }
}

/** The point `distance` from `centre`, `angle` above the picture's horizontal. */
function raised(centre: Vector, distance: number, angle: Degrees, facing: Facing): Vector {
  const turned = toRadians(angle);
  return {
    x: centre.x + facing * distance * Math.cos(turned),
    y: centre.y - distance * Math.sin(turned),
  };
}
