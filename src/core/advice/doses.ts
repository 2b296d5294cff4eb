import type { Grade } from '../evidence/grade.ts';
import type { SourceId } from '../evidence/sources.ts';

/** A least and a most, both included. */
export type Span = readonly [number, number];

interface Prescription {
  /** How many days a week. */
  readonly days: number;
  /** For how many weeks; null where it has no end. */
  readonly weeks: number | null;
  /** How many days a week keep the gain afterwards; null where that was not studied. */
  readonly daysAfter: number | null;
  /** Of the numbers of this dose, not of the exercise. */
  readonly grade: Grade;
  readonly sources: readonly SourceId[];
}

/** How much of an exercise, for each side where it has sides. Times in seconds unless named otherwise. */
export type Dose =
  | (Prescription & { readonly kind: 'hold'; readonly sets: Span; readonly seconds: Span })
  | (Prescription & {
      readonly kind: 'repetitions';
      readonly sets: Span;
      readonly repetitions: Span;
      /** How long each repetition is held; 0 where it is not. */
      readonly seconds: number;
    })
  | (Prescription & {
      readonly kind: 'ladder';
      /** How many times in each set, each set with fewer. */
      readonly repetitions: readonly number[];
      /** By how many each set may grow. */
      readonly growth: number;
      readonly seconds: Span;
    })
  | (Prescription & { readonly kind: 'minutes'; readonly minutes: Span });

/** A held hamstring stretch for adults: 30 s does as much as 60 s; 3 days a week keep the gain. */
export const staticHold: Dose = {
  kind: 'hold',
  sets: [2, 4],
  seconds: [30, 30],
  days: 5,
  weeks: 6,
  daysAfter: 3,
  grade: 'V',
  sources: ['bandy-1997', 'reid-kim-2014'],
};

/** The same for older adults, who are advised to hold longer. */
export const staticHoldOlder: Dose = {
  kind: 'hold',
  sets: [2, 3],
  seconds: [30, 60],
  days: 5,
  weeks: 6,
  daysAfter: 3,
  grade: 'V',
  sources: ['acsm-2021', 'reid-kim-2014'],
};

/** The dose of the trial that tested exactly this stretch, once a day. */
export const kneeStraightening: Dose = {
  kind: 'hold',
  sets: [3, 3],
  seconds: [30, 30],
  days: 5,
  weeks: 6,
  daysAfter: 3,
  grade: 'V',
  sources: ['reid-kim-2014'],
};

/** Any other stretch for adults: two to four times, 10 to 30 s each, on two or three days a week at least. */
export const generalStretch: Dose = {
  kind: 'hold',
  sets: [2, 3],
  seconds: [30, 30],
  days: 3,
  weeks: null,
  daysAfter: null,
  grade: 'V',
  sources: ['acsm-2021'],
};

/** The same for older adults. */
export const generalStretchOlder: Dose = { ...generalStretch, seconds: [30, 60] };

/** The trunk held still: short holds, each set with fewer, most days. Numbers from memory of McGill 2010. */
export const trunkHolds: Dose = {
  kind: 'ladder',
  repetitions: [5, 3, 1],
  // To 8-6-4: more times before longer holds.
  growth: 3,
  seconds: [7, 10],
  days: 5,
  weeks: null,
  daysAfter: null,
  grade: 'recall',
  sources: [],
};

/** Standing up from a chair. Chosen: as many as leave the last ones slow and still even. */
export const standingUp: Dose = {
  kind: 'repetitions',
  sets: [2, 3],
  repetitions: [8, 12],
  seconds: 0,
  days: 3,
  weeks: null,
  daysAfter: null,
  grade: 'proposal',
  sources: [],
};

/** Lifting the hips. Days chosen: every second day, as other strength work here. */
export const bridging: Dose = {
  kind: 'repetitions',
  sets: [2, 3],
  repetitions: [12, 15],
  seconds: 3,
  days: 3,
  weeks: null,
  daysAfter: null,
  grade: 'proposal',
  sources: [],
};

/** Slow bending at the hips. The effect of slow lengthening work was studied, this dose not seen. */
export const hinging: Dose = {
  kind: 'repetitions',
  sets: [2, 3],
  repetitions: [6, 10],
  seconds: 0,
  days: 2,
  weeks: 6,
  daysAfter: null,
  grade: 'recall',
  sources: [],
};

/** Most days; the minutes are from memory of public advice to stay active. */
export const walking: Dose = {
  kind: 'minutes',
  minutes: [10, 30],
  days: 5,
  weeks: null,
  daysAfter: null,
  grade: 'recall',
  sources: [],
};

/** From this age, in years, the longer hold is advised; chosen: the age at which the advice's tests begin. */
const olderFrom = 60;

/** Which dose takes the place of which for older adults. */
const olderDoses: ReadonlyMap<Dose, Dose> = new Map([
  [staticHold, staticHoldOlder],
  [generalStretch, generalStretchOlder],
]);

/** The dose for a person's age in years: a longer hold for older adults; null is not known. */
export function doseFor(dose: Dose, age: number | null): Dose {
  return age !== null && age >= olderFrom ? (olderDoses.get(dose) ?? dose) : dose;
}
