import type { Vector } from '../geometry/vector.ts';
import type { LegAngles, Posture } from './figure.ts';
import type { ExerciseId } from './exercises.ts';

/** A thing beside the body, in the figure's own units, y upwards from the floor. */
export interface Thing {
  /** Two opposite corners of a block. */
  readonly from: Vector;
  readonly to: Vector;
}

/** How an exercise is drawn: numbers only, so that a new one needs no drawing. */
export interface Figure {
  /** How it begins, drawn pale; null where it is not held but goes on. */
  readonly start: Posture | null;
  readonly end: Posture;
  /** Which movement the arc shows: one joint about another; null for none. */
  readonly arc:
    'leg-about-hip' | 'shank-about-knee' | 'trunk-about-hip' | 'hip-about-shoulder' | null;
  /** Where the stretch or the work is felt. */
  readonly felt: 'back-of-thigh' | 'buttock' | null;
  /** Whether a strap runs from the hand to the foot. */
  readonly strap: boolean;
  readonly things: readonly Thing[];
}

/** The leg lies on the floor, or carries the upright body. */
const straight: LegAngles = { hip: 0, knee: 0, ankle: 0 };

/** On the back, head on the floor: the trunk rises a little towards the shoulders. */
const lying: Posture = {
  at: { x: 0, y: 14 },
  trunk: -87,
  neck: 14,
  near: { hip: 3, knee: 0, ankle: 15 },
  far: { hip: 3, knee: 0, ankle: 15 },
  arm: { shoulder: 6, elbow: 0 },
  farArm: null,
};

const standing: Posture = {
  at: { x: 0, y: 242 },
  trunk: 0,
  neck: 4,
  near: straight,
  far: straight,
  arm: { shoulder: -8, elbow: 18 },
  farArm: null,
};

/** On the edge of a chair, one heel out in front with the knee straight. */
const sitting: Posture = {
  at: { x: 0, y: 126 },
  trunk: 2,
  neck: 4,
  near: { hip: 66, knee: 7, ankle: 20 },
  far: { hip: 92, knee: 88, ankle: 0 },
  arm: { shoulder: 35, elbow: 0 },
  farArm: null,
};

/** Upright before a step, one heel on it. */
const atStep: Posture = {
  at: { x: 0, y: 241.5 },
  trunk: 2,
  neck: 4,
  near: { hip: 41.9, knee: 7.5, ankle: 20 },
  far: { hip: 5.7, knee: 7.6, ankle: 0 },
  arm: { shoulder: -14.6, elbow: 38 },
  farArm: null,
};

/** On the back with the feet flat. */
const kneesUp: Posture = {
  ...lying,
  near: { hip: 57, knee: 114.2, ankle: 30 },
  far: { hip: 57, knee: 114.2, ankle: 30 },
};

/** The figure of every exercise. */
export const figures: Readonly<Record<ExerciseId, Figure>> = {
  'strap-supine': {
    start: lying,
    end: {
      ...lying,
      near: { hip: 68, knee: 0, ankle: 15 },
      arm: { shoulder: 26.5, elbow: 53 },
    },
    arc: 'leg-about-hip',
    felt: 'back-of-thigh',
    strap: true,
    things: [],
  },
  'knee-straightening': {
    start: {
      ...lying,
      near: { hip: 93, knee: 90, ankle: 15 },
      arm: { shoulder: 2, elbow: 39 },
    },
    end: { ...lying, near: { hip: 93, knee: 22, ankle: 15 }, arm: { shoulder: 2, elbow: 39 } },
    arc: 'shank-about-knee',
    felt: 'back-of-thigh',
    strap: false,
    things: [],
  },
  doorway: {
    start: null,
    end: { ...lying, near: { hip: 78, knee: 0, ankle: 0 } },
    arc: null,
    felt: 'back-of-thigh',
    strap: false,
    things: [{ from: { x: 74, y: 0 }, to: { x: 88, y: 330 } }],
  },
  'seated-chair': {
    start: sitting,
    end: {
      ...sitting,
      trunk: 38,
      near: { hip: 101.7, knee: 7.3, ankle: 20 },
      far: { hip: 128, knee: 88, ankle: 0 },
      arm: { shoulder: 1.4, elbow: 93 },
    },
    arc: 'trunk-about-hip',
    felt: 'back-of-thigh',
    strap: false,
    things: [
      { from: { x: -78, y: 98 }, to: { x: 62, y: 114 } },
      { from: { x: -78, y: 114 }, to: { x: -66, y: 254 } },
      { from: { x: -74, y: 0 }, to: { x: -64, y: 98 } },
      { from: { x: 48, y: 0 }, to: { x: 58, y: 98 } },
    ],
  },
  'standing-step': {
    start: atStep,
    end: {
      ...atStep,
      trunk: 42,
      near: { hip: 81.9, knee: 7.5, ankle: 20 },
      far: { hip: 45.7, knee: 7.6, ankle: 0 },
      arm: { shoulder: -24.8, elbow: 57.5 },
    },
    arc: 'trunk-about-hip',
    felt: 'back-of-thigh',
    strap: false,
    things: [{ from: { x: 104, y: 0 }, to: { x: 196, y: 46 } }],
  },
  'toe-touch': {
    start: standing,
    end: {
      ...standing,
      at: { x: -14, y: 241 },
      trunk: 114,
      neck: 22,
      near: { hip: 121.4, knee: 8.1, ankle: 0 },
      far: { hip: 121.4, knee: 8.1, ankle: 0 },
      arm: { shoulder: 101, elbow: 13 },
    },
    arc: 'trunk-about-hip',
    felt: 'back-of-thigh',
    strap: false,
    things: [],
  },
  'hip-hinge': {
    start: standing,
    end: {
      ...standing,
      at: { x: -34, y: 234 },
      trunk: 62,
      near: { hip: 82.8, knee: 25, ankle: 0 },
      far: { hip: 82.8, knee: 25, ankle: 0 },
      arm: { shoulder: -37, elbow: 74 },
    },
    arc: 'trunk-about-hip',
    felt: 'back-of-thigh',
    strap: false,
    things: [],
  },
  bridge: {
    start: kneesUp,
    end: {
      ...kneesUp,
      at: { x: -10.7, y: 78 },
      trunk: -112,
      neck: 39,
      near: { hip: -0.6, knee: 98.4, ankle: 10 },
      far: { hip: -0.6, knee: 98.4, ankle: 10 },
      arm: { shoulder: -20, elbow: 0 },
    },
    arc: 'hip-about-shoulder',
    felt: 'buttock',
    strap: false,
    things: [],
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
};
