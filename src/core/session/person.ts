import type { Sex } from '../norms/norm.ts';

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
