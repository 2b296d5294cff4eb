/** How the app is coloured: as the device is, or as chosen. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What the settings need of the browser: a place that is read at once, so that no wrong colour flashes. */
export type SettingsShelf = Pick<Storage, 'getItem' | 'setItem'>;

/** A camera as it is remembered: browsers may change the id, the name mostly stays. */
export interface RememberedCamera {
  readonly deviceId: string;
  readonly label: string;
}

const themeKey = 'limber-theme';
const cameraKey = 'limber-camera';

/** What the person has chosen for this device. Where nothing can be kept, a choice lasts for the visit. */
export class Settings {
  readonly #shelf: SettingsShelf | null;
  #theme: Theme = $state.raw('system');
  #camera: RememberedCamera | null = $state.raw(null);

  constructor(shelf: SettingsShelf | null) {
    this.#shelf = shelf;
    const kept = shelf?.getItem(themeKey);
    this.#theme = themes.find((theme) => theme === kept) ?? 'system';
    this.#camera = cameraIn(shelf?.getItem(cameraKey) ?? null);
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** The camera chosen last; null for the one that the browser takes by itself. */
  get camera(): RememberedCamera | null {
    return this.#camera;
  }

  /** Chooses the colours and keeps the choice. */
  chooseTheme(theme: Theme): void {
    this.#theme = theme;
    this.#keep(themeKey, theme);
  }

  /** Chooses a camera, null for the browser's own choice, and keeps the choice. */
  chooseCamera(camera: RememberedCamera | null): void {
    this.#camera = camera;
    this.#keep(cameraKey, JSON.stringify(camera));
  }

  #keep(key: string, value: string): void {
    try {
      this.#shelf?.setItem(key, value);
    } catch {
      // A full or blocked storage costs the memory of a choice, which is not worth a message.
    }
  }
}

/** The camera that was kept as text; null for what is none. */
function cameraIn(kept: string | null): RememberedCamera | null {
  if (kept === null) return null;
  try {
    const found: unknown = JSON.parse(kept);
    if (typeof found !== 'object' || found === null) return null;
    const { deviceId, label } = found as Partial<Record<keyof RememberedCamera, unknown>>;
    return typeof deviceId === 'string' && typeof label === 'string' ? { deviceId, label } : null;
  } catch {
    return null;
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
