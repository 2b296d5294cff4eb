import type { Landmark } from '../body/pose.ts';
import { degrees, wrap } from '../geometry/angle.ts';
import { lookingAt, ontoPlane } from '../geometry/pinhole.ts';
import type { Vector } from '../geometry/vector.ts';
import { keypoint, opposite } from '../body/pose.ts';
import { pointsOf, type HeldMoment } from '../measure/held.ts';
import { angleOf } from '../measure/rectify.ts';
import { shownAngle } from '../protocol/sample.ts';
import type { Step, TestId } from '../protocol/protocol.ts';
import { belongsTo } from './session.ts';
import type { CameraFit, Estimate } from './trial.ts';

/*
 * [Note: Correct by hand]
 * A person can put the joints of a trial's held frame where they see them. The number follows by as much as
 * the angle in that frame does: automatic number + (angle through the moved joints - angle through the
 * automatic ones). What is not in the frame stays automatic: start position, camera, calibration.
 */

/** The joints that a test's number is read from, and that can be moved. */
export const movable = ['shoulder', 'hip', 'knee', 'ankle'] as const satisfies readonly Landmark[];
export type Joint = (typeof movable)[number];

const readFrom: Readonly<Record<TestId, readonly Joint[]>> = {
  slr: ['hip', 'ankle'],
  'forward-bend': ['shoulder', 'hip', 'knee'],
  ake: ['hip', 'knee', 'ankle'],
  'chair-reach': ['shoulder', 'hip', 'ankle'],
};

/** Where joints of the measured side are: shares of the frame's width and height, origin top left. */
export type Places = Readonly<Partial<Record<Joint, Vector>>>;

/** A joint that was moved: where the model had it, and where the person put it; shares of the frame. */
export interface MovedJoint {
  readonly before: Vector;
  readonly after: Vector;
}
export type MovedJoints = Readonly<Partial<Record<Joint, MovedJoint>>>;

/** Which trial of which stored session: `trial` counts the result's trials from 0. */
export interface TrialAddress extends Step {
  readonly sessionId: string;
  readonly trial: number;
}

/** One trial's number as a person has corrected it. Never changes; the latest of a trial counts. */
export interface Correction extends TrialAddress {
  /** UUIDv7. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly correctedAt: number;
  readonly joints: MovedJoints;
  /** The number as corrected. */
  readonly estimate: Estimate;
  /** The number as it was measured. */
  readonly automatic: Estimate;
}

/**
 * How sure a number read off human-placed points is at best: 95 % half-width of a standard error of 1.5
 * degrees, the upper end of 0.5 to 1.5 for leg raises in side-on video (Rabanal-Rodriguez 2025). Chosen: the
 * upper end, as their raters were trained and their pictures larger.
 */
const byHand95 = 1.96 * 1.5;

/** Whether a correction is one of this trial's. */
export function concerns(correction: Correction, address: TrialAddress): boolean {
  const { sessionId, trial } = address;
  return (
    correction.sessionId === sessionId &&
    correction.trial === trial &&
    belongsTo(correction, address)
  );
}

/** The joints that a test's number is read from, from head to foot. */
export function jointsOf(test: TestId): readonly Joint[] {
  return readFrom[test];
}

/** Where the model has a joint of the measured side, as shares of the frame. */
export function placeOf({ outline, side }: HeldMoment, joint: Joint): Vector {
  return outline[`${side}-${joint}`];
}

/** The joints that lie elsewhere than the model had them. */
export function movedJoints(held: HeldMoment, places: Places): MovedJoints {
  const moved = Object.entries(places).flatMap(([name, after]) => {
    const before = placeOf(held, name as Joint);
    return before.x === after.x && before.y === after.y ? [] : [[name, { before, after }] as const];
  });
  return Object.fromEntries(moved);
}

/** The held moment with some of its joints elsewhere. */
export function withPlaces(held: HeldMoment, places: Places): HeldMoment {
  const outline = { ...held.outline };
  const far = opposite(held.side);
  for (const [name, { before, after }] of Object.entries(movedJoints(held, places))) {
    const joint = name as Joint;
    outline[`${held.side}-${joint}`] = after;
    // The trunk's line lies between both sides; the far one, hidden by the near one, goes with it.
    if (joint !== 'shoulder' && joint !== 'hip') continue;
    const { x, y } = held.outline[`${far}-${joint}`];
    outline[`${far}-${joint}`] = { x: x + after.x - before.x, y: y + after.y - before.y };
  }
  return { ...held, outline };
}

/**
 * A trial's number after some joints of its held frame were put elsewhere; see [Note: Correct by hand].
 * `camera`: the trial's own. It is never surer than the automatic one, whose start position, camera and
 * calibration it shares, nor than a person's eye.
 */
export function correctedEstimate(
  automatic: Estimate,
  held: HeldMoment,
  places: Places,
  camera: CameraFit | null,
): Estimate {
  if (Object.keys(movedJoints(held, places)).length === 0) return automatic;
  const by = wrap(angleIn(withPlaces(held, places), camera) - angleIn(held, camera));
  return {
    value: degrees(automatic.value + by),
    halfWidth95: degrees(Math.max(automatic.halfWidth95, byHand95)),
  };
}

/** The test's angle in the held frame: of a leg raise in the plane of the movement, else as it is seen. */
function angleIn(held: HeldMoment, camera: CameraFit | null): number {
  const { test, side, facing, frame } = held;
  const points = pointsOf(held);
  if (test !== 'slr' || camera === null) return shownAngle(points, side, facing, test);
  const seen = lookingAt(keypoint(points, side, 'hip'), frame);
  const onto = ontoPlane({ ...camera, roll: 0 }, facing);
  return angleOf(onto(seen(keypoint(points, side, 'ankle'))));
}
