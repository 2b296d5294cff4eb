import { Failure } from '../core/errors.ts';
import type { Shared } from '../share/content.ts';
import type { Checked } from '../share/goniometer.ts';
import type { CaseloadRows, OpenRows, Row } from './caseload-rows.ts';
import { draftIn, draftRow, type DraftContent } from './drafts.ts';
import { joined } from './joined.ts';
import {
  personIn,
  recordIn,
  recordRow,
  type CasePerson,
  type OwnNote,
  type OwnRecord,
} from './records.ts';
import { summaryOf } from './summary.ts';

/** All that is kept of one person. */
export interface CaseFile {
  readonly person: CasePerson;
  /** Everything they shared as one; see [Note: Joined]. */
  readonly all: Checked;
  /** Newest first. */
  readonly notes: readonly OwnNote[];
  /** How many records could not be read. */
  readonly damaged: number;
}

/** The list. */
export interface CaseList {
  readonly people: readonly CasePerson[];
  /** How many rows could not be read. */
  readonly damaged: number;
}

/** What was taken away, to be put back. */
export interface RemovedCase {
  readonly person: CasePerson;
  readonly rows: readonly Row[];
  readonly draft: DraftContent | null;
}

/**
 * What people have shared with a therapist, and what the therapist adds to it. A share never changes: keeping it
 * again changes nothing, later ones of the same person join it. Everything throws Failure storage-* for what the
 * browser's storage did; all is then as it was.
 */
export class Caseload {
  /** Why nothing outlives this page; null where it does. */
  readonly refusal: Failure | null;
  readonly #rows: CaseloadRows;

  constructor(rows: CaseloadRows, refusal: Failure | null) {
    this.#rows = rows;
    this.refusal = refusal;
  }

  list(): Promise<CaseList> {
    return this.#rows.read(async (rows) => {
      const all = (await rows.people()).map(personIn);
      const people = all.filter((one) => one !== null);
      return { people, damaged: all.length - people.length };
    });
  }

  /** All that is kept of a person; null where there is nothing. */
  file(person: string): Promise<CaseFile | null> {
    return this.#rows.read((rows) => fileIn(rows, person));
  }

  /**
   * Keeps what was shared; false where it was kept before. Throws Failure share-damaged where something else is kept
   * under its id, which Limber never writes.
   */
  keep(shared: Shared): Promise<boolean> {
    const { id, person } = shared;
    return this.#rows.write(async (rows) => {
      const row = recordRow(person.id, { kind: 'share', shared });
      const existing = await rows.record(id);
      if (existing !== undefined) {
        if (isSame(recordIn(existing), recordIn(row))) return false;
        throw new Failure('share-damaged');
      }
      await rows.putRecords([row]);
      await this.#sumUp(rows, person.id);
      return true;
    });
  }

  /** Adds a record of the therapist's own about a person who is here. */
  add(person: string, record: OwnRecord): Promise<void> {
    return this.#rows.write(async (rows) => {
      await rows.putRecords([recordRow(person, record)]);
      await this.#sumUp(rows, person);
    });
  }

  /** Takes a record of the therapist's own away; unknown ids, and shares, change nothing. */
  take(person: string, id: string): Promise<void> {
    return this.#rows.write(async (rows) => {
      const row = await rows.record(id);
      const record = row === undefined ? null : recordIn(row);
      if (record === null || record.kind === 'share') return;
      await rows.removeRecord(id);
      await this.#sumUp(rows, person);
    });
  }

  /** Notes that a person was looked at, or flags them; of somebody who is not here nothing. */
  mark(person: string, how: Partial<Pick<CasePerson, 'seenAt' | 'isFlagged'>>): Promise<void> {
    return this.#rows.write(async (rows) => {
      const known = personIn(await rows.person(person));
      if (known !== null) await rows.putPerson({ ...known, ...how });
    });
  }

  /** What is written of a reply to a person so far; null for nothing. */
  draft(person: string): Promise<DraftContent | null> {
    return this.#rows.read(async (rows) => draftIn(await rows.draft(person)));
  }

  /** Keeps what is written of a reply in the place of what was; of somebody who is not here nothing. */
  keepDraft(person: string, content: DraftContent): Promise<void> {
    return this.#rows.write(async (rows) => {
      if (personIn(await rows.person(person)) === null) return;
      await rows.putDraft(draftRow(person, content));
    });
  }

  /** Takes a person away with all that is kept of them; null where they are not here. */
  remove(person: string): Promise<RemovedCase | null> {
    return this.#rows.write(async (rows) => {
      const known = personIn(await rows.person(person));
      const records = (await rows.recordsOf(person)) as readonly Row[];
      const draft = draftIn(await rows.draft(person));
      await rows.removePerson(person);
      return known && { person: known, rows: records, draft };
    });
  }

  /** Puts back what was taken away. */
  restore({ person, rows: records, draft }: RemovedCase): Promise<void> {
    return this.#rows.write(async (rows) => {
      await rows.putRecords(records);
      await rows.putPerson(person);
      if (draft !== null) await rows.putDraft(draftRow(person.id, draft));
      await this.#sumUp(rows, person.id);
    });
  }

  /** Takes everybody away. */
  async clear(): Promise<void> {
    await this.#rows.write((rows) => Promise.resolve(rows.clear()));
  }

  /** Gives the list now and after each change in this tab or another, until the returned function is called. */
  watch(
    onchange: (list: CaseList) => void,
    onfailure: (failure: unknown) => void = reportError,
  ): () => void {
    return this.#rows.watch(() => this.list(), onchange, onfailure);
  }

  /** The same of one person. */
  watchFile(
    person: string,
    onchange: (file: CaseFile | null) => void,
    onfailure: (failure: unknown) => void = reportError,
  ): () => void {
    return this.#rows.watch(() => this.file(person), onchange, onfailure);
  }

  close(): void {
    this.#rows.close();
  }

  async #sumUp(rows: OpenRows, person: string): Promise<void> {
    const { all } = readIn(await rows.recordsOf(person));
    if (all === null) return;
    const known = personIn(await rows.person(person));
    const marks = { seenAt: known?.seenAt ?? null, isFlagged: known?.isFlagged ?? false };
    const row: CasePerson = { id: person, summary: summaryOf(all), ...marks };
    await rows.putPerson(row);
  }
}

async function fileIn(rows: OpenRows, id: string): Promise<CaseFile | null> {
  const { all, notes, damaged } = readIn(await rows.recordsOf(id));
  if (all === null) return null;
  const known = personIn(await rows.person(id));
  const person = known ?? { id, summary: summaryOf(all), seenAt: null, isFlagged: false };
  return { person, all, notes, damaged };
}

/** What the records of one person say together. `all` is null where no share of theirs can be read. */
function readIn(records: readonly unknown[]): Omit<CaseFile, 'person' | 'all'> & {
  readonly all: Checked | null;
} {
  const read = records.map(recordIn);
  const all = joined(read.flatMap((one) => (one?.kind === 'share' ? one.shared : [])));
  const goniometer = read.flatMap((one) => {
    if (one?.kind !== 'goniometer') return [];
    const { id, at, sessionId, test, side, value } = one;
    return { id, at, sessionId, test, side, value };
  });
  const notes = read
    .flatMap((one) => (one?.kind === 'note' ? { id: one.id, at: one.at, text: one.text } : []))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const damaged = read.filter((one) => one === null).length;
  return { all: all && { ...all, goniometer }, notes, damaged };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
