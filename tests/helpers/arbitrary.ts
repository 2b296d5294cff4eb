import fc from 'fast-check';
import type { Figure, LegAngles } from './figure.ts';
import type { Camera, Sheet } from './stick-figure.ts';
import { lying, mirrored, seated, standing } from './figure.ts';
import { level, sheet } from './stick-figure.ts';

/** A number without the corners of floating point: between both ends, in steps of a tenth. */
export function within(from: number, to: number): fc.Arbitrary<number> {
  return fc.integer({ min: Math.round(from * 10), max: Math.round(to * 10) }).map((n) => n / 10);
}

function leg(hip: readonly [number, number], knee: readonly [number, number]) {
  return fc.record<LegAngles>({ hip: within(...hip), knee: within(...knee) });
}

function turned(figures: fc.Arbitrary<Figure>): fc.Arbitrary<Figure> {
  return fc.tuple(figures, fc.boolean()).map(([one, other]) => (other ? mirrored(one) : one));
}

const stature = within(1.4, 2.1);

/** On the back, head to either side, legs anywhere from below the mat to past the vertical. */
export const anyLying = turned(
  fc
    .record({
      trunk: within(-100, -80),
      left: leg([-5, 125], [-10, 110]),
      right: leg([-5, 125], [-10, 110]),
      stature,
    })
    .map((angles) => ({ ...lying, ...angles })),
);

/** Bending forward from upright, or a little backward, to the head far below the hips. */
export const anyBending = turned(
  fc
    .record({ trunk: within(-20, 170), lean: within(-15, 25), knee: within(-10, 40), stature })
    .map(({ trunk, lean, knee, stature: tall }) => {
      const both = { hip: trunk - lean, knee };
      return { ...standing, trunk, left: both, right: both, stature: tall };
    }),
);

/** On a chair, reaching forward. */
export const anySeated = turned(
  fc
    .record({ trunk: within(-20, 120), rise: within(-20, 30), knee: within(-10, 100), stature })
    .map(({ trunk, rise, knee, stature: tall }) => {
      const both = { hip: 90 + trunk + rise, knee };
      return { ...seated, trunk, left: both, right: both, stature: tall };
    }),
);

/** Any place and size in the picture, level. */
export const anySheet: fc.Arbitrary<Sheet> = fc
  .record({ x: within(0, 640), y: within(0, 480), size: within(60, 2000) })
  .map(({ x, y, size }) => ({ ...sheet, place: { x, y }, size }));

/** A camera as people put it up: up to 25 degrees off square, at any sensible height and distance. */
export const anyCamera: fc.Arbitrary<Camera> = fc
  .record({
    yaw: within(-25, 25),
    pitch: within(-5, 40),
    roll: within(-4, 4),
    distance: within(1.5, 4),
    height: within(-0.3, 1.3),
    fieldOfView: within(50, 80),
  })
  .map((camera) => ({ ...level, ...camera }));
