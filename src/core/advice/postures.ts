import type { LegAngles, Posture, Thing } from './figure.ts';

/** The leg lies on the floor, or carries the upright body. */
const straight: LegAngles = { hip: 0, knee: 0, ankle: 0 };

/** On the back, head on the floor: the trunk rises a little towards the shoulders. */
export const lying: Posture = {
  at: { x: 0, y: 14 },
  trunk: -87,
  neck: 14,
  near: { hip: 3, knee: 0, ankle: 15 },
  far: { hip: 3, knee: 0, ankle: 15 },
  arm: { shoulder: 6, elbow: 0 },
  farArm: null,
};

/** Upright, arms hanging. */
export const standing: Posture = {
  at: { x: 0, y: 242 },
  trunk: 0,
  neck: 4,
  near: straight,
  far: straight,
  arm: { shoulder: -8, elbow: 18 },
  farArm: null,
};

/** On the back with the feet flat. */
export const kneesUp: Posture = {
  ...lying,
  near: { hip: 57, knee: 114.2, ankle: 30 },
  far: { hip: 57, knee: 114.2, ankle: 30 },
};

/** A chair that faces right, for a hip at x 0. */
export const chair: readonly Thing[] = [
  { from: { x: -78, y: 98 }, to: { x: 62, y: 114 } },
  { from: { x: -78, y: 114 }, to: { x: -66, y: 254 } },
  { from: { x: -74, y: 0 }, to: { x: -64, y: 98 } },
  { from: { x: 48, y: 0 }, to: { x: 58, y: 98 } },
];
