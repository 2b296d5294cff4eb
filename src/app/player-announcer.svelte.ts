import type { PlannedSound } from '../core/advice/player-sounds.ts';
import { loudness, type Spoken } from './announcer.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { Tones } from './tones.ts';
import type { Voice } from './voice.ts';

/** Lets a player be heard. What is muted, or not there, is still told to the screen reader by `spoken`. */
export class PlayerAnnouncer {
  readonly #voice: Voice;
  readonly #tones: Tones;
  readonly #settings: Settings;
  #takeBack: () => void = () => undefined;
  #spoken: Spoken = $state.raw({ words: '' });

  constructor(voice: Voice, tones: Tones, settings: Settings) {
    this.#voice = voice;
    this.#tones = tones;
    this.#settings = settings;
  }

  /** What was said last, aloud or not; no words before the first. */
  get spoken(): Spoken {
    return this.#spoken;
  }

  /** Lets the page speak and sound; to be called while a key or button is pressed. */
  async unlock(): Promise<void> {
    this.#voice.unlock();
    await this.#tones.unlock();
  }

  /** Says words in the place of what is being said. */
  say(words: string): void {
    this.#spoken = { words };
    if (this.#settings.sound === 'all') {
      this.#voice.say(words, loudness[this.#settings.volume], () => undefined);
    }
  }

  /** Plays these sounds in the place of all that were planned before. */
  plan(sounds: readonly PlannedSound[]): void {
    this.#takeBack();
    this.#takeBack = this.#tones.playLater(sounds);
  }

  /** Follows the chosen loudness; to be called when it was changed. */
  follow(): void {
    const { sound, volume } = this.#settings;
    this.#tones.volume = sound === 'off' ? 0 : loudness[volume];
    if (sound !== 'all') this.#voice.hush();
  }

  /** Falls silent. */
  hush(): void {
    this.#takeBack();
    this.#takeBack = () => undefined;
    this.#voice.hush();
  }
}
