import type { Command } from './command.ts';
import { commandIn } from './command-words.ts';

/*
 * The part of the Web Speech API used here. TypeScript has no types for it, and only what recognises speech on the
 * device itself is used: anything else would send the room's sound to somebody's server.
 */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  start(): void;
  abort(): void;
}

interface RecognitionEvent extends Event {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>;
}

/** How a browser recognises speech. */
export interface RecognitionClass {
  new (): Recognition;
  available?(options: { langs: readonly string[]; processLocally: boolean }): Promise<string>;
}

/** This browser's own; null where it has none. */
export function browserRecognition(): RecognitionClass | null {
  const { SpeechRecognition } = globalThis as { SpeechRecognition?: RecognitionClass };
  return SpeechRecognition ?? null;
}

/** Hears spoken commands, on this device only. */
export class Listener {
  readonly #recognition: RecognitionClass | null;
  readonly #language: string;

  /** `language`: a BCP 47 tag. */
  constructor(recognition: RecognitionClass | null, language: string) {
    this.#recognition = recognition;
    this.#language = language;
  }

  /** Whether speech in the app's language can be understood without sending any sound away. */
  async isAvailable(): Promise<boolean> {
    try {
      const langs = [this.#language];
      return (
        (await this.#recognition?.available?.({ langs, processLocally: true })) === 'available'
      );
    } catch {
      // Refused by the page's policy or by a browser that knows only half of the interface.
      return false;
    }
  }

  /**
   * Listens until the given function is called. Each command is told once a phrase, as soon as it is understood.
   * What goes wrong (no microphone, not allowed) ends the listening: keys and taps are there.
   */
  listen(onCommand: (command: Command) => void): () => void {
    if (!this.#recognition) return () => undefined;
    const recognition = new this.#recognition();
    recognition.lang = this.#language;
    recognition.continuous = true;
    recognition.interimResults = true;
    recognition.processLocally = true;
    const ending = new AbortController();
    const { signal } = ending;
    const told = new Map<number, Command>();
    const onresult = ({ results, resultIndex }: RecognitionEvent): void => {
      for (let i = resultIndex; i < results.length; i++) {
        const command = commandIn(results[i]?.[0]?.transcript ?? '');
        if (command === null || told.get(i) === command) continue;
        told.set(i, command);
        onCommand(command);
      }
    };
    recognition.addEventListener('result', (event) => onresult(event as RecognitionEvent), {
      signal,
    });
    recognition.addEventListener('error', () => ending.abort(), { signal });
    recognition.addEventListener(
      'end',
      () => {
        // Browsers end a session after some silence; phrases are counted from 0 again.
        told.clear();
        recognition.start();
      },
      { signal },
    );
    recognition.start();
    return () => {
      ending.abort();
      recognition.abort();
    };
  }
}
