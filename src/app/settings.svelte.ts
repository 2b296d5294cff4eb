/** How the app is coloured: as the device is, or as chosen. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What the settings need of the browser: a place that is read at once, so that no wrong colour flashes. */
export type SettingsShelf = Pick<Storage, 'getItem' | 'setItem'>;

const themeKey = 'limber-theme';
const restKey = 'limber-rest';
const listenKey = 'limber-listen';

/**
 * How long a rest between two repetitions may be, in seconds. Chosen: 20 s, so that nine repetitions with room for
 * three repeats take under seven minutes; the evidence proposes 30 (clinical protocol table).
 */
export const restSeconds = [0, 10, 20, 30, 60] as const;
export type RestSeconds = (typeof restSeconds)[number];
const usualRest: RestSeconds = 20;

/** What the person has chosen for this device. Where nothing can be kept, a choice lasts for the visit. */
export class Settings {
  readonly #shelf: SettingsShelf | null;
  #theme: Theme = $state.raw('system');
  #listens: boolean = $state.raw(false);
  #rest: RestSeconds = $state.raw(usualRest);

  constructor(shelf: SettingsShelf | null) {
    this.#shelf = shelf;
    const kept = shelf?.getItem(themeKey);
    this.#theme = themes.find((theme) => theme === kept) ?? 'system';
    this.#listens = shelf?.getItem(listenKey) === 'yes';
    const rest = shelf?.getItem(restKey);
    this.#rest = restSeconds.find((seconds) => String(seconds) === rest) ?? usualRest;
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** Chooses the colours and keeps the choice. */
  chooseTheme(theme: Theme): void {
    this.#theme = theme;
    this.#keep(themeKey, theme);
  }

  /** The rest between two repetitions, in seconds. */
  get rest(): RestSeconds {
    return this.#rest;
  }

  /** Chooses the rest between two repetitions. */
  chooseRest(seconds: RestSeconds): void {
    this.#rest = seconds;
    this.#keep(restKey, String(seconds));
  }

  /** Whether spoken commands are listened to during a check. */
  get listens(): boolean {
    return this.#listens;
  }

  /** Listens to spoken commands from now on, or not. */
  listen(listens: boolean): void {
    this.#listens = listens;
    this.#keep(listenKey, listens ? 'yes' : 'no');
  }

  #keep(key: string, value: string): void {
    try {
      this.#shelf?.setItem(key, value);
    } catch {
      // A full or blocked storage costs the memory of a small choice, which is not worth a message.
    }
  }
}

/** The browser's storage for settings, or null where it is blocked (reading the property itself throws). */
export function settingsShelf(): SettingsShelf | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
