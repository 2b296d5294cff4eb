/** The time and what happens by it: a part of its own, so that whoever lives by it can be tried without waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls again and again, about so many milliseconds apart, until the given function is called. */
  every(ms: number, call: () => void): () => void;
}

/**
 * The clock of this device. Browsers let a hidden page be called once a second at most, after some minutes perhaps once
 * a minute, and not at all while the device sleeps: whoever is called asks how late it is.
 */
export const deviceClock: Clock = {
  now: () => Date.now(),
  every: (ms, call) => {
    const timer = setInterval(call, ms);
    return () => {
      clearInterval(timer);
    };
  },
};
