import type { Basis } from './tier.ts';

/** Pain now, from 0 (none) to 10 (the worst one can think of): whole numbers (LOINC 72514-3). */
const painScale = { least: 0, most: 10 } as const;

/** A number on the scale of pain. */
export function isPain(value: number): boolean {
  return Number.isInteger(value) && value >= painScale.least && value <= painScale.most;
}

/** How strong a stretch may feel: mild, three to four at the most. Proposal. */
export const mostPull = 4;

/**
 * The least change of pain that means something: the smallest that matters was found to be 1.3 to 1.8 (Suzuki
 * 2020), so two whole numbers.
 */
export const meaningfulRise = 2;

/** What the meaningful rise rests on. */
export const riseBasis: Basis = { grade: 'V', sources: ['suzuki-2020'] };

/** Proposal: with this much pain there are no tests on that day. */
const tooMuch = 7;
/** Proposal: this much keeps the tests away when it is new since the last time. */
const muchWhenNew = 4;

export type PainBefore = 'go' | 'gently' | 'not-today';

/**
 * Whether a check may begin with this pain. `last` is the pain of the last time, null where none is known: then a
 * pain is not called new, and the check goes on gently.
 */
export function painBefore(now: number, last: number | null): PainBefore {
  if (now >= tooMuch) return 'not-today';
  if (now < muchWhenNew) return 'go';
  return last !== null && last < muchWhenNew ? 'not-today' : 'gently';
}

/** What else than a stretch may be felt while measuring or exercising. Each one stops at once. */
export const stopSigns = ['sharp', 'numb', 'below-knee', 'rising'] as const;
export type StopSign = (typeof stopSigns)[number];

/** Whether pain has risen so far that it stops a test or an exercise. */
export function hasRisen(before: number, now: number): boolean {
  return now - before >= meaningfulRise;
}

/** How it is compared with how it was before exercising. */
export const compared = ['same', 'worse'] as const;
export type Compared = (typeof compared)[number];

/** One time of exercising, as it is told afterwards; null where it was not told. */
export interface Exercised {
  /** When it was: milliseconds since 1970. */
  readonly at: number;
  /** Right after. */
  readonly after: Compared | null;
  /** On the next morning. */
  readonly nextMorning: Compared | null;
}

/** Whether the next morning was worse than usual. After Silbernagel 2007, from memory. */
export function wasWorseNextMorning({ nextMorning }: Exercised): boolean {
  return nextMorning === 'worse';
}

/** Whether one time of exercising left more pain than it found. */
export function hasHurt({ after }: Exercised): boolean {
  return after === 'worse';
}

/** Proposal: so many times in a row that left more pain than they found pause the programme. */
const timesUntilPause = 3;

/** Whether the newest times all left more pain than they found. `times` are the oldest first. */
export function keepsHurting(times: readonly Exercised[]): boolean {
  return times.length >= timesUntilPause && times.slice(-timesUntilPause).every(hasHurt);
}
