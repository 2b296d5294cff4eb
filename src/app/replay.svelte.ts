import { angleAt, placesAt, type Movement } from '../core/session/movement.ts';
import type { Places } from '../core/session/motion.ts';
import type { Paints } from './paints.ts';

/** How fast it can be played: times the speed of the movement itself. */
export const speeds = [0.25, 0.5, 1, 2] as const;
export type Speed = (typeof speeds)[number];

/** Chosen: a page that was hidden for longer goes on where it was, and does not leap. Milliseconds. */
const longestGap = 250;

/** One movement as it is at the moment that is shown. */
export interface Shown {
  readonly movement: Movement;
  /** Milliseconds since its own start. */
  readonly at: number;
  /** Degrees, of its curve. */
  readonly angle: number;
  readonly places: Places;
}

/**
 * One or two movements on one clock. Two are laid so that their holds begin together: that is where they are compared.
 * Bodies, angles and cursors are all told from the one moment that is kept here, so none can be ahead of another.
 */
export class Replay {
  readonly movements: readonly Movement[];
  /** How long it lasts, from the earliest start to the latest end, in milliseconds. */
  readonly lasts: number;
  readonly #paints: Paints;
  readonly #held: number;
  #at = $state.raw(0);
  #speed: Speed = $state.raw(1);
  #stop: (() => void) | null = $state.raw(null);

  /** `paints`: the frames in which it is played. */
  constructor(movements: readonly Movement[], paints: Paints) {
    this.movements = movements;
    this.#paints = paints;
    this.#held = Math.max(...movements.map(({ heldAt }) => heldAt));
    this.lasts = Math.max(...movements.map((one) => this.startOf(one) + one.lasts));
  }

  /** What is shown of each movement; before its start and after its end it stands still. */
  readonly shown: readonly Shown[] = $derived.by(() =>
    this.movements.map((movement) => {
      const own = this.#at - this.startOf(movement);
      const at = Math.min(movement.lasts, Math.max(0, own));
      return { movement, at, angle: angleAt(movement, at), places: placesAt(movement, at) };
    }),
  );

  /** The moment that is shown, in milliseconds from the beginning. */
  get at(): number {
    return this.#at;
  }

  /** When the holds begin, in milliseconds from the beginning. */
  get heldAt(): number {
    return this.#held;
  }

  get speed(): Speed {
    return this.#speed;
  }

  get isPlaying(): boolean {
    return this.#stop !== null;
  }

  /** When a movement begins, in milliseconds from the beginning. */
  startOf({ heldAt }: Movement): number {
    return this.#held - heldAt;
  }

  /** Plays on from where it is; from the beginning where it has come to its end. */
  play(): void {
    if (this.#stop !== null) return;
    if (this.#at >= this.lasts) this.#at = 0;
    let before: number | null = null;
    this.#stop = this.#paints((now) => {
      if (before !== null) this.#goOn(Math.min(longestGap, now - before));
      before = now;
    });
  }

  pause(): void {
    this.#stop?.();
    this.#stop = null;
  }

  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  /** Shows another moment, in milliseconds from the beginning, and stays there. */
  seek(at: number): void {
    this.pause();
    this.#at = Math.min(this.lasts, Math.max(0, at));
  }

  choose(speed: Speed): void {
    this.#speed = speed;
  }

  #goOn(ms: number): void {
    const at = this.#at + ms * this.#speed;
    if (at < this.lasts) this.#at = at;
    else this.seek(this.lasts);
  }
}
