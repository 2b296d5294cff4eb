import { Failure, type FailureCode } from '../core/errors.ts';
import type { Caseload, CaseList, RemovedCase } from '../caseload/caseload.ts';
import type { CasePerson } from '../caseload/records.ts';
import type { Shared } from '../share/content.ts';
import { OpenCase } from './case-file.svelte.ts';

/** What came of keeping several: how many are new here, and how many were here before. */
export interface KeptCount {
  readonly added: number;
  readonly known: number;
}

/** Opens the caseload; `onstale` is called when this tab's code has become too old for it. */
export type OpenCaseload = (onstale: () => void) => Promise<Caseload>;

/** What the caseload needs of the outside world. */
export interface CasesParts {
  readonly open: OpenCaseload;
  /** Called after something was kept. */
  readonly onkept: () => void;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The people of a therapist's caseload. It is opened only when somebody wants it: most who measure have none. */
export class Cases {
  readonly #parts: CasesParts;
  #shelf: Promise<Caseload> | null = null;
  #list: CaseList | null = $state.raw(null);
  #refusal: FailureCode | null = $state.raw(null);
  #failure: FailureCode | null = $state.raw(null);
  #removed: RemovedCase | null = $state.raw(null);

  constructor(parts: CasesParts) {
    this.#parts = parts;
  }

  /** Null while it is not read. */
  get list(): readonly CasePerson[] | null {
    return this.#list?.people ?? null;
  }

  /** How many people cannot be read. */
  get damaged(): number {
    return this.#list?.damaged ?? 0;
  }

  /** Why nothing outlives this page; null where it does. */
  get refusal(): FailureCode | null {
    return this.#refusal;
  }

  /** Why the last wish could not be met; null where it was. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** Who was removed last; null when there is nobody to bring back. */
  get removed(): CasePerson | null {
    return this.#removed?.person ?? null;
  }

  /** The caseload, opened at the first call, and again after an opening that failed. Throws a Failure. */
  shelf(): Promise<Caseload> {
    this.#shelf ??= this.#parts
      .open(() => {
        this.#failure = 'storage-stale';
      })
      .then(
        (shelf) => {
          this.#refusal = shelf.refusal?.code ?? null;
          return shelf;
        },
        (error: unknown) => {
          this.#shelf = null;
          throw error;
        },
      );
    return this.#shelf;
  }

  /** Follows the list; gives the function that stops it. */
  follow(): () => void {
    let hasStopped = false;
    let stop: () => void = () => undefined;
    void this.attempt(async () => {
      const shelf = await this.shelf();
      if (hasStopped) return;
      stop = shelf.watch(
        (list) => {
          this.#list = list;
        },
        (error) => {
          this.fail(error);
        },
      );
    });
    return () => {
      hasStopped = true;
      stop();
      this.#removed = null;
    };
  }

  /** Keeps what was shared. Gives what came of it; null where it failed, of which `failure` says why. */
  async keep(all: readonly Shared[]): Promise<KeptCount | null> {
    let added = 0;
    const isDone = await this.attempt(async () => {
      const shelf = await this.shelf();
      for (const shared of all) if (await shelf.keep(shared)) added += 1;
    });
    if (added > 0) this.#parts.onkept();
    return isDone ? { added, known: all.length - added } : null;
  }

  /** A person's page. */
  opened(person: string): OpenCase {
    const { newId, now } = this.#parts;
    return new OpenCase(person, { cases: this, newId, now });
  }

  flag(person: string, isFlagged: boolean): Promise<boolean> {
    return this.attempt(async () => {
      await (await this.shelf()).mark(person, { isFlagged });
    });
  }

  /** Takes a person away, who can be brought back while the list is shown. */
  remove(person: string): Promise<boolean> {
    return this.attempt(async () => {
      this.#removed = await (await this.shelf()).remove(person);
    });
  }

  async undo(): Promise<void> {
    const removed = this.#removed;
    if (removed === null) return;
    await this.attempt(async () => {
      await (await this.shelf()).restore(removed);
      this.#removed = null;
    });
  }

  /** Takes everybody away for good. */
  eraseAll(): Promise<boolean> {
    return this.attempt(async () => {
      await (await this.shelf()).clear();
      this.#removed = null;
    });
  }

  /** Does something; false where it failed, of which `failure` says why. Bugs are thrown. */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    this.#failure = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  /** Tells of a Failure that came by itself. Bugs are thrown. */
  fail(error: unknown): void {
    if (!(error instanceof Failure)) throw error;
    this.#failure = error.code;
  }
}
