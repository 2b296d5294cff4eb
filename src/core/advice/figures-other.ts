import type { ExerciseId } from './exercises.ts';
import type { Figure, Posture } from './figure.ts';
import { kneesUp, lying, standing } from './postures.ts';

/** One knee on the floor under the hip, the other foot flat in front. */
const halfKneeling: Posture = {
  at: { x: 0, y: 128 },
  trunk: 0,
  neck: 4,
  near: { hip: 0, knee: 90, ankle: 90 },
  far: { hip: 88.1, knee: 88, ankle: 0 },
  arm: { shoulder: 30.1, elbow: 0 },
  farArm: null,
};

/** One foot behind the other, hands on a wall. */
const atWall: Posture = {
  at: { x: 55.2, y: 235.2 },
  trunk: 3,
  neck: 4,
  near: { hip: -11, knee: 0, ankle: -14 },
  far: { hip: 18.9, knee: 0, ankle: 15.9 },
  arm: { shoulder: 49.4, elbow: 46 },
  farArm: null,
};

/** The figures of the other stretches and of walking. */
export const otherFigures = {
  'hip-flexor': {
    start: halfKneeling,
    end: {
      ...halfKneeling,
      at: { x: 48, y: 117.8 },
      trunk: -2,
      near: { hip: -26, knee: 66, ankle: 90 },
      far: { hip: 85.7, knee: 113.5, ankle: -25.8 },
      arm: { shoulder: 30, elbow: 0 },
    },
    arc: 'hip-about-knee',
    felt: 'front-of-hip',
    strap: false,
    things: [],
  },
  'figure-four': {
    // One foot is across the other knee from the start; turned out to the side, its shank is seen to run to that knee.
    start: { ...kneesUp, near: { hip: 1.4, knee: -117.8, ankle: 90 } },
    end: {
      ...lying,
      near: { hip: 47.4, knee: -117.8, ankle: 90 },
      far: { hip: 103, knee: 95, ankle: 15 },
      arm: { shoulder: 24.5, elbow: 0 },
    },
    arc: null,
    felt: 'back-of-hip',
    strap: false,
    things: [],
  },
  calf: {
    start: atWall,
    end: {
      ...atWall,
      at: { x: 96.4, y: 220.6 },
      trunk: 8,
      near: { hip: -17, knee: 0, ankle: -25 },
      far: { hip: 37.4, knee: 48.7, ankle: -19.3 },
      arm: { shoulder: 17.7, elbow: 112.6 },
    },
    arc: 'hip-about-ankle',
    felt: 'calf',
    strap: false,
    things: [{ from: { x: 208, y: 0 }, to: { x: 222, y: 420 } }],
  },
  walking: {
    start: null,
    end: {
      ...standing,
      at: { x: 0, y: 228 },
      trunk: 4,
      near: { hip: 30.9, knee: 18, ankle: 0 },
      far: { hip: -6, knee: 25, ankle: -10 },
      arm: { shoulder: -24, elbow: 22 },
      farArm: { shoulder: 30, elbow: 26 },
    },
    arc: null,
    felt: null,
    strap: false,
    things: [],
  },
} satisfies Partial<Record<ExerciseId, Figure>>;
