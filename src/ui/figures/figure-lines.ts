import {
  pointsOf,
  type FeltAt,
  type Figure,
  type FigurePoints,
  type Turn,
} from '../../core/advice/figure.ts';
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
    Turn,
    {
      readonly about: (points: FigurePoints) => Vector;
      readonly joint: (points: FigurePoints) => Vector;
      readonly out: number;
    }
  >
> = {
  'leg-about-hip': { about: ({ hip }) => hip, joint: ({ near }) => near.ankle, out: 1 },
  'thigh-about-hip': { about: ({ hip }) => hip, joint: ({ near }) => near.knee, out: 1 },
  'shank-about-knee': { about: ({ near }) => near.knee, joint: ({ near }) => near.ankle, out: 1 },
  'trunk-about-hip': { about: ({ hip }) => hip, joint: ({ shoulder }) => shoulder, out: 0.6 },
  'hip-about-shoulder': { about: ({ shoulder }) => shoulder, joint: ({ hip }) => hip, out: 1 },
  'hip-about-knee': { about: ({ near }) => near.knee, joint: ({ hip }) => hip, out: 1 },
  'hip-about-ankle': { about: ({ near }) => near.ankle, joint: ({ hip }) => hip, out: 1 },
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

/**
 * Where each mark runs: along which limb, from which share of it to which, and on which side. Down a limb and down the
 * trunk alike, the back of a body that faces right is on the left.
 */
const marks: Readonly<
  Record<
    FeltAt,
    {
      readonly limb: (points: FigurePoints) => readonly [Vector, Vector];
      readonly shares: readonly [number, number];
      readonly side: 'back' | 'front';
    }
  >
> = {
  'back-of-thigh': { limb: thigh, shares: [0.2, 0.85], side: 'back' },
  'front-of-hip': { limb: thigh, shares: [-0.1, 0.5], side: 'front' },
  'back-of-hip': { limb: thigh, shares: [0.1, 0.6], side: 'back' },
  calf: { limb: ({ near }) => [near.knee, near.ankle], shares: [0.1, 0.75], side: 'back' },
  buttock: { limb: trunk, shares: [0.72, 1.05], side: 'back' },
  back: { limb: trunk, shares: [0.35, 1], side: 'back' },
  underside: { limb: trunk, shares: [0.3, 0.95], side: 'back' },
  belly: { limb: trunk, shares: [0.4, 0.85], side: 'front' },
};

function thigh({ hip, near }: FigurePoints): readonly [Vector, Vector] {
  return [hip, near.knee];
}

function trunk({ shoulder, hip }: FigurePoints): readonly [Vector, Vector] {
  return [shoulder, hip];
}

/** The line along which a stretch or the work is felt, beside the limb; null where none is marked. */
export function feltPath({ felt, end }: Figure, to: ToDrawing): string | null {
  if (felt === null) return null;
  const { limb, shares, side } = marks[felt];
  const [from, until] = limb(pointsOf(end));
  const along = between(from, until);
  const away = (side === 'back' ? besideLimb : -besideLimb) / length(along);
  const at = (share: number): Vector =>
    to({
      x: from.x + along.x * share + along.y * away,
      y: from.y + along.y * share - along.x * away,
    });
  return line(at(shares[0]), at(shares[1]));
}
