import fc from 'fast-check';
import { keypointNames } from '../../src/core/body/pose.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { Occasion } from '../../src/core/session/comparable.ts';
import {
  clothings,
  untoldConditions,
  warmUps,
  type Outline,
  type SetUp,
  type WholeSetUp,
} from '../../src/core/session/set-up.ts';
import { lying } from './figure.ts';
import { drawn } from './stick-figure.ts';
import { within } from './arbitrary.ts';

const { keypoints, frame } = drawn(lying);

/** Somebody on their back in the middle of a webcam's picture, head to its left. */
const lyingOutline = Object.fromEntries(
  keypointNames.map((name) => [
    name,
    { x: keypoints[name].x / frame.width, y: keypoints[name].y / frame.height },
  ]),
) as Outline;

/** A set-up as the product asks for it: side-on, low, far enough away. */
export const goodSetUp: WholeSetUp = {
  camera: 'FaceTime HD Camera',
  frame,
  near: 'right',
  yaw: degrees(5),
  height: 0.5,
  distance: 2.5,
  light: { brightness: 0.5, contrast: 0.3 },
  outline: lyingOutline,
};

/** Nine in the morning, with nothing told. */
export const goodOccasion: Occasion = {
  setUp: goodSetUp,
  conditions: untoldConditions,
  minuteOfDay: 9 * 60,
};

/** The same but for its set-up. */
export function occasionWith(change: Partial<SetUp>): Occasion {
  return { ...goodOccasion, setUp: { ...goodSetUp, ...change } };
}

const anySetUp: fc.Arbitrary<SetUp> = fc.record({
  camera: fc.constantFrom(null, 'front', 'back'),
  frame: fc.constantFrom({ width: 640, height: 480 }, { width: 1280, height: 720 }),
  near: fc.constantFrom('left' as const, 'right' as const),
  yaw: fc.option(within(-60, 60).map(degrees)),
  height: fc.option(within(-1, 3)),
  distance: fc.option(within(1.2, 8)),
  light: fc.option(fc.record({ brightness: within(0, 1), contrast: within(0, 1) })),
  outline: fc.constant(lyingOutline),
});

/** Any way in which a step may have come about, much of it unknown. */
export const anyOccasion: fc.Arbitrary<Occasion> = fc.record({
  setUp: fc.option(anySetUp, { freq: 8 }),
  conditions: fc.record({
    warmUp: fc.option(fc.constantFrom(...warmUps)),
    clothing: fc.option(fc.constantFrom(...clothings)),
  }),
  minuteOfDay: fc.option(fc.integer({ min: 0, max: 1439 })),
});
