import * as v from 'valibot';
import type { Session } from '../core/session/session.ts';
import type { Listing } from './listed.ts';
import type { Damage } from './records.ts';
import { lengthened, shortened, type ShortSession } from './short-session.ts';

/** Of what form the text of a row is; rows of another form are made anew. */
const format = 1;

/** A row of the summaries table: the listed sessions of some weeks, packed. */
export interface SummaryRow {
  /** What its sessions' ids begin with. */
  readonly id: string;
  readonly format: typeof format;
  /** JSON. */
  readonly text: string;
  /** The checksum of the text: what has it was packed by this code. */
  readonly sum: number;
}

/** A row of the records table that cannot be read, and says that it is a session, or nothing that this code knows. */
export interface DamagedRow extends Damage {
  /** Of which kind it says it is; null for none. */
  readonly kind: string | null;
}

/** What a row of summaries says. */
export interface Summary extends Listing {
  readonly damaged: readonly DamagedRow[];
}

const row = v.strictObject({
  id: v.string(),
  format: v.literal(format),
  text: v.string(),
  sum: v.number(),
});

interface Packed {
  readonly sessions: readonly ShortSession[];
  readonly damaged: readonly DamagedRow[];
}

/**
 * The key of the row that a session is in: those whose UUIDv7 were made within the same 12.4 days (2 ** 30 ms), which is
 * what the first four digits and two bits of the fifth say. Ten years make 294 rows, which are read at once. Chosen: three
 * sessions a day are 20 kB then, and Chromium keeps values from 64 kB on as files of their own, which it reads 10 times
 * slower.
 */
export function summaryKey(id: string): string {
  const fifth = Number.parseInt(id.charAt(4), 16) || 0;
  return id.slice(0, 4) + (fifth & 0b1100).toString(16);
}

/** The row of sessions and damaged rows that have this key. */
export function summaryRow(id: string, { sessions, damaged }: Summary): SummaryRow {
  const packed: Packed = { sessions: sessions.map(shortened), damaged };
  const text = JSON.stringify(packed);
  return { id, format, text, sum: sumOf(text) };
}

/** The row, if it is one and whole; null where it is to be made anew. */
export function wholeRow(stored: unknown): SummaryRow | null {
  const parsed = v.safeParse(row, stored);
  return parsed.success && sumOf(parsed.output.text) === parsed.output.sum ? parsed.output : null;
}

/** What a whole row says. */
export function summaryIn({ text }: SummaryRow): Summary {
  const { sessions, damaged } = JSON.parse(text) as Packed;
  return { sessions: sessions.map((short): Session => lengthened(short)), damaged };
}

/** FNV-1a of 32 bits, over UTF-16: finds what was cut or changed by accident. */
function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return sum >>> 0;
}
