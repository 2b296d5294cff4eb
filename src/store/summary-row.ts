import * as v from 'valibot';
import type { Listing } from './listed.ts';
import { packSessions, unpackSessions, type PackedSessions } from './packed-sessions.ts';
import type { Packed } from './packing.ts';
import type { Damage } from './records.ts';

/** Of what form a row is; rows of another form are made anew. */
const format = 3;

/** A row of the summaries table: the listed sessions of some months, packed. */
export interface SummaryRow extends PackedSessions {
  /** What its sessions' ids begin with. */
  readonly id: string;
  readonly format: typeof format;
  readonly damaged: readonly DamagedRow[];
  /** The checksum of all that it says: what has it was packed by this code, and rows that have the same say the same. */
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

const packed = v.strictObject({
  numbers: v.instance(Float64Array),
  codes: v.union([v.instance(Uint16Array), v.instance(Uint32Array)]),
  // The checksum says whether they are ours, so they are not looked at one by one: there are 10,000.
  words: v.custom<readonly string[]>(Array.isArray),
});

const row = v.strictObject({
  id: v.string(),
  format: v.literal(format),
  sessions: packed,
  details: packed,
  damaged: v.array(
    v.strictObject({ id: v.string(), problem: v.string(), kind: v.nullable(v.string()) }),
  ),
  sum: v.number(),
});

/**
 * The key of the row that a session is in: those whose UUIDv7 were made within the same 199 days (2 ** 34 ms), which is
 * what the first three digits and two bits of the fourth say. Ten years make 19 rows. Chosen: Chromium (156) hands over
 * values below 64 kB at 14 MB a second, larger ones, which it keeps as files of their own, at 80 and after 5 ms each; and
 * whoever saves a session has to write its row anew.
 */
export function summaryKey(id: string): string {
  const fourth = Number.parseInt(id.charAt(3), 16) || 0;
  return id.slice(0, 3) + (fourth & 0b1100).toString(16);
}

/** The row of sessions and damaged rows that have this key. */
export function summaryRow(id: string, { sessions, damaged }: Summary): SummaryRow {
  const all = packSessions(sessions);
  return { id, format, ...all, damaged, sum: sumOf({ ...all, damaged }) };
}

/** The row, if it is one and whole; null where it is to be made anew. */
export function wholeRow(stored: unknown): SummaryRow | null {
  const parsed = v.safeParse(row, stored);
  return parsed.success && sumOf(parsed.output) === parsed.output.sum ? parsed.output : null;
}

/** What a whole row says. */
export function summaryIn(whole: SummaryRow): Summary {
  return { sessions: unpackSessions(whole), damaged: whole.damaged };
}

/** FNV-1a of 32 bits, over 32 bits at a time and the words' UTF-16: finds what was cut or changed by accident. */
function sumOf({
  sessions,
  details,
  damaged,
}: Pick<SummaryRow, 'sessions' | 'details' | 'damaged'>): number {
  const packed = summed(details, summed(sessions, 0x811c9dc5));
  return summedText(JSON.stringify(damaged), packed) >>> 0;
}

function summed({ numbers, codes, words }: Packed, begin: number): number {
  const halves = new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
  return summedText(words.join(), summedNumbers(codes, summedNumbers(halves, begin)));
}

function summedNumbers(numbers: Uint16Array | Uint32Array, begin: number): number {
  let sum = begin;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- a million of them, before the code is fast: 70 ms
  for (let place = 0; place < numbers.length; place += 1) {
    sum = Math.imul(sum ^ (numbers[place] as number), 0x01000193);
  }
  return sum;
}

function summedText(text: string, begin: number): number {
  let sum = begin;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return sum;
}
