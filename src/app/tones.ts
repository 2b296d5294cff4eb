import type { PlannedSound } from '../core/advice/player-sounds.ts';
import type { Sound } from '../core/guidance/sounds.ts';
import { Instrument } from './instrument.ts';

/** What is played on. */
interface Playing {
  readonly context: AudioContext;
  readonly instrument: Instrument;
}

/**
 * The tones of a check. Where the browser has no sound, or holds it back until a key or button is pressed,
 * they are silent. It never throws.
 */
export class Tones {
  readonly #makeContext: () => AudioContext;
  #playing: Playing | null = null;

  constructor(makeContext: () => AudioContext) {
    this.#makeContext = makeContext;
  }

  /** Lets the page sound; to be called while a key or button is pressed. Settles when it does, or cannot. */
  async unlock(): Promise<void> {
    try {
      this.#playing ??= this.#prepared();
      await this.#playing.context.resume();
    } catch {
      // No Web Audio, or no loudspeaker: the words lead alone.
    }
  }

  /** How loud the tones are, 0 to 1. */
  set volume(share: number) {
    const instrument = this.#audible;
    if (instrument) instrument.volume = share;
  }

  /** A soft tone whose pitch follows a movement, 0 to 1 of the whole range; null for silence. */
  follow(share: number | null, isBehindVoice = false): void {
    this.#audible?.follow(share, isBehindVoice);
  }

  /** Plays a sound once. */
  play(sound: Sound): void {
    this.#audible?.strike(sound);
  }

  /**
   * Plays sounds later, each after so many milliseconds, by the sound's own clock: also while the page is hidden and its
   * timers are held back. Gives the function that takes back those that were not played yet.
   */
  playLater(planned: readonly PlannedSound[]): () => void {
    const instrument = this.#audible;
    if (instrument === null) return () => undefined;
    const takeBack = planned.map(({ sound, after }) => instrument.strike(sound, after / 1000));
    return () => {
      for (const one of takeBack) one();
    };
  }

  /** While the sound is held back its clock stands: what is played then would all be heard together later. */
  get #audible(): Instrument | null {
    return this.#playing?.context.state === 'running' ? this.#playing.instrument : null;
  }

  #prepared(): Playing {
    const context = this.#makeContext();
    return { context, instrument: new Instrument(context) };
  }
}
