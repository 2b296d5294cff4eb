import type { Keypoint, KeypointName, Pose, Sighting } from '../body/pose.ts';
import type { Survey } from '../body/survey.ts';

/*
 * [Note: The second look]
 * After a trial some of its frames are shown to a larger model (BlazePose heavy). Both models are wrong in
 * ways of their own, which differ from body to body; the mean of both is better than either (figures in
 * docs/measurement.md). Too few frames are looked at again to be measured by themselves: they tell by how
 * much the larger model differs, which changes slowly over the movement, and half of that is added to
 * every frame.
 */

/** What was seen when some frames of a trial were looked at again; empty where that could not be done. */
export interface SecondSight {
  /** What the larger model saw. */
  readonly sightings: readonly Sighting[];
  /** Searches for everybody in a frame. See [Note: The second person]. */
  readonly surveys: readonly Survey[];
}

/** Of a trial that was not looked at again. */
export const nothingSeen: SecondSight = { sightings: [], surveys: [] };

/** Share of the larger model in the mean. Measured: a half is best for the leg raise and the knee. */
const share = 0.5;

/** Chosen: models that differ by more than this share of the body have not seen the same thing. */
const farthest = 0.1;

/** The sightings with half of the larger model's difference in each. See [Note: The second look]. */
export function withSecondLook(
  sightings: readonly Sighting[],
  second: readonly Sighting[],
): readonly Sighting[] {
  const first = new Map(sightings.map((sighting) => [sighting.capturedAt, sighting.pose]));
  const shifts = second.flatMap(({ capturedAt, pose }) => {
    const seen = first.get(capturedAt);
    return pose && seen && agree(seen, pose) ? [{ at: capturedAt, from: seen, to: pose }] : [];
  });
  const [earliest, ...later] = shifts;
  if (!earliest) return sightings;
  return sightings.map((sighting) => {
    if (!sighting.pose) return sighting;
    return { ...sighting, pose: shifted(sighting.pose, [earliest, ...later]) };
  });
}

interface Shift {
  readonly at: number;
  readonly from: Pose;
  readonly to: Pose;
}

type Shifts = readonly [Shift, ...Shift[]];

function shifted(pose: Pose, shifts: Shifts): Pose {
  const { before, after, weight } = neighbours(pose.capturedAt, shifts);
  const moved = Object.entries(pose.keypoints).map(([key, point]) => {
    const name = key as KeypointName;
    const [a, b] = [shiftOf(before, name), shiftOf(after, name)];
    const x = point.x + share * (a.x * (1 - weight) + b.x * weight);
    const y = point.y + share * (a.y * (1 - weight) + b.y * weight);
    return [name, { x, y, score: point.score }] as const;
  });
  return { ...pose, keypoints: Object.fromEntries(moved) as Record<KeypointName, Keypoint> };
}

/** The shifts before and after a time, and how far it is on the way from the one to the other. */
function neighbours(at: number, shifts: Shifts): { before: Shift; after: Shift; weight: number } {
  const after = shifts.find((shift) => shift.at >= at) ?? shifts.reduce((_, last) => last);
  const before = shifts.findLast((shift) => shift.at <= at) ?? shifts[0];
  const weight = after.at > before.at ? (at - before.at) / (after.at - before.at) : 0;
  return { before, after, weight };
}

function shiftOf({ from, to }: Shift, name: KeypointName): { x: number; y: number } {
  return {
    x: to.keypoints[name].x - from.keypoints[name].x,
    y: to.keypoints[name].y - from.keypoints[name].y,
  };
}

/** Whether hips, knees and ankles lie where the other model has them. */
function agree(a: Pose, b: Pose): boolean {
  const limit = farthest * Math.max(a.frame.width, a.frame.height);
  return (['hip', 'knee', 'ankle'] as const).every((landmark) =>
    (['left', 'right'] as const).every((side) => {
      const [from, to] = [a.keypoints[`${side}-${landmark}`], b.keypoints[`${side}-${landmark}`]];
      return Math.hypot(from.x - to.x, from.y - to.y) <= limit;
    }),
  );
}
