import type { Failure } from '../core/errors.ts';
import type { Correction } from '../core/session/correction.ts';
import type { Database } from './database.ts';
import { checkedCorrection, isSame, recordOf, type RecordRow } from './records.ts';

/**
 * The corrections by hand kept on this device, each pointing at a trial of a session. A saved correction never
 * changes. Everything throws Failure storage-* as Sessions does.
 */
export interface Corrections {
  /** Keeps a correction. Saving the same again changes nothing; throws an Error for other content. */
  save(correction: Correction): Promise<void>;
  /** All corrections, in the order in which they were made; also those whose session is not here. */
  list(): Promise<readonly Correction[]>;
  /** Takes a correction away for good; only a mark that it was removed stays. Unknown ids change nothing. */
  remove(id: string): Promise<void>;
  /** Gives the list now and after each change in this tab or another, until the returned function is called. */
  watch(
    onchange: (corrections: readonly Correction[]) => void,
    onfailure?: (failure: Failure) => void,
  ): () => void;
}

/** In the order in which they were made; of the same moment, by id. */
export function asMade(a: Correction, b: Correction): number {
  return a.correctedAt - b.correctedAt || (a.id < b.id ? -1 : 1);
}

/** The corrections in the browser's database. */
export class DatabaseCorrections implements Corrections {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(correction: Correction): Promise<void> {
    const { records } = this.#database;
    const row: RecordRow = { kind: 'correction', ...checkedCorrection(correction) };
    await this.#database.write([records], async () => {
      const existing = await records.get(row.id);
      if (existing === undefined) await records.add(row);
      else if (!isSame(existing, row))
        throw new Error(`A stored correction never changes: ${row.id}`);
    });
  }

  async list(): Promise<readonly Correction[]> {
    return correctionsIn(await this.#database.run(() => this.#database.records.toArray()));
  }

  async remove(id: string): Promise<void> {
    const { records } = this.#database;
    await this.#database.write([records], async () => {
      const row = await records.get(id);
      if (row === undefined || recordOf(row).kind !== 'correction') return;
      await records.put(tombstoneOf(id));
    });
  }

  watch(
    onchange: (corrections: readonly Correction[]) => void,
    onfailure: (failure: Failure) => void = reportError,
  ): () => void {
    return this.#database.watch(
      () => this.#database.records.toArray(),
      (rows) => {
        onchange(correctionsIn(rows));
      },
      onfailure,
    );
  }
}

/** What stays of a record that was removed now. */
export function tombstoneOf(id: string): RecordRow {
  return { kind: 'tombstone', id, removedAt: Date.now() };
}

/** The corrections among the rows of the records table, in the order in which they were made. */
export function correctionsIn(rows: readonly unknown[]): readonly Correction[] {
  return rows
    .map(recordOf)
    .flatMap((record) => (record.kind === 'correction' ? [record.correction] : []))
    .sort(asMade);
}
