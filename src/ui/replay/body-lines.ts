import type { Shown } from '../../app/replay.svelte.ts';
import { opposite, type Landmark } from '../../core/body/pose.ts';
import { degrees } from '../../core/geometry/angle.ts';
import { between, length, type Vector } from '../../core/geometry/vector.ts';
import { arcBetween } from '../../core/measure/arc.ts';
import { pointsAt, type Movement } from '../../core/session/movement.ts';

/** The size of the drawing in its own units, and how far its edge stays free: chosen, room for head and number. */
export const sheet = { width: 320, height: 200, margin: 26 } as const;

/** Chosen by eye: of the trunk's length. */
const headShare = 0.18;

/** Chosen by eye: the arc hides neither joint, and the number stands beyond it. */
const arcShare = 0.42;
const numberGap = 22;

/** Lays the frame's pixels on the sheet: the whole movement, as large as it fits. */
export function layOf(movement: Movement): (point: Vector) => Vector {
  const points = movement.poses.flatMap((places) => Object.values(pointsAt(movement, places)));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const room = { width: sheet.width - 2 * sheet.margin, height: sheet.height - 2 * sheet.margin };
  const scale = Math.min(room.width / Math.max(1, width), room.height / Math.max(1, height));
  const start = {
    x: (sheet.width - width * scale) / 2,
    y: (sheet.height - height * scale) / 2,
  };
  return ({ x, y }) => ({ x: start.x + (x - left) * scale, y: start.y + (y - top) * scale });
}

/** What is drawn of a body, as paths and places on the sheet; what was not seen is left out. */
export interface BodyLines {
  /** Arms, and the leg away from the camera. */
  readonly far: string;
  /** Trunk and leg of the measured side. */
  readonly near: string;
  readonly joints: readonly Vector[];
  readonly head: (Vector & { readonly radius: number }) | null;
  /** The measured angle; null where its joints were not seen. */
  readonly arc: { readonly path: string; readonly number: Vector } | null;
}

/** The lines of a body as it is shown. */
export function linesOf({ movement, places }: Shown, lay: (point: Vector) => Vector): BodyLines {
  const points = pointsAt(movement, places);
  const { side } = movement;
  const at = (landmark: Landmark, of = side): Vector | null => {
    const point = points[`${of}-${landmark}`];
    return point === undefined ? null : lay(point);
  };
  const other = opposite(side);
  const arms = [side, other].map((of) => [at('shoulder', of), at('elbow', of), at('wrist', of)]);
  const far = [at('hip', other), at('knee', other), at('ankle', other)];
  const near = [at('shoulder'), at('hip'), at('knee'), at('ankle')];
  const [shoulder, hip] = [near[0] ?? null, near[1] ?? null];
  const nose = points.nose === undefined ? null : lay(points.nose);
  const radius = shoulder && hip ? headShare * length(between(shoulder, hip)) : 0;
  const neck = shoulder && nose && pathOf([shoulder, towards(nose, shoulder, radius)]);
  return {
    far: [...arms, far].map(pathOf).join(''),
    near: pathOf(near) + (neck ?? ''),
    joints: near.filter((joint) => joint !== null),
    head: nose && { ...nose, radius },
    arc: arcOn(movement, (landmark) => at(landmark)),
  };
}

function arcOn(
  { test, facing }: Movement,
  at: (landmark: Landmark) => Vector | null,
): BodyLines['arc'] {
  const joints = (['shoulder', 'hip', 'knee', 'ankle'] as const).map((landmark) => at(landmark));
  if (joints.includes(null)) return null;
  const level = degrees(0);
  const { centre, from, to } = arcBetween(
    (landmark) => at(landmark) as Vector,
    test,
    facing,
    level,
  );
  const radius = arcShare * length(between(centre, to));
  const [start, end] = [towards(centre, from, radius), towards(centre, to, radius)];
  const turn = angleOf(centre, to) - angleOf(centre, from);
  const short = Math.atan2(Math.sin(turn), Math.cos(turn));
  const half = angleOf(centre, from) + short / 2;
  const reach = radius + numberGap;
  const arc = `A${text(radius)} ${text(radius)} 0 0 ${short > 0 ? '1' : '0'}`;
  return {
    path: `M${placeText(start)}${arc} ${placeText(end)}`,
    number: { x: centre.x + reach * Math.cos(half), y: centre.y + reach * Math.sin(half) },
  };
}

function angleOf(centre: Vector, to: Vector): number {
  return Math.atan2(to.y - centre.y, to.x - centre.x);
}

/** The point so far from one towards another. */
function towards(from: Vector, to: Vector, distance: number): Vector {
  const { x, y } = between(from, to);
  const share = distance / Math.max(1, Math.hypot(x, y));
  return { x: from.x + x * share, y: from.y + y * share };
}

/** A line through the points; broken where one was not seen. */
function pathOf(points: readonly (Vector | null)[]): string {
  return points
    .map((point, index) => {
      if (point === null) return '';
      return `${points[index - 1] ? 'L' : 'M'}${placeText(point)}`;
    })
    .join('');
}

function placeText({ x, y }: Vector): string {
  return `${text(x)} ${text(y)}`;
}

function text(value: number): string {
  return value.toFixed(2);
}
