import type { ExerciseId } from './exercises.ts';
import type { Figure, LegAngles, Posture } from './figure.ts';
import { chair, kneesUp, lying, standing } from './postures.ts';

/** On hands and knees: thighs and arms upright, the trunk rising a little to the shoulders. */
const kneelingLeg: LegAngles = { hip: 75.3, knee: 90, ankle: 90 };
const onAllFours: Posture = {
  at: { x: 0, y: 128 },
  trunk: 75.3,
  neck: 4,
  near: kneelingLeg,
  far: kneelingLeg,
  arm: { shoulder: 75.3, elbow: 0 },
  farArm: { shoulder: 75.3, elbow: 0 },
};

/** On the side, seen from the front: the elbow under the shoulder, the legs long, one foot on the other. */
const onTheSide: Posture = {
  at: { x: -4.4, y: 14 },
  trunk: -61.6,
  neck: 12,
  near: { hip: 27.9, knee: 0, ankle: 60 },
  far: { hip: 27.9, knee: 0, ankle: 60 },
  arm: { shoulder: -69.7, elbow: -81.9 },
  farArm: { shoulder: 12, elbow: 0 },
};

/** On the edge of a chair, feet under the knees, the trunk a little forward. */
const onTheEdge: Posture = {
  at: { x: 0, y: 126 },
  trunk: 10,
  neck: 4,
  near: { hip: 98, knee: 99.5, ankle: -11.5 },
  far: { hip: 98, knee: 99.5, ankle: -11.5 },
  arm: { shoulder: 70, elbow: 12 },
  farArm: null,
};

/** The figures of what strengthens. */
export const strengthFigures = {
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
  'bird-dog': {
    start: onAllFours,
    end: {
      ...onAllFours,
      near: { hip: -14.7, knee: 0, ankle: 0 },
      farArm: { shoulder: 172, elbow: 0 },
    },
    arc: 'thigh-about-hip',
    felt: 'back',
    strap: false,
    things: [],
  },
  'side-bridge': {
    start: onTheSide,
    end: {
      ...onTheSide,
      at: { x: 0, y: 56.6 },
      trunk: -78.7,
      neck: 0,
      near: { hip: 0, knee: 0, ankle: 60 },
      far: { hip: 0, knee: 0, ankle: 60 },
      arm: { shoulder: -78.7, elbow: -90 },
      farArm: { shoulder: 101.3, elbow: 0 },
    },
    arc: 'hip-about-shoulder',
    felt: 'underside',
    strap: false,
    things: [],
  },
  'curl-up': {
    start: { ...lying, far: kneesUp.far },
    end: {
      ...lying,
      trunk: -79,
      neck: 30,
      near: { hip: 11, knee: 0, ankle: 15 },
      far: { ...kneesUp.far, hip: 65 },
    },
    arc: 'trunk-about-hip',
    felt: 'belly',
    strap: false,
    things: [],
  },
  'sit-to-stand': {
    start: onTheEdge,
    end: {
      ...standing,
      at: { x: 92, y: 241.5 },
      trunk: 2,
      near: { hip: 6.5, knee: 7.3, ankle: -2.8 },
      far: { hip: 6.5, knee: 7.3, ankle: -2.8 },
      arm: { shoulder: 10, elbow: 12 },
    },
    arc: 'hip-about-ankle',
    felt: 'buttock',
    strap: false,
    things: chair,
  },
} satisfies Partial<Record<ExerciseId, Figure>>;
