import { Failure, type FailureCode } from '../core/errors.ts';
import type { Session } from '../core/session/session.ts';
import type { BackupLine } from '../store/backup/backup-line.ts';
import type { Preview } from '../store/backup/preview.ts';
import type { DeviceFacts } from '../store/device.ts';
import { calendarDay } from './calendar-day.ts';
import type { Persistence } from './persistence.ts';

/** Where a backup stands; `share` is what is done of it, 0 to 1. */
export type BackupState =
  | { readonly at: 'idle' }
  | { readonly at: 'exporting' | 'reading' | 'importing'; readonly share: number }
  | { readonly at: 'exported'; readonly sessions: number }
  | { readonly at: 'previewing'; readonly preview: Preview }
  | { readonly at: 'imported' }
  | { readonly at: 'failed'; readonly code: FailureCode };

/** What backups need of the outside world. */
export interface BackupParts {
  /** Starts the thread that works on a backup. */
  readonly openLine: () => Promise<Pick<BackupLine, 'export' | 'read' | 'import' | 'close'>>;
  readonly facts: () => Promise<DeviceFacts>;
  readonly persistence: Pick<Persistence, 'isPromised'>;
  /** Gives a file to the person. */
  readonly saveFile: (file: Blob, name: string) => void;
  /** Told that the people of this device may be others now. */
  readonly onimported: () => Promise<void>;
  readonly version: string;
  readonly now: () => number;
}

/**
 * After so long a backup is due where the browser may clear its storage: Safari does after seven days without a
 * visit (WebKit's storage policy).
 */
const dueAfterMs = 7 * 24 * 3_600_000;

/**
 * A thread that has done its work ends so much later: to end it takes a processor for a quarter of a second (measured after an
 * import of 10,000 sessions), and the page needs it to show what came of it. Chosen: the page has long drawn by then.
 */
const lingerMs = 5000;

/** Backups: made, read, imported, and when the next one is due. */
export class Backup {
  readonly #parts: BackupParts;
  #line: Promise<Pick<BackupLine, 'export' | 'read' | 'import' | 'close'>> | null = null;
  /** Which piece of work is the last one: what an earlier one comes to is not shown any more. */
  #work = 0;
  #state: BackupState = $state.raw({ at: 'idle' });
  #madeAt: number | null = $state.raw(null);
  /** Whether the browser may clear its storage; until it was asked, no reminder is shown. */
  #mayBeCleared = $state.raw(false);

  constructor(parts: BackupParts) {
    this.#parts = parts;
  }

  get state(): BackupState {
    return this.#state;
  }

  /** When the last backup was made on this device, in milliseconds since 1970; null where none was. */
  get madeAt(): number | null {
    return this.#madeAt;
  }

  /** Whether it is time for a backup of these sessions, oldest first. */
  isDue([oldest]: readonly Session[]): boolean {
    if (!oldest || !this.#mayBeCleared) return false;
    return this.#parts.now() - (this.#madeAt ?? oldest.startedAt) > dueAfterMs;
  }

  /** Looks when the last backup was made and what the browser has promised. */
  async refresh(): Promise<void> {
    this.#mayBeCleared = !(await this.#parts.persistence.isPromised());
    try {
      this.#madeAt = await (await this.#parts.facts()).get('backedUpAt');
    } catch (error) {
      // The screens say by themselves that the storage cannot be reached.
      if (!(error instanceof Failure)) throw error;
    }
  }

  /** Puts everything of everyone into one file and gives it to the person. */
  async export(withPictures: boolean): Promise<void> {
    const { now, version, facts, saveFile } = this.#parts;
    await this.#attempt('exporting', async (line, tell) => {
      const madeAt = now();
      const { file, sessions } = await line.export({ app: version, withPictures, madeAt }, tell);
      saveFile(file, `limber-backup-${calendarDay(madeAt)}.zip`);
      await (await facts()).set('backedUpAt', madeAt);
      this.#madeAt = madeAt;
      return { at: 'exported', sessions };
    });
  }

  /** Reads a file, whatever it is, and shows what importing it would change. */
  async read(file: Blob): Promise<void> {
    await this.#attempt('reading', async (line, tell) => {
      return { at: 'previewing', preview: await line.read(file, tell) };
    });
  }

  /** Imports what was read. */
  async import(): Promise<void> {
    await this.#attempt('importing', async (line, tell) => {
      await line.import(tell);
      await this.#parts.onimported();
      return { at: 'imported' };
    });
  }

  /** Leaves what is under way or was said: of an import that is cut off, each person's part is whole or not there. */
  close(): void {
    this.#work += 1;
    this.#endLine();
    this.#state = { at: 'idle' };
  }

  /** The person leaves the screen: what they were looking at is dropped, what is being written goes on. */
  leave(): void {
    if (this.#state.at !== 'importing' && this.#state.at !== 'exporting') this.close();
  }

  async #attempt(
    at: 'exporting' | 'reading' | 'importing',
    work: (
      line: Pick<BackupLine, 'export' | 'read' | 'import'>,
      tell: (share: number) => void,
    ) => Promise<BackupState>,
  ): Promise<void> {
    this.#work += 1;
    const own = this.#work;
    this.#state = { at, share: 0 };
    try {
      this.#line ??= this.#parts.openLine();
      const state = await work(await this.#line, (share) => {
        if (own === this.#work) this.#state = { at, share };
      });
      if (own !== this.#work) return;
      if (state.at !== 'previewing') this.#endLine(lingerMs);
      this.#state = state;
    } catch (error) {
      if (own !== this.#work) return;
      this.close();
      if (!(error instanceof Failure)) throw error;
      this.#state = { at: 'failed', code: error.code };
    }
  }

  #endLine(after = 0): void {
    void this.#line?.then(
      (line) => {
        setTimeout(() => {
          line.close();
        }, after);
      },
      () => undefined,
    );
    this.#line = null;
  }
}
