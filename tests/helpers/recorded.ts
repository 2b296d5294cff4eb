import type { KeypointName, Pose, Sighting } from '../../src/core/body/pose.ts';
import type { FrameSize } from '../../src/core/body/pose.ts';
import badKnee from '../fixtures/sightings/slr_bad_knee.json';
import raise from '../fixtures/sightings/slr_right.json';
import walkOut from '../fixtures/sightings/walk_out.json';

interface Recording {
  readonly frame: FrameSize;
  readonly keypoints: readonly string[];
  readonly sightings: readonly {
    readonly at: number;
    readonly points: readonly (readonly number[])[] | null;
  }[];
}

function sightingsOf({ frame, keypoints, sightings }: Recording): readonly Sighting[] {
  return sightings.map(({ at, points }) => ({
    capturedAt: at,
    pose: points === null ? null : poseOf(points, keypoints, frame, at),
  }));
}

function poseOf(
  points: readonly (readonly number[])[],
  names: readonly string[],
  frame: FrameSize,
  capturedAt: number,
): Pose {
  const entries = names.map((name, index) => {
    const [x = 0, y = 0, score = 0, ...space] = points[index] ?? [];
    return { name: name as KeypointName, point: { x, y, score }, space };
  });
  return {
    keypoints: Object.fromEntries(
      entries.map(({ name, point }) => [name, point]),
    ) as Pose['keypoints'],
    space: Object.fromEntries(
      entries.map(({ name, space: [x = 0, y = 0, z = 0] }) => [name, { x, y, z }]),
    ) as Pose['space'],
    frame,
    capturedAt,
  };
}

/** A raise of the right leg: lies still, raises, holds for two seconds, lowers. */
export const goodRaise = sightingsOf(raise);

/** The same with a knee that bends. */
export const bentKneeRaise = sightingsOf(badKnee);

/** Someone who stands, walks out of the picture and comes half back. */
export const walkingOut = sightingsOf(walkOut);

/** The same recording again and again, as a camera that sees one repetition after the other. */
export function repeated(sightings: readonly Sighting[], times: number): readonly Sighting[] {
  const length = (sightings.at(-1)?.capturedAt ?? 0) + 1000 / 15;
  return Array.from({ length: times }, (_, round) =>
    sightings.map((sighting) => later(sighting, round * length)),
  ).flat();
}

function later({ capturedAt, pose }: Sighting, by: number): Sighting {
  const at = capturedAt + by;
  return { capturedAt: at, pose: pose === null ? null : { ...pose, capturedAt: at } };
}
