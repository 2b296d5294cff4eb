import { breakEvery, nextBreak, type QuietHours } from '../core/advice/breaks.ts';
import { m } from '../messages/generated/messages.js';
import type { Clock } from './clock.ts';
import type { KeptSetting } from './kept-setting.svelte.ts';
import type { NoticeRight, Notifier } from './notifier.ts';

/** How the person wants to be reminded. */
export interface BreakWish extends QuietHours {
  /** Minutes of sitting. */
  readonly every: number;
  readonly isOn: boolean;
}

/** Chosen: reminders from nine to six, the hours of an office. */
const usual: BreakWish = { every: breakEvery.usual, from: 18 * 60, until: 9 * 60, isOn: false };

/** How often it looks at the clock. Chosen: half a minute late does not matter, and a hidden page is called so often. */
const lookMs = 20_000;

/** How long "later" is. Chosen. */
const laterMs = 10 * 60_000;

/** What the reminder needs of the outside. */
export interface ReminderParts {
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly wish: KeptSetting<'breaks'>;
  /** The minute of the day at a time (ms since 1970), on the person's own clock. */
  readonly minuteOfDay: (at: number) => number;
  /** Called when the notice outside of the page is pressed. */
  readonly onpress: () => void;
}

/** Reminds of standing up while the page is open. */
export class BreakReminder {
  readonly #parts: ReminderParts;
  #nextAt: number | null = $state.raw(null);
  #isDue: boolean = $state.raw(false);
  #right: NoticeRight = $state.raw('default');

  constructor(parts: ReminderParts) {
    this.#parts = parts;
    this.#right = parts.notifier.right();
  }

  get wish(): BreakWish {
    return this.#parts.wish.value ?? usual;
  }

  /** When the next break is due (ms since 1970); null while nobody is to be reminded. */
  get nextAt(): number | null {
    return this.wish.isOn ? this.#nextAt : null;
  }

  /** Whether it is time to stand up. */
  get isDue(): boolean {
    return this.wish.isOn && this.#isDue;
  }

  /** Whether notices may be shown outside of the page. */
  get right(): NoticeRight {
    return this.#right;
  }

  /** Looks at the clock from now on; gives the function that stops it. */
  follow(): () => void {
    return this.#parts.clock.every(lookMs, () => this.#look());
  }

  /** Reminds from now on. Asks for notices; to be called while a button is pressed. */
  async start(): Promise<void> {
    this.#choose({ isOn: true });
    await this.#parts.notifier.ask();
    this.#right = this.#parts.notifier.right();
  }

  stop(): void {
    this.#choose({ isOn: false });
  }

  /** Changes after how many minutes, or the quiet hours. */
  choose(change: Partial<Omit<BreakWish, 'isOn'>>): void {
    this.#choose(change);
  }

  /** The person has moved: the time of sitting begins anew. */
  moved(): void {
    const movedAt = this.#parts.clock.now();
    const { every, from, until } = this.wish;
    const minuteOfDay = this.#parts.minuteOfDay(movedAt);
    this.#isDue = false;
    this.#nextAt = nextBreak({ movedAt, minuteOfDay, every, quiet: { from, until } });
  }

  /** Not now: asks again a little later. */
  later(): void {
    this.#isDue = false;
    this.#nextAt = this.#parts.clock.now() + laterMs;
  }

  #choose(change: Partial<BreakWish>): void {
    void this.#parts.wish.choose({ ...this.wish, ...change });
    this.moved();
  }

  #look(): void {
    if (!this.wish.isOn || this.#isDue) return;
    // It was on when the page was last open: from now on.
    if (this.#nextAt === null) this.moved();
    if (this.#nextAt === null || this.#parts.clock.now() < this.#nextAt) return;
    this.#isDue = true;
    const { notifier, onpress } = this.#parts;
    notifier.show(m.break_due_title(), m.break_due(), onpress);
  }
}
