import type { DiaryEntry } from '../core/session/diary.ts';
import { calendarDay, noonOf } from './calendar-day.ts';

/** What the person writes down before it is stored. */
export type NewEntry = Omit<DiaryEntry, 'id'>;

/** What is wrong with a draft: a closed list, each with words. */
export type DraftFault = 'empty' | 'bad-day' | 'bad-minutes' | 'long-note' | 'failed';

/** Chosen: ten hours, beyond which a day's stretching is a slip of the finger. */
export const mostMinutes = 600;

/** Chosen: some sentences, as a note stands in one row of the table. */
export const longestNote = 500;

/** Something that is being written down: kept as typed until it could be stored. */
export class DiaryDraft {
  readonly #save: (entry: NewEntry) => Promise<void>;
  readonly #now: () => number;
  /** A calendar day of this device, as a date field gives it: "2026-03-01". */
  #day: string = $state.raw('');
  #note: string = $state.raw('');
  #minutes: string = $state.raw('');
  #pain: number | null = $state.raw(null);
  #fault: DraftFault | null = $state.raw(null);
  #isKept: boolean = $state.raw(false);

  /** `save` stores an entry and rejects where that failed; `now` gives milliseconds since 1970. */
  constructor(save: (entry: NewEntry) => Promise<void>, now: () => number) {
    this.#save = save;
    this.#now = now;
    this.#day = this.today;
  }

  get day(): string {
    return this.#day;
  }

  get note(): string {
    return this.#note;
  }

  get minutes(): string {
    return this.#minutes;
  }

  get pain(): number | null {
    return this.#pain;
  }

  /** What was wrong when it was last to be kept; null while nothing is known to be. */
  get fault(): DraftFault | null {
    return this.#fault;
  }

  /** Whether the last entry was kept, and nothing new was begun. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** The latest day that can be written of. */
  get today(): string {
    return calendarDay(this.#now());
  }

  write(change: Partial<Pick<DiaryDraft, 'day' | 'note' | 'minutes' | 'pain'>>): void {
    this.#day = change.day ?? this.#day;
    this.#note = change.note ?? this.#note;
    this.#minutes = change.minutes ?? this.#minutes;
    if (change.pain !== undefined) this.#pain = change.pain;
    this.#fault = null;
    this.#isKept = false;
  }

  /** Stores it and begins anew; where something is wrong, says what and loses nothing. */
  async keep(): Promise<void> {
    this.#isKept = false;
    this.#fault = this.#faultOf();
    if (this.#fault !== null) return;
    const entry = {
      at: this.#time,
      note: this.#note.trim(),
      minutes: this.#minutes.trim() === '' ? null : Number(this.#minutes),
      pain: this.#pain,
    };
    try {
      await this.#save(entry);
    } catch {
      // Whatever the reason, it is told where the store tells its own; here the text must not be lost.
      this.#fault = 'failed';
      return;
    }
    this.#note = '';
    this.#minutes = '';
    this.#pain = null;
    this.#isKept = true;
  }

  /** Now for today, noon for an earlier day; NaN for what is no day. */
  get #time(): number {
    return this.#day === this.today ? this.#now() : noonOf(this.#day);
  }

  #faultOf(): DraftFault | null {
    const minutes = this.#minutes.trim();
    const note = this.#note.trim();
    if (note === '' && minutes === '' && this.#pain === null) return 'empty';
    if (!(this.#time <= this.#now())) return 'bad-day';
    if (minutes !== '' && !isMinutes(Number(minutes))) return 'bad-minutes';
    return note.length > longestNote ? 'long-note' : null;
  }
}

function isMinutes(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes;
}
