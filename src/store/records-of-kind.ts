import { Dexie } from 'dexie';
import type { Aftermath, Practice } from '../core/advice/practice.ts';
import type { Failure } from '../core/errors.ts';
import type { ReplyRecord } from '../core/advice/replies.ts';
import type { Wish } from '../core/advice/wish.ts';
import type { Told } from '../core/safety/told.ts';
import type { Correction } from '../core/session/correction.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import type { LinkRecord } from '../core/session/own-link.ts';
import { checkedLink } from './link-shapes.ts';
import type { PersonDatabase } from './person-database.ts';
import {
  checkedAftermath,
  checkedCorrection,
  checkedEntry,
  checkedPractice,
  checkedReplyRecord,
  checkedTold,
  checkedWish,
  isSame,
  recordOf,
  replyRowOf,
  toldRow,
  wishRowOf,
  type RecordRow,
  type StoredRecord,
} from './records.ts';

/**
 * The records of one kind kept on this device, such as the corrections by hand. A saved record never changes.
 * Everything throws Failure storage-* as Sessions does.
 */
export interface RecordsOfKind<Thing> {
  /** Keeps a record. Saving the same again changes nothing; throws an Error for other content. */
  save(thing: Thing): Promise<void>;
  /** All records of this kind in their order; also those that point at a session that is not here. */
  list(): Promise<readonly Thing[]>;
  /** Takes a record away for good; only a mark that it was removed stays. Unknown ids change nothing. */
  remove(id: string): Promise<void>;
  /** Gives the list now and after each change in this tab or another, until the returned function is called. */
  watch(
    onchange: (things: readonly Thing[]) => void,
    onfailure?: (failure: Failure) => void,
  ): () => void;
}

/** The corrections by hand, each pointing at a trial of a session, in the order in which they were made. */
export type Corrections = RecordsOfKind<Correction>;

/** What the person wrote down beside the checks, oldest first. */
export type Diary = RecordsOfKind<DiaryEntry>;

/** What the person told for their safety, oldest first. */
export type ToldThings = RecordsOfKind<Told>;

/** What the person wants of their plan, oldest first; the last counts. */
export type WishRecords = RecordsOfKind<Wish>;

/** The times of exercising, oldest first. */
export type Practices = RecordsOfKind<Practice>;

/** What was told of them, in the order in which it was told. */
export type Aftermaths = RecordsOfKind<Aftermath>;

/** What therapists answered and which of it counts, in the order in which it came. */
export type ReplyRecords = RecordsOfKind<ReplyRecord>;

/** The links that the person made and what became of them, in the order in which it was told. */
export type Links = RecordsOfKind<LinkRecord>;

/** What sets one kind of record apart from the others. */
export interface Kind<Thing> {
  /** The kinds that its rows say they are of. */
  readonly names: readonly RecordRow['kind'][];
  /** A plain copy that is fit to be stored. Throws ValiError where it is not. */
  readonly checked: (thing: Thing) => Thing;
  readonly rowOf: (checked: Thing) => RecordRow;
  /** What a record of this kind holds; null for other kinds. */
  readonly in: (record: StoredRecord) => Thing | null;
  readonly order: (a: Thing, b: Thing) => number;
}

export const correctionKind: Kind<Correction> = {
  names: ['correction'],
  checked: checkedCorrection,
  rowOf: (correction) => ({ kind: 'correction', ...correction }),
  in: (record) => (record.kind === 'correction' ? record.correction : null),
  order: (a, b) => a.correctedAt - b.correctedAt || (a.id < b.id ? -1 : 1),
};

export const diaryKind: Kind<DiaryEntry> = {
  names: ['diary'],
  checked: checkedEntry,
  rowOf: (entry) => ({ kind: 'diary', ...entry }),
  in: (record) => (record.kind === 'diary' ? record.entry : null),
  order: (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
};

export const toldKind: Kind<Told> = {
  names: ['answered', 'seen', 'felt', 'pain-after'],
  checked: checkedTold,
  rowOf: toldRow,
  in: (record) => (record.kind === 'told' ? record.told : null),
  order: (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
};

export const wishKind: Kind<Wish> = {
  names: ['wish'],
  checked: checkedWish,
  rowOf: wishRowOf,
  in: (record) => (record.kind === 'wish' ? record.wish : null),
  order: (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
};

export const practiceKind: Kind<Practice> = {
  names: ['practice'],
  checked: checkedPractice,
  rowOf: (practice) => ({ kind: 'practice', ...practice, worked: [...practice.worked] }),
  in: (record) => (record.kind === 'practice' ? record.practice : null),
  order: (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
};

export const aftermathKind: Kind<Aftermath> = {
  names: ['aftermath'],
  checked: checkedAftermath,
  rowOf: (aftermath) => ({ kind: 'aftermath', ...aftermath }),
  in: (record) => (record.kind === 'aftermath' ? record.aftermath : null),
  order: (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
};

export const replyKind: Kind<ReplyRecord> = {
  names: ['reply', 'reply-choice'],
  checked: checkedReplyRecord,
  rowOf: replyRowOf,
  in: (record) => (record.kind === 'answer' ? record.answer : null),
  order: (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
};

export const linkKind: Kind<LinkRecord> = {
  names: ['link', 'link-fate'],
  checked: checkedLink,
  rowOf: (link) => link,
  in: (record) => (record.kind === 'link' ? record.link : null),
  order: (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
};

/** What the rows of one kind hold, those that can be read, in no order. */
export async function rowsOfKind<Thing>(
  { records }: PersonDatabase,
  { names, in: thingIn }: Kind<Thing>,
): Promise<readonly Thing[]> {
  const rows = await Promise.all(
    names.map((name) =>
      records.where('[kind+id]').between([name, Dexie.minKey], [name, Dexie.maxKey]).toArray(),
    ),
  );
  return rows.flat().flatMap((row) => thingIn(recordOf(row)) ?? []);
}

/** The records of one kind in the browser's database. */
export class DatabaseRecords<
  Thing extends { readonly id: string },
> implements RecordsOfKind<Thing> {
  readonly #database: PersonDatabase;
  readonly #kind: Kind<Thing>;

  constructor(database: PersonDatabase, kind: Kind<Thing>) {
    this.#database = database;
    this.#kind = kind;
  }

  async save(thing: Thing): Promise<void> {
    const { records } = this.#database;
    const row = this.#kind.rowOf(this.#kind.checked(thing));
    await this.#database.write([records], async () => {
      const existing = await records.get(row.id);
      if (existing === undefined) await records.add(row);
      else if (!isSame(recordOf(existing), recordOf(row)))
        throw new Error(`A stored record never changes: ${row.id}`);
    });
  }

  async list(): Promise<readonly Thing[]> {
    const things = await this.#database.run(() => rowsOfKind(this.#database, this.#kind));
    return things.toSorted(this.#kind.order);
  }

  async remove(id: string): Promise<void> {
    const { records } = this.#database;
    await this.#database.write([records], async () => {
      const row = await records.get(id);
      if (row === undefined || this.#kind.in(recordOf(row)) === null) return;
      await records.put(tombstoneOf(id));
    });
  }

  watch(
    onchange: (things: readonly Thing[]) => void,
    onfailure: (failure: Failure) => void = reportError,
  ): () => void {
    return this.#database.watch(() => this.list(), onchange, onfailure);
  }
}

/** What stays of a record that was removed now. */
export function tombstoneOf(id: string): RecordRow {
  return { kind: 'tombstone', id, removedAt: Date.now() };
}
