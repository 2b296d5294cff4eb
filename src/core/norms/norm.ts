import type { Grade } from '../evidence/grade.ts';
import type { SourceId } from '../evidence/sources.ts';
import type { Degrees } from '../geometry/angle.ts';
import type { Step } from '../protocol/protocol.ts';

export type Sex = 'female' | 'male';

/** What a look-up needs to know of a person; null where it was not said. Age in years. */
export interface Group {
  readonly sex: Sex | null;
  readonly age: number | null;
}

/** A published mean of healthy people, in degrees, and whom it was measured on. */
export interface Norm {
  readonly step: Step;
  readonly sex: Sex;
  readonly mean: Degrees;
  readonly sd: Degrees;
  /** How many people were measured. */
  readonly people: number;
  /** Youngest and oldest, in years. */
  readonly ages: readonly [number, number];
  readonly grade: Grade;
  readonly source: SourceId;
}
