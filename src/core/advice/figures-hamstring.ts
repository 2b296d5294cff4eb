import type { ExerciseId } from './exercises.ts';
import type { Figure, Posture } from './figure.ts';
import { chair, lying, standing } from './postures.ts';

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

/** The figures of the hamstring stretches. */
export const hamstringFigures = {
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
    things: chair,
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
} satisfies Partial<Record<ExerciseId, Figure>>;
