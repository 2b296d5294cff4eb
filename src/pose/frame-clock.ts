/** The part of a video frame's metadata that tells its time. */
export interface FrameTimes {
  /** Milliseconds on the page's clock; some browsers leave it out. */
  readonly captureTime?: number;
  /** Seconds on the stream's own clock. */
  readonly mediaTime: number;
}

/** Puts all frames of one camera on one clock, whichever time the browser gives with each. */
export class FrameClock {
  /** Milliseconds from the stream's clock to the page's, as last seen. */
  #offset = 0;
  #last = Number.NEGATIVE_INFINITY;

  /**
   * When a frame was taken, in milliseconds: by the page's clock if the browser tells it, else by the
   * stream's. Null for a frame that is not later than the one before.
   */
  read({ captureTime, mediaTime }: FrameTimes): number | null {
    const streamMs = mediaTime * 1000;
    if (captureTime !== undefined) this.#offset = captureTime - streamMs;
    const at = streamMs + this.#offset;
    if (at <= this.#last) return null;
    this.#last = at;
    return at;
  }
}
