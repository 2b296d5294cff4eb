/** Cut-off in Hz at rest, and how fast it grows with speed. */
export interface OneEuroOptions {
  readonly minCutoff: number;
  readonly beta: number;
}

/**
 * Chosen: 1 Hz takes the 1-2 degrees of jitter of a held pose down to 0.25-0.6 (measured on still
 * pictures with camera noise); beta lets a moving leg through with little lag.
 */
const calm: OneEuroOptions = { minCutoff: 1, beta: 0.02 };

/** Chosen as in the paper: the speed estimate itself is smoothed at 1 Hz. */
const speedCutoff = 1;

/**
 * The One Euro filter (Casiez, Roussel, Vogel 2012): smooth when still, quick when moving. For the number
 * on the screen only; results are read from the raw trace.
 */
export class OneEuro {
  readonly #options: OneEuroOptions;
  #last: { value: number; speed: number; at: number } | null = null;

  constructor(options: OneEuroOptions = calm) {
    this.#options = options;
  }

  /** The smoothed value; `at` in milliseconds, the frame's own time. A repeated time gives the last value. */
  filter(value: number, at: number): number {
    const last = this.#last;
    if (!last) {
      this.#last = { value, speed: 0, at };
      return value;
    }
    const seconds = (at - last.at) / 1000;
    if (seconds <= 0) return last.value;
    const speed = blend(last.speed, (value - last.value) / seconds, speedCutoff, seconds);
    const cutoff = this.#options.minCutoff + this.#options.beta * Math.abs(speed);
    const smooth = blend(last.value, value, cutoff, seconds);
    this.#last = { value: smooth, speed, at };
    return smooth;
  }
}

/** One step of a first-order low-pass filter with the given cut-off in Hz. */
function blend(previous: number, next: number, cutoff: number, seconds: number): number {
  const share = 1 / (1 + 1 / (2 * Math.PI * cutoff * seconds));
  return previous + share * (next - previous);
}
