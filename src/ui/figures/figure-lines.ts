import { pointsOf, type FigurePoints } from '../../core/advice/figure.ts';
import type { Figure } from '../../core/advice/figures.ts';
import { between, length, type Vector } from '../../core/geometry/vector.ts';

/** How far from a limb's middle a mark beside it runs, in the figure's units. */
const besideLimb = 17;

/** From the body's frame (y upwards) to the drawing's (y downwards), for everything below. */
export type ToDrawing = (point: Vector) => Vector;

/** A path through points: "M0 0L10 5". */
export function line(...points: readonly Vector[]): string {
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}

/** Which joint turns about which, and how far out the arc is drawn (1 at the joint itself). */
const turning: Readonly<
  Record<
    NonNullable<Figure['arc']>,
    {
      readonly about: (points: FigurePoints) => Vector;
      readonly joint: (points: FigurePoints) => Vector;
      readonly out: number;
    }
  >
> = {
  'leg-about-hip': { about: ({ hip }) => hip, joint: ({ near }) => near.ankle, out: 1 },
  'shank-about-knee': { about: ({ near }) => near.knee, joint: ({ near }) => near.ankle, out: 1 },
  'trunk-about-hip': { about: ({ hip }) => hip, joint: ({ shoulder }) => shoulder, out: 0.6 },
  'hip-about-shoulder': { about: ({ shoulder }) => shoulder, joint: ({ hip }) => hip, out: 1 },
};

/** The arc along which the named joint turns from start to end, as a path; null where none is shown. */
export function arcPath({ arc, start, end }: Figure, to: ToDrawing): string | null {
  if (arc === null || start === null) return null;
  const { about, joint, out } = turning[arc];
  const [before, after] = [pointsOf(start), pointsOf(end)];
  const spread = between(about(before), joint(before));
  const reached = between(about(after), joint(after));
  const pivot = about(after);
  const radius = length(reached) * out;
  const tip = ({ x, y }: Vector): Vector => {
    const share = radius / Math.hypot(x, y);
    return to({ x: pivot.x + x * share, y: pivot.y + y * share });
  };
  // y grows downwards in the drawing, so a turn that is positive in the body's frame has sweep 0.
  const sweep = spread.x * reached.y - spread.y * reached.x > 0 ? 0 : 1;
  const [from, until] = [tip(spread), tip(reached)];
  return `${line(from)}A${radius.toFixed(1)} ${radius.toFixed(1)} 0 0 ${sweep} ${until.x.toFixed(1)} ${until.y.toFixed(1)}`;
}

/** The line along which a stretch is felt, beside the limb on its back; null where none is marked. */
export function feltPath({ felt, end }: Figure, to: ToDrawing): string | null {
  if (felt === null) return null;
  const { hip, shoulder, near } = pointsOf(end);
  const isThigh = felt === 'back-of-thigh';
  // Down the limb and down the trunk alike, the back of a body that faces right is on the left.
  const [from, until] = isThigh ? [hip, near.knee] : [shoulder, hip];
  const along = between(from, until);
  const size = length(along);
  const back = { x: (along.y * besideLimb) / size, y: (-along.x * besideLimb) / size };
  const [first, last] = isThigh ? [0.2, 0.85] : [0.72, 1.05];
  const at = (share: number): Vector =>
    to({ x: from.x + along.x * share + back.x, y: from.y + along.y * share + back.y });
  return line(at(first), at(last));
}
