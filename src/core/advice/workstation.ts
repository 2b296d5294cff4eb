import type { Basis } from '../safety/tier.ts';

/** What to look at in a place to work. Words are in `app/habit-words.ts`. */
export const workstationIds = [
  'feet',
  'knees',
  'thighs',
  'back',
  'elbows',
  'screen',
  'vary',
] as const;
export type WorkstationId = (typeof workstationIds)[number];

const neutral: Basis = { grade: 'V', sources: ['osha'] };

/**
 * What each line rests on. To vary comes from what did not help: less sitting left back pain as it was, and standing
 * for long was no better than sitting.
 */
export const workstation: Readonly<Record<WorkstationId, Basis>> = {
  feet: neutral,
  knees: neutral,
  thighs: neutral,
  back: neutral,
  elbows: neutral,
  screen: neutral,
  vary: { grade: 'V', sources: ['danquah-2017', 'work-standing'] },
};
