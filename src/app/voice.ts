/** What the voice needs of the browser. */
export interface Speech {
  readonly synthesis: Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'>;
  readonly utter: (words: string) => SpeechSynthesisUtterance;
}

/** Chosen: the slowest voice takes 120 ms for a character and a second to begin; after that it hangs. */
const slowestCharacterMs = 120;
const slowestStartMs = 1000;

/**
 * Says one sentence after the other by a voice of this device, never by one that would send the words away.
 * Where there is none, or the browser fails, it says nothing: tones and giant words go on. It never throws.
 */
export class Voice {
  readonly #speech: Speech | null;
  readonly #language: () => string;
  readonly #page: Pick<Document, 'hidden'>;
  /** Held while it is spoken: Chrome forgets to tell the end of an utterance that nobody holds. */
  #current: SpeechSynthesisUtterance | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `language`: the tag of the language that is spoken, "en". */
  constructor(speech: Speech | null, language: () => string, page: Pick<Document, 'hidden'>) {
    this.#speech = speech;
    this.#language = language;
    this.#page = page;
    // Chrome begins to look for voices when it is first asked for them.
    speech?.synthesis.getVoices();
  }

  /** Lets the page speak; to be called while a key or button is pressed, which Safari wants. */
  unlock(): void {
    if (this.#speech !== null) start(this.#speech, this.#speech.utter(''));
  }

  /**
   * Says this instead of what is being said, `volume` loud (0 to 1). Calls `onend` when it is at its end,
   * at once where nothing can be said, and never when something else takes its place.
   */
  say(words: string, volume: number, onend: () => void): void {
    this.hush();
    const voice = this.#voice;
    if (this.#speech === null || voice === null || this.#page.hidden) {
      onend();
      return;
    }
    const utterance = this.#speech.utter(words);
    const end = (): void => {
      if (this.#current !== utterance) return;
      this.hush();
      onend();
    };
    Object.assign(utterance, { voice, lang: voice.lang, volume, onend: end, onerror: end });
    this.#current = utterance;
    this.#timer = setTimeout(end, slowestStartMs + slowestCharacterMs * words.length);
    if (!start(this.#speech, utterance)) end();
  }

  /** Stops speaking. */
  hush(): void {
    if (this.#current === null) return;
    this.#current = null;
    clearTimeout(this.#timer);
    this.#speech?.synthesis.cancel();
  }

  /** A voice of this device in the language, the device's own choice first; null while there is none. */
  get #voice(): SpeechSynthesisVoice | null {
    const language = primary(this.#language());
    const voices = this.#speech?.synthesis.getVoices() ?? [];
    const fitting = voices.filter(({ localService, lang }) => {
      return localService && primary(lang) === language;
    });
    return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
  }
}

/** Begins to speak; false where the browser will not. */
function start({ synthesis }: Speech, utterance: SpeechSynthesisUtterance): boolean {
  try {
    synthesis.speak(utterance);
    return true;
  } catch {
    return false;
  }
}

/** The language of a tag: "en" of "en-GB", which Android writes "en_GB". */
function primary(tag: string): string {
  return tag.split(/[-_]/, 1).join('').toLowerCase();
}

/** The browser's speech; null where it has none. */
export function browserSpeech(): Speech | null {
  if (!('speechSynthesis' in globalThis)) return null;
  return {
    synthesis: globalThis.speechSynthesis,
    utter: (words) => new SpeechSynthesisUtterance(words),
  };
}
