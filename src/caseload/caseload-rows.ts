/** The rows of a caseload: three tables by id, of which the records also know whose they are. */
export interface CaseloadRows {
  /** All of `work` or nothing of it is written. Throws Failure storage-*. */
  write<T>(work: (rows: OpenRows) => Promise<T>): Promise<T>;
  /** What `work` reads, as it was at one moment. Throws Failure storage-*. */
  read<T>(work: (rows: OpenRows) => Promise<T>): Promise<T>;
  /** Gives what `read` gives, now and after each change here or in another tab, until it is stopped. */
  watch<T>(
    read: () => Promise<T>,
    onvalue: (value: T) => void,
    onfailure: (failure: unknown) => void,
  ): () => void;
  close(): void;
}

/** A row as it lies there; who reads it parses it. */
export type Row = object & { readonly id: string };

/** The rows while something is read or written. */
export interface OpenRows {
  people(): PromiseLike<readonly unknown[]>;
  person(id: string): PromiseLike<unknown>;
  /** The draft of a reply to a person. */
  draft(person: string): PromiseLike<unknown>;
  putDraft(row: Row): PromiseLike<unknown>;
  putPerson(row: Row): PromiseLike<unknown>;
  record(id: string): PromiseLike<unknown>;
  recordsOf(person: string): PromiseLike<readonly unknown[]>;
  putRecords(rows: readonly Row[]): PromiseLike<unknown>;
  removeRecord(id: string): PromiseLike<unknown>;
  /** Takes a person with all their records and the draft away. */
  removePerson(id: string): PromiseLike<unknown>;
  clear(): PromiseLike<unknown>;
}
