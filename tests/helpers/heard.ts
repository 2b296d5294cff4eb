import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What was spoken, one after the other; a voice is unlocked by saying nothing. */
    limberSaid?: string[];
    /** How loud the loudest moment of the last three quarters of a second was, of full scale. */
    limberLoudness?: () => number;
    /** How loud the loudest moment since the last call was. */
    limberLoudest?: () => number;
  }
}

/**
 * Gives the page a voice of this device, which the machines of tests have none of, and notes what it says; and
 * listens to what goes to the loudspeaker. To be called before the page is loaded.
 */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    window.limberSaid = said;
    class Utterance {
      onend: (() => void) | null = null;
      readonly text: string;

      constructor(text: string) {
        this.text = text;
      }
    }
    const voice = { lang: 'en-GB', localService: true, default: true, name: '', voiceURI: '' };
    Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance });
    Object.assign(speechSynthesis, {
      getVoices: () => [voice],
      cancel: () => undefined,
      speak: (utterance: Utterance) => {
        said.push(utterance.text);
        setTimeout(() => utterance.onend?.(), 100);
      },
    });

    const meters: AnalyserNode[] = [];
    const connect = Object.getOwnPropertyDescriptor(AudioNode.prototype, 'connect')!.value as (
      this: AudioNode,
      to: AudioNode | AudioParam,
    ) => AudioNode | undefined;
    Object.defineProperty(AudioNode.prototype, 'connect', {
      value(this: AudioNode, to: AudioNode | AudioParam) {
        if (to === this.context.destination) {
          const meter = new AnalyserNode(this.context, { fftSize: 32_768 });
          connect.call(this, meter);
          meters.push(meter);
        }
        return connect.call(this, to);
      },
    });
    const samples = new Float32Array(32_768);
    const loudness = (): number => {
      let most = 0;
      for (const meter of meters) {
        meter.getFloatTimeDomainData(samples);
        for (const sample of samples) most = Math.max(most, Math.abs(sample));
      }
      return most;
    };
    let loudest = 0;
    setInterval(() => {
      loudest = Math.max(loudest, loudness());
    }, 250);
    window.limberLoudness = loudness;
    window.limberLoudest = () => {
      const most = loudest;
      loudest = 0;
      return most;
    };
  });
}

/** The sentences spoken since the page was loaded. */
export async function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window.limberSaid ?? []).filter((words) => words !== ''));
}

/** How loud it is now, 0 to 1. */
export async function loudness(page: Page): Promise<number> {
  return page.evaluate(() => window.limberLoudness?.() ?? 0);
}

/** How loud it was at most since this was last asked, 0 to 1. */
export async function loudest(page: Page): Promise<number> {
  return page.evaluate(() => window.limberLoudest?.() ?? 0);
}
