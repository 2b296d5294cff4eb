import { nearSide, type Facing } from '../body/facing.ts';
import type { BodyPoints, BodySide, FrameSize, KeypointName } from '../body/pose.ts';
import type { Vector } from '../geometry/vector.ts';
import { holdRule } from '../measure/trial-frames.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import type { TestId } from '../protocol/protocol.ts';
import { shownAngle } from '../protocol/sample.ts';
import { findPlateau } from '../signal/plateau.ts';
import { unpacked, type BodyMotion, type Places } from './motion.ts';
import type { TracePoint } from './trial.ts';

/** One repetition to be seen again: the body's points and the test's angle, both by milliseconds from its start. */
export interface Movement {
  readonly test: TestId;
  /** The measured side, which was near the camera. */
  readonly side: BodySide;
  readonly facing: Facing;
  /** Pixels. */
  readonly frame: FrameSize;
  readonly names: readonly KeypointName[];
  readonly every: number;
  readonly poses: readonly Places[];
  /** The test's angle as the picture showed it, degrees, as it is told: that of a knee gets smaller. */
  readonly curve: readonly TracePoint[];
  /** How long it lasts. */
  readonly lasts: number;
  /** When the hold began; where nothing was held, when the movement was furthest. */
  readonly heldAt: number;
}

/** What a motion is of. */
export interface MovementOf {
  readonly test: TestId;
  /** The trial's measured side. */
  readonly side: BodySide;
}

/**
 * A motion with the curve of its trial, as it is stored; without one the curve is read from the points. Null where the
 * motion is none.
 */
export function movementOf(
  { test, side }: MovementOf,
  { frame, names, every, places }: BodyMotion,
  trace: readonly TracePoint[],
): Movement | null {
  const poses = unpacked(names.length, places);
  if (poses === null) return null;
  const facing: Facing = nearSide(1) === side ? 1 : -1;
  const { direction } = protocolOf(test);
  const body = { test, side, facing, frame, names, every, poses };
  const told = trace.map(({ at, angle }) => ({ at, angle: direction * angle }));
  const curve = told.length > 1 ? told : anglesIn(body);
  const lasts = curve.at(-1)?.at ?? 0;
  return curve.length < 2 ? null : { ...body, curve, lasts, heldAt: heldIn(curve, direction) };
}

/** Where each point is at a time, on the straight line between two poses; null where it was not seen. */
export function placesAt({ poses, every }: Pick<Movement, 'poses' | 'every'>, at: number): Places {
  const last = poses.length - 1;
  const row = Math.min(last, Math.max(0, at / every));
  const [before, after] = [poses[Math.floor(row)] as Places, poses[Math.ceil(row)] as Places];
  const gone = row - Math.floor(row);
  return before.map((from, column) => {
    const to = after[column] ?? null;
    if (from === null || to === null) return null;
    return { x: from.x + (to.x - from.x) * gone, y: from.y + (to.y - from.y) * gone };
  });
}

/** The angle of the curve at a time, in degrees, on the straight line between two of its points. */
export function angleAt({ curve }: Pick<Movement, 'curve'>, at: number): number {
  const after = curve.findIndex((point) => point.at >= at);
  if (after === 0) return (curve[0] as TracePoint).angle;
  if (after < 0) return (curve.at(-1) as TracePoint).angle;
  const [from, to] = [curve[after - 1] as TracePoint, curve[after] as TracePoint];
  return from.angle + ((to.angle - from.angle) * (at - from.at)) / (to.at - from.at);
}

/** The points of a pose by their names, in the frame's pixels; without those that were not seen. */
export function pointsAt(
  { names, frame }: Pick<Movement, 'names' | 'frame'>,
  places: Places,
): Readonly<Partial<Record<KeypointName, Vector>>> {
  const found = names.flatMap((name, column) => {
    const place = places[column];
    return place ? [[name, { x: place.x * frame.width, y: place.y * frame.height }] as const] : [];
  });
  return Object.fromEntries(found);
}

/** What the test's angle is read from. */
const readFrom = ['shoulder', 'hip', 'knee', 'ankle'] as const;

type Body = Omit<Movement, 'curve' | 'lasts' | 'heldAt'>;

/** The test's angle through the points of each pose, where all that it is read from was seen. */
function anglesIn(body: Body): readonly TracePoint[] {
  const { test, side, facing, every } = body;
  return body.poses.flatMap((places, index) => {
    const points = pointsAt(body, places);
    const isWhole = readFrom.every((landmark) =>
      (['left', 'right'] as const).every((each) => points[`${each}-${landmark}`] !== undefined),
    );
    if (!isWhole) return [];
    const keypoints = points as BodyPoints['keypoints'];
    return [{ at: index * every, angle: shownAngle({ keypoints }, side, facing, test) }];
  });
}

function heldIn(curve: readonly TracePoint[], direction: 1 | -1): number {
  const turned = curve.map(({ at, angle }) => ({ at, value: direction * angle }));
  const hold = findPlateau(turned, holdRule);
  const furthest = turned.reduce((best, point) => (point.value > best.value ? point : best));
  return hold === null ? furthest.at : (curve[hold.first] as TracePoint).at;
}
