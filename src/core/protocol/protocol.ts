import type { BodySide } from '../body/pose.ts';

/** The tests, in the words of the design; one trend line each, never merged. */
export const testIds = ['slr', 'forward-bend', 'ake', 'chair-reach'] as const;
export type TestId = (typeof testIds)[number];

/** What can be read off a trial, each in degrees; definitions in docs/measurement.md, section 1. */
export const quantities = [
  'leg-raise',
  'hip-flexion',
  'knee-flexion',
  'trunk-inclination',
] as const;
export type Quantity = (typeof quantities)[number];

/** Why a trial gives no number. A closed list: each has words in the app and a row in docs/measurement.md. */
export const refusalReasons = [
  'nobody',
  'out-of-frame',
  'second-person',
  'low-confidence',
  'not-side-on',
  'far-leg',
  'no-start',
  'no-movement',
  'not-held',
  'unstable',
  'bounced',
  'knee-bent',
  'other-leg-lifted',
  'pelvis-lifted',
  'thigh-drift',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why a trial cannot start yet; each is a cue to the person. */
export const viewProblems = [
  'nobody',
  'head-out',
  'feet-out',
  'body-out',
  'unsure',
  'not-side-on',
  'wrong-side',
  'not-lying',
  'not-standing',
  'not-seated',
  'leg-not-down',
  'leg-not-up',
  'knee-not-bent',
  'knee-not-straight',
  'not-still',
] as const;
export type ViewProblem = (typeof viewProblems)[number];

/** Cheats that can be named while they happen. */
export const faults = ['knee-bent', 'other-leg-lifted', 'pelvis-lifted', 'thigh-drift'] as const;
export type Fault = (typeof faults)[number];

export type Posture = 'lying' | 'standing' | 'seated';

/** How one test is done. */
export interface Protocol {
  readonly id: TestId;
  readonly posture: Posture;
  /** The number of the test. */
  readonly quantity: Quantity;
  /** Whether left and right are measured apart. */
  readonly sided: boolean;
  /** +1 where the number grows from the start position to the end of range, -1 where it shrinks. */
  readonly direction: 1 | -1;
  /** Whether the number counts from the trial's own start position. */
  readonly fromRest: boolean;
  /** Repetitions before the scored ones that are guided and never measured. */
  readonly practice: number;
  /** Scored repetitions in one check. */
  readonly repetitions: number;
}

/** One part of a check: a test, and for a sided test the side to be measured. */
export interface Step {
  readonly test: TestId;
  readonly side: BodySide | null;
}
