/** What has to hold before a step begins. */
export const setUpChecks = ['body', 'side-on', 'light', 'distance', 'camera'] as const;
export type SetUpCheck = (typeof setUpChecks)[number];

/** What may be wrong with a set-up, each a cue to the person; in the order in which they are to be mended. */
export const setUpProblems = [
  'nobody',
  'two-people',
  'too-dark',
  'back-lit',
  'low-contrast',
  'not-steady',
  'head-out',
  'feet-out',
  'body-out',
  'unsure',
  'not-lying',
  'not-standing',
  'not-seated',
  'wrong-side',
  'not-side-on',
  'too-near',
  'too-far',
  'not-level',
] as const;
export type SetUpProblem = (typeof setUpProblems)[number];

/** How a check stands: it holds, it does not, or it cannot be told while another one does not hold. */
export type SetUpStanding = 'good' | 'bad' | 'unknown';

/** What the set-up coach sees now. */
export interface SetUpView {
  readonly checks: Readonly<Record<SetUpCheck, SetUpStanding>>;
  /** What is to be mended first; null when all holds. */
  readonly problem: SetUpProblem | null;
  /** For how much of the time that is asked for all has held, 0 to 1. */
  readonly progress: number;
}
