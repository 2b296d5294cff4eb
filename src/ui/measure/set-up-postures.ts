import type { Posture } from '../../core/advice/figure.ts';
import type { TestId } from '../../core/protocol/protocol.ts';

const flat = { hip: 3, knee: 0, ankle: 15 };
const straight = { hip: 0, knee: 0, ankle: 0 };

const lying: Posture = {
  at: { x: 0, y: 16 },
  trunk: -87,
  neck: 14,
  near: flat,
  far: flat,
  arm: { shoulder: 6, elbow: 0 },
  farArm: null,
};

/** How the body is to be held when a test begins, head to the left or facing right; drawn over the picture. */
export const startPostures: Readonly<Record<TestId, Posture>> = {
  slr: lying,
  ake: { ...lying, near: { hip: 93, knee: 90, ankle: 0 } },
  'forward-bend': {
    at: { x: 0, y: 242 },
    trunk: 0,
    neck: 4,
    near: straight,
    far: straight,
    arm: { shoulder: -4, elbow: 8 },
    farArm: null,
  },
  'chair-reach': {
    at: { x: -60, y: 140 },
    trunk: 2,
    neck: 4,
    near: { hip: 62, knee: 3, ankle: 10 },
    far: { hip: 92, knee: 88, ankle: 0 },
    arm: { shoulder: 35, elbow: 0 },
    farArm: null,
  },
};
