import type { Sound } from '../core/guidance/sounds.ts';

/** One note: its pitch in hertz, when it begins and how long it rings, in seconds. */
interface Note {
  readonly pitch: number;
  readonly at: number;
  readonly rings: number;
}

/** Chosen: C4, which the loudspeaker of a phone still gives, and two octaves above it C6. */
const lowest = 261.63;
const octaves = 2;

/** Chosen: the tone that follows is in the background, a note in the foreground; of full scale. */
const followLevel = 0.16;
const strikeLevel = 0.5;

/** Chosen: behind the voice, so that it is understood. */
const behind = 0.35;

/** Time constants in seconds. Chosen: no step between two frames (67 ms), no click at either end. */
const glide = 0.06;
const fade = 0.03;
const attack = 0.01;

/** Chosen: a rising fourth for what counts, a falling one below it for what does not, one high note, a chord. */
const notes: Readonly<Record<Sound, readonly Note[]>> = {
  captured: [
    { pitch: 659.26, at: 0, rings: 0.25 },
    { pitch: 880, at: 0.16, rings: 0.6 },
  ],
  refused: [
    { pitch: 293.66, at: 0, rings: 0.25 },
    { pitch: 220, at: 0.2, rings: 0.5 },
  ],
  marked: [{ pitch: 1174.66, at: 0, rings: 0.2 }],
  'set-up': [
    { pitch: 523.25, at: 0, rings: 0.3 },
    { pitch: 659.26, at: 0.09, rings: 0.3 },
    { pitch: 783.99, at: 0.18, rings: 0.5 },
  ],
};

/** The pitch of a share of the whole range, 0 to 1, in hertz: the same angle is the same interval everywhere. */
export function pitchOf(share: number): number {
  return lowest * 2 ** (octaves * share);
}

/** Makes the tones of a check, of oscillators alone. */
export class Instrument {
  readonly #context: BaseAudioContext;
  readonly #master: GainNode;
  readonly #oscillator: OscillatorNode;
  readonly #level: GainNode;
  #isFollowing = false;

  constructor(context: BaseAudioContext) {
    this.#context = context;
    this.#master = new GainNode(context);
    this.#master.connect(context.destination);
    this.#level = new GainNode(context, { gain: 0 });
    this.#level.connect(this.#master);
    this.#oscillator = new OscillatorNode(context, { type: 'triangle', frequency: lowest });
    this.#oscillator.connect(this.#level);
    this.#oscillator.start();
  }

  /** How loud everything is, 0 to 1. */
  set volume(share: number) {
    this.#master.gain.setTargetAtTime(share, this.#context.currentTime, fade);
  }

  /** The tone that follows a movement, 0 to 1 of the whole range; null for silence. */
  follow(share: number | null, isBehindVoice: boolean): void {
    const now = this.#context.currentTime;
    if (share !== null) {
      const { frequency } = this.#oscillator;
      if (this.#isFollowing) frequency.setTargetAtTime(pitchOf(share), now, glide);
      else frequency.setValueAtTime(pitchOf(share), now);
    }
    this.#isFollowing = share !== null;
    const level = isBehindVoice ? followLevel * behind : followLevel;
    this.#level.gain.setTargetAtTime(share === null ? 0 : level, now, fade);
  }

  /**
   * Plays a sound once, after so many seconds on the sound's own clock; gives the function that takes it back as long as
   * it has not begun: what rings already is not cut off.
   */
  strike(sound: Sound, after = 0): () => void {
    const begins = this.#context.currentTime + after;
    const ringing = notes[sound].map((note) => this.#ring(note, after));
    return () => {
      if (this.#context.currentTime >= begins) return;
      for (const oscillator of ringing) oscillator.stop();
    };
  }

  #ring({ pitch, at, rings }: Note, after: number): OscillatorNode {
    const start = this.#context.currentTime + after + at;
    const end = start + rings;
    const envelope = new GainNode(this.#context, { gain: 0 });
    envelope.connect(this.#master);
    envelope.gain.setValueAtTime(0, start);
    envelope.gain.linearRampToValueAtTime(strikeLevel, start + attack);
    envelope.gain.exponentialRampToValueAtTime(0.001, end);
    const oscillator = new OscillatorNode(this.#context, { frequency: pitch });
    oscillator.connect(envelope);
    oscillator.start(start);
    oscillator.stop(end);
    return oscillator;
  }
}
