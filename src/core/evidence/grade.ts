/**
 * How well a statement was checked: V, the number was seen on the page of its source; V2, seen on a
 * page that quotes the source; derived, worked out from V rows by a named formula; recall, from
 * memory, not seen; proposal, chosen by us where no published value was found.
 */
export const grades = ['V', 'V2', 'derived', 'recall', 'proposal'] as const;
export type Grade = (typeof grades)[number];

/** Whether a statement of this grade may be told to a person as a fact with its source. */
export function isFact(grade: Grade): boolean {
  return grade === 'V' || grade === 'V2';
}
