/** How the app is coloured: as the device is, or as chosen. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What the settings need of the browser: a place that is read at once, so that no wrong colour flashes. */
export type SettingsShelf = Pick<Storage, 'getItem' | 'setItem'>;

const themeKey = 'limber-theme';

/** What the person has chosen for this device. Where nothing can be kept, a choice lasts for the visit. */
export class Settings {
  readonly #shelf: SettingsShelf | null;
  #theme: Theme = $state.raw('system');

  constructor(shelf: SettingsShelf | null) {
    this.#shelf = shelf;
    const kept = shelf?.getItem(themeKey);
    this.#theme = themes.find((theme) => theme === kept) ?? 'system';
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** Chooses the colours and keeps the choice. */
  chooseTheme(theme: Theme): void {
    this.#theme = theme;
    try {
      this.#shelf?.setItem(themeKey, theme);
    } catch {
      // A full or blocked storage costs the memory of a colour, which is not worth a message.
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
