import type { Sighting } from '../core/body/pose.ts';

/** How much is kept from before the movement. Chosen: several times the still start that is waited for. */
const leadMs = 3000;

/**
 * The sightings of one trial: all of the movement, and of the time before it the last seconds, out of
 * which the rest line is read.
 */
export class Recording {
  #sightings: Sighting[] = [];

  /** Adds what one frame showed. While the trial has not begun, what is older than the lead is dropped. */
  add(sighting: Sighting, hasBegun: boolean): void {
    this.#sightings.push(sighting);
    if (hasBegun) return;
    const oldest = sighting.capturedAt - leadMs;
    const first = this.#sightings.findIndex(({ capturedAt }) => capturedAt >= oldest);
    if (first > 0) this.#sightings.splice(0, first);
  }

  /** The trial's sightings until now, oldest first. */
  get soFar(): readonly Sighting[] {
    return [...this.#sightings];
  }

  /** Gives the trial's sightings, oldest first, and starts anew. */
  take(): readonly Sighting[] {
    const taken = this.#sightings;
    this.#sightings = [];
    return taken;
  }
}
