import { degrees } from '../core/geometry/angle.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { DraftContent } from '../caseload/drafts.ts';
import type { Caseload, CaseFile } from '../caseload/caseload.ts';
import type { OwnRecord } from '../caseload/records.ts';
import { caseVisits, type CaseVisit } from './case-visits.ts';
import { ReplyDraft } from './reply-draft.svelte.ts';
import { reportView, type ReportView } from './report-view.ts';

/** The caseload as one page uses it. */
export interface CaseShelf {
  /** Throws a Failure. */
  shelf(): Promise<Caseload>;
  /** Does something; false where it failed, which is told by then. */
  attempt(work: () => Promise<void>): Promise<boolean>;
  /** Tells of a Failure that came by itself. Bugs are thrown. */
  fail(error: unknown): void;
}

/** What a therapist's page of one person needs of the rest of the app. */
export interface OpenCaseParts {
  readonly cases: CaseShelf;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** All that is kept of one person, as it is now in every tab, and what the therapist adds. */
export class OpenCase {
  readonly id: string;
  readonly #parts: OpenCaseParts;
  #file: CaseFile | null = $state.raw(null);
  #isRead = $state.raw(false);

  constructor(id: string, parts: OpenCaseParts) {
    this.id = id;
    this.#parts = parts;
  }

  /** Null while it is not read, and where nothing is kept of them. */
  get file(): CaseFile | null {
    return this.#file;
  }

  get isRead(): boolean {
    return this.#isRead;
  }

  readonly #view = $derived(this.#file && reportView(this.#file.all));

  readonly #visits = $derived(this.#file === null ? [] : caseVisits(this.#file.all));

  /** The report over all they shared. */
  get view(): ReportView | null {
    return this.#view;
  }

  /** Newest first. */
  get visits(): readonly CaseVisit[] {
    return this.#visits;
  }

  /** Follows it, and notes that it was looked at; gives the function that stops it. */
  follow(): () => void {
    const { cases, now } = this.#parts;
    let hasStopped = false;
    let stop: () => void = () => undefined;
    void cases.attempt(async () => {
      const shelf = await cases.shelf();
      await shelf.mark(this.id, { seenAt: now() });
      if (hasStopped) return;
      stop = shelf.watchFile(
        this.id,
        (file) => {
          this.#file = file;
          this.#isRead = true;
        },
        (error) => {
          cases.fail(error);
        },
      );
    });
    return () => {
      hasStopped = true;
      stop();
    };
  }

  /** Notes what a goniometer said of a result, in degrees; false where it could not be kept. */
  measured(sessionId: string, { test, side }: Step, value: number): Promise<boolean> {
    const { newId, now } = this.#parts;
    const own = { id: newId(), at: now(), sessionId, test, side, value: degrees(value) };
    return this.#add({ kind: 'goniometer', ...own });
  }

  /** Keeps a note; false where it could not be kept. */
  note(text: string): Promise<boolean> {
    const { newId, now } = this.#parts;
    return this.#add({ kind: 'note', id: newId(), at: now(), text });
  }

  /** The reply to them, as far as it is written; null where it cannot be read, or nothing is kept of them. */
  async replyDraft(): Promise<ReplyDraft | null> {
    const { cases, newId, now } = this.#parts;
    let draft: ReplyDraft | null = null;
    await cases.attempt(async () => {
      const shelf = await cases.shelf();
      const [file, kept] = [await shelf.file(this.id), await shelf.draft(this.id)];
      if (file === null) return;
      const keep = (content: DraftContent): void =>
        void cases.attempt(() => shelf.keepDraft(this.id, content));
      const all = (): CaseFile['all'] => this.#file?.all ?? file.all;
      draft = new ReplyDraft({ all, kept, keep, newId, now });
    });
    return draft;
  }

  /** Takes a note or a goniometer's value away. */
  take(id: string): Promise<boolean> {
    const { cases } = this.#parts;
    return cases.attempt(async () => {
      await (await cases.shelf()).take(this.id, id);
    });
  }

  #add(record: OwnRecord): Promise<boolean> {
    const { cases } = this.#parts;
    return cases.attempt(async () => {
      await (await cases.shelf()).add(this.id, record);
    });
  }
}
