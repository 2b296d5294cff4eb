/** What the person wrote down of a day, beside the checks. Never changes: an edit is a new entry. */
export interface DiaryEntry {
  /** UUIDv7, as all records. */
  readonly id: string;
  /** When it was: milliseconds since 1970, UTC. */
  readonly at: number;
  /** In the person's own words; empty where only numbers were given. */
  readonly note: string;
  /** Minutes stretched; null where not told. */
  readonly minutes: number | null;
  /** Pain from 0 (none) to 10 (the worst one can think of); null where not told. */
  readonly pain: number | null;
}
