import type { Cue } from '../core/guidance/cue.ts';
import { cueFor } from '../core/guidance/cues.ts';
import type { Situation } from '../core/guidance/situation.ts';
import { movedShare, soundBetween } from '../core/guidance/sounds.ts';
import { fallSilent, silent, speak, type SpeakerState } from '../core/guidance/speaker.ts';
import type { Settings, Volume } from './settings.svelte.ts';
import { spokenWords } from './spoken-words.ts';
import type { Tones } from './tones.ts';
import type { Voice } from './voice.ts';

/** What was said last; the same words said again are a new object. */
export interface Spoken {
  readonly words: string;
}

/** Of full scale. Chosen: a normal voice leaves room above and is still heard at 3 m. */
export const loudness: Readonly<Record<Volume, number>> = { quiet: 0.35, normal: 0.7, loud: 1 };

/** What is said to show how loud it is. */
const sampleCue: Cue = { id: 'captured', angle: 72 };

/**
 * Says what is to be told to a person and lets their movement be heard. What is muted, or not there, is
 * still told to the screen reader by `spoken`.
 */
export class Announcer {
  readonly #voice: Voice;
  readonly #tones: Tones;
  readonly #settings: Settings;
  #isAttending = false;
  #state: SpeakerState = silent;
  #before: Situation = { at: 'preparing' };
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
  unlock(): void {
    this.#voice.unlock();
    void this.#tones.unlock();
  }

  /**
   * Attends to a check: `isAloud` for a person in front of the camera, else nothing is heard. Gives the
   * function that ends it, in silence but for the words that the check is over.
   */
  attend(isAloud: boolean): () => void {
    this.#isAttending = isAloud;
    this.#state = silent;
    this.#before = { at: 'preparing' };
    this.#spoken = { words: '' };
    return () => {
      this.#isAttending = false;
      this.#tones.follow(null);
      if (this.#state.speaking?.id !== 'over') this.#quieten();
    };
  }

  /**
   * Tells where the person stands at a frame, `angle` being the shown number in degrees, and does what is
   * to be heard. `at` is the frame's own time in milliseconds.
   */
  hear(now: Situation, angle: number | null, at: number): void {
    const sound = soundBetween(this.#before, now);
    this.#before = now;
    if (!this.#isVoiced) this.#quieten();
    const speech = speak(this.#state, cueFor(now), at);
    this.#state = speech.state;
    if (speech.say !== null) this.#say(speech.say);
    this.#tones.volume = this.#isSounding ? this.#volume : 0;
    this.#tones.follow(movedShare(now, angle), this.#state.speaking !== null);
    if (sound !== null) this.#tones.play(sound);
  }

  /** Lets what is chosen be heard; to be called while a key or button is pressed. */
  async sample(): Promise<void> {
    const { sound } = this.#settings;
    if (sound === 'off') return;
    await this.#tones.unlock();
    this.#tones.volume = this.#volume;
    this.#tones.play('captured');
    if (sound === 'all') this.#voice.say(spokenWords(sampleCue), this.#volume, () => undefined);
  }

  get #volume(): number {
    return loudness[this.#settings.volume];
  }

  get #isSounding(): boolean {
    return this.#isAttending && this.#settings.sound !== 'off';
  }

  get #isVoiced(): boolean {
    return this.#isAttending && this.#settings.sound === 'all';
  }

  #say(cue: Cue): void {
    const words = spokenWords(cue);
    this.#spoken = { words };
    if (this.#isVoiced) {
      this.#voice.say(words, this.#volume, () => {
        this.#state = fallSilent(this.#state);
      });
    } else this.#state = fallSilent(this.#state);
  }

  #quieten(): void {
    this.#voice.hush();
    this.#state = fallSilent(this.#state);
  }
}
