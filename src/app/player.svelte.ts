import {
  currentStep,
  isOver,
  msUntil,
  play,
  playerOf,
  type PlayerEvent,
  type Playing,
} from '../core/advice/playing.ts';
import { summed, workBetween, type Worked } from '../core/advice/practice.ts';
import { routineOf, type Portion, type RoutineStep } from '../core/advice/routine.ts';
import { lengthOf } from '../core/advice/sequence.ts';
import type { Clock } from './clock.ts';
import { canBeWatched, type HoldWatch } from './hold-watch.svelte.ts';
import type { PlayerAnnouncer } from './player-announcer.svelte.ts';
import { PlayerTelling } from './player-telling.ts';

/** How often the shown time moves. Chosen: a second never looks late, and it costs next to nothing. */
const tickMs = 200;

/**
 * How long nothing may be heard of the clock. Browsers call a hidden page once a minute at the least; longer, the device
 * has slept, and nobody knows whether the hold went on.
 */
const longestGapMs = 90_000;

/** What a player tells the outside. */
export interface PlayerParts {
  readonly clock: Clock;
  readonly announcer: Pick<PlayerAnnouncer, 'say' | 'plan' | 'hush'>;
  /** Counts holds by a camera while that is on. */
  readonly watch: HoldWatch;
  /** Called once, when it is over, with what was worked. */
  readonly onover: (worked: readonly Worked[]) => void;
}

/** Leads through exercises, step by step. */
export class Player {
  readonly #parts: PlayerParts;
  readonly #telling: PlayerTelling;
  readonly #whole: number;
  #playing: Playing<RoutineStep> = $state.raw(playerOf<RoutineStep>([]));
  #worked: readonly Worked[] = [];
  /** When the clock was last asked, in milliseconds since 1970. */
  #asked = 0;
  #hasSlept: boolean = $state.raw(false);
  #hasEnded = false;

  constructor(portions: readonly Portion[], parts: PlayerParts) {
    const steps = routineOf(portions);
    this.#parts = parts;
    this.#whole = lengthOf(steps);
    this.#playing = playerOf(steps);
    this.#telling = new PlayerTelling(parts.announcer, parts.watch);
  }

  /** What counts the holds. */
  get watch(): HoldWatch {
    return this.#parts.watch;
  }

  /** Whether a camera could count a hold that is still to be done. */
  get canBeWatched(): boolean {
    return this.#playing.steps.slice(this.#playing.index).some(canBeWatched);
  }

  /** The step it is in and the seconds that are left of it; null when it is over. */
  get now(): { readonly step: RoutineStep; readonly left: number } | null {
    return currentStep(this.#playing);
  }

  /** The step after this one; null for none. */
  get next(): RoutineStep | null {
    return this.#playing.steps[this.#playing.index + 1] ?? null;
  }

  /** How many sets the exercise has that it is in, on the side that works. */
  get sets(): number {
    const now = this.now?.step;
    const own = this.#playing.steps.filter(
      ({ exercise, side }) => exercise === now?.exercise && side === now.side,
    );
    return Math.max(0, ...own.map(({ set }) => set));
  }

  /** How many repetitions the set has that it is in; 0 where there are none. */
  get repetitions(): number {
    const step = this.now?.step;
    const own = this.#playing.steps.filter(
      ({ exercise, set, side }) =>
        exercise === step?.exercise && set === step.set && side === step.side,
    );
    return Math.max(0, ...own.map(({ repetition }) => repetition));
  }

  /** How much of everything has gone by, 0 to 1. */
  get share(): number {
    const { steps, index, spent } = this.#playing;
    return this.#whole === 0 ? 1 : (lengthOf(steps.slice(0, index)) + spent / 1000) / this.#whole;
  }

  get isPaused(): boolean {
    return this.#playing.isPaused;
  }

  /** Whether it was paused since the device had slept. */
  get hasSlept(): boolean {
    return this.#hasSlept;
  }

  get isOver(): boolean {
    return isOver(this.#playing);
  }

  /** Lets the time go by from now on; gives the function that stops it. */
  begin(): () => void {
    this.#asked = this.#parts.clock.now();
    this.#enter();
    this.#telling.tell(this.#playing);
    const stop = this.#parts.clock.every(tickMs, () => this.#tick());
    return () => {
      stop();
      this.watch.turnOff();
      this.#parts.announcer.hush();
    };
  }

  /** Does what the person wants. */
  press(event: Exclude<PlayerEvent, { readonly kind: 'passed' }>): void {
    this.#tick();
    this.#hasSlept = false;
    this.#playing = play(this.#playing, event);
    this.#enter();
    this.#telling.tell(this.#playing);
    this.#endOnce();
  }

  /** Counts what is left of this exercise by the clock. */
  goByClock(): void {
    this.watch.goByClock();
    this.#tick();
  }

  /** Ends it here: what was worked counts. */
  finish(): void {
    if (this.isOver) return;
    this.#tick();
    this.#playing = { ...this.#playing, index: this.#playing.steps.length, spent: 0 };
    this.#enter();
    this.#telling.tell(this.#playing);
    this.#endOnce();
  }

  /** Plans the sounds that are ahead once more, as after the page was first allowed to sound. */
  sound(): void {
    this.#telling.sound(this.#playing);
  }

  #tick(): void {
    const at = this.#parts.clock.now();
    const ms = at - this.#asked;
    this.#asked = at;
    // A clock that was put back takes nothing away.
    if (ms <= 0 || this.isOver || this.isPaused) return;
    const before = this.#playing;
    if (ms > longestGapMs) {
      this.#hasSlept = true;
      this.#playing = play(before, { kind: 'pause' });
      this.#telling.tell(this.#playing);
      return;
    }
    const counted = this.watch.count(ms);
    // Time that goes over several steps stops where one begins that waits for the person.
    const until = this.#playing.steps.findIndex(
      (step, i) => i > before.index && this.watch.waits(step),
    );
    const most = until === -1 ? Infinity : msUntil(before, until);
    this.#playing = play(before, { kind: 'passed', ms: Math.min(counted, most) });
    this.#worked = summed([...this.#worked, ...workBetween(before, this.#playing)]);
    if (this.#playing.index !== before.index) {
      this.#enter();
      this.#telling.tellStep(this.#playing);
    } else this.#telling.tellNews(this.#playing);
    this.#endOnce();
  }

  /** Where no hold is left that the camera could count, it is turned off. */
  #enter(): void {
    if (!this.canBeWatched) this.watch.turnOff();
    this.watch.enter(this.now?.step ?? null);
  }

  #endOnce(): void {
    if (!this.isOver || this.#hasEnded) return;
    this.#hasEnded = true;
    this.#parts.onover(this.#worked);
  }
}
