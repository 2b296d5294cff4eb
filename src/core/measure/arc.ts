import { facingOf, nearSide, sided } from '../body/facing.ts';
import { keypoint, type Keypoint, type Landmark, type Pose } from '../body/pose.ts';
import { toRadians, type Degrees } from '../geometry/angle.ts';
import { between, length, type Vector } from '../geometry/vector.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import type { Step } from '../protocol/protocol.ts';

/** What is drawn of a pose over its frame, in the frame's pixels. */
export interface Drawing {
  /** The measured side's bones. */
  readonly bones: readonly (readonly [Keypoint, Keypoint])[];
  readonly joints: readonly Keypoint[];
  /** The measured angle: it opens at `centre` from `from` to `to`. Null before the start position is found. */
  readonly arc: Arc | null;
}

export interface Arc {
  readonly centre: Vector;
  readonly from: Vector;
  readonly to: Vector;
}

const chain: readonly Landmark[] = ['ear', 'shoulder', 'hip', 'knee', 'ankle', 'toe'];

/** What to draw for a step over this pose. `rest` is the start position's angle, once known. */
export function drawingOf(pose: Pose, step: Step, rest: Degrees | null): Drawing {
  const facing = facingOf(pose, protocolOf(step.test).posture);
  const side = step.side ?? nearSide(facing);
  const own = sided(pose, facing);
  const at = (landmark: Landmark): Keypoint => keypoint(own, side, landmark);
  const joints = chain.map(at);
  const bones = joints.slice(1).map((joint, i) => [joints[i] as Keypoint, joint] as const);
  return { bones, joints, arc: rest === null ? null : arcOf(at, step, facing, rest) };
}

function arcOf(at: (landmark: Landmark) => Vector, step: Step, facing: 1 | -1, rest: Degrees): Arc {
  switch (step.test) {
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
      const thigh = between(at('knee'), hip);
      return { centre: hip, from: { x: hip.x + thigh.x, y: hip.y + thigh.y }, to: at('shoulder') };
    }
  }
}

/** The point `distance` from `centre`, `angle` above the picture's horizontal. */
function raised(centre: Vector, distance: number, angle: Degrees, facing: 1 | -1): Vector {
  const turned = toRadians(angle);
  return {
    x: centre.x + facing * distance * Math.cos(turned),
    y: centre.y - distance * Math.sin(turned),
  };
}
