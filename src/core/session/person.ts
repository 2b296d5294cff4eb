import type { Group, Sex } from '../norms/norm.ts';

/** Someone who measures on this device. Nothing of one person is ever shown with another's. */
export interface Person {
  /** UUIDv7. */
  readonly id: string;
  /** Empty for the first person until they give a name. */
  readonly name: string;
  /** For typical ranges; null where it was not told. */
  readonly birthYear: number | null;
  readonly sex: Sex | null;
  /** Centimetres; null where it was not told. */
  readonly height: number | null;
  /** What is to be known of a side, in own words ("knee operated 2019"); empty where nothing is. */
  readonly sideNotes: { readonly left: string; readonly right: string };
  /** Milliseconds since 1970, UTC: of two versions of one person the later counts. */
  readonly changedAt: number;
}

/** Somebody of whom nothing is told yet. */
export function untoldPerson(id: string): Person {
  return {
    id,
    name: '',
    birthYear: null,
    sex: null,
    height: null,
    sideNotes: { left: '', right: '' },
    changedAt: 0,
  };
}

/**
 * Which of two versions of one person counts: the one changed later; of the same moment, the one whose content
 * sorts last, so that two devices decide alike.
 */
export function laterOf(a: Person, b: Person): Person {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  return contentOf(a) >= contentOf(b) ? a : b;
}

/**
 * What typical ranges are looked up by: sex, and the age that the person turns in the year of `now` (milliseconds
 * since 1970).
 */
export function groupOf({ sex, birthYear }: Person, now: number): Group {
  const age = birthYear === null ? null : new Date(now).getUTCFullYear() - birthYear;
  return { sex, age };
}

function contentOf({ name, birthYear, sex, height, sideNotes: { left, right } }: Person): string {
  return JSON.stringify([name, birthYear, sex, height, left, right]);
}
