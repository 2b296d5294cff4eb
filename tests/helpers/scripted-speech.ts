import type { Speech } from '../../src/app/voice.ts';

/** An utterance as the browser takes it, which a test lets come to its end. */
export class ScriptedUtterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  volume = 1;
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A voice of that language: one of this device, or one that would send the words to a server. */
export function voiceOf(
  lang: string,
  localService = true,
  isDefault = false,
): SpeechSynthesisVoice {
  const name = `${lang} ${localService ? 'here' : 'far'}`;
  return { lang, localService, default: isDefault, name, voiceURI: name };
}

/** The browser's speech by a script: what is spoken is noted, and ends only when the test says so. */
export class ScriptedSpeech implements Speech {
  voices: SpeechSynthesisVoice[];
  readonly spoken: ScriptedUtterance[] = [];
  cancelled = 0;

  constructor(...voices: readonly SpeechSynthesisVoice[]) {
    this.voices = [...voices];
  }

  readonly synthesis = {
    getVoices: (): SpeechSynthesisVoice[] => this.voices,
    speak: (utterance: SpeechSynthesisUtterance): void => {
      this.spoken.push(utterance as unknown as ScriptedUtterance);
    },
    cancel: (): void => {
      this.cancelled += 1;
      // A real one is told in an error that it was cut off.
      this.spoken.at(-1)?.onerror?.();
    },
  };

  readonly utter = (words: string): SpeechSynthesisUtterance =>
    new ScriptedUtterance(words) as unknown as SpeechSynthesisUtterance;

  get last(): ScriptedUtterance | undefined {
    return this.spoken.at(-1);
  }

  /** What was said, in order. */
  get words(): readonly string[] {
    return this.spoken.map(({ text }) => text);
  }
}
