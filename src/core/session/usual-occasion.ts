import type { TestId } from '../protocol/protocol.ts';
import { compareSetUps, type Comparison, type Occasion } from './comparable.ts';

/** How many of the newest numbers say what is usual; chosen: nine, so that five in a new place make it the usual one. */
export const recent = 9;

/**
 * The place among a step's occasions, oldest first, of the one that the others are compared with: the newest that can
 * be compared with at least half of the nine newest. So one visit in an odd set-up spoils itself alone, and whoever
 * moves for good is soon compared with the new place. Null without any.
 */
export function usualOccasion(occasions: readonly Occasion[], test: TestId): number | null {
  const newest = occasions.slice(-recent);
  const isUsual = (one: Occasion): boolean =>
    2 * newest.filter((other) => isComparable(compareSetUps(one, other, test))).length >=
    newest.length;
  const found = newest.findLastIndex(isUsual);
  if (found !== -1) return occasions.length - newest.length + found;
  return occasions.length === 0 ? null : occasions.length - 1;
}

/** Whether nothing is known that spoils the comparison; of what was not kept nothing is known. */
export function isComparable({ likeness }: Comparison): boolean {
  return likeness !== 'not-comparable';
}
