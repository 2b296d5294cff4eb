import { regionOf } from './emergency-region.ts';

/** How the app is coloured: as the device is, or as chosen. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What is heard in a check: voice and tones, tones alone, nothing. */
export const soundChoices = ['all', 'tones', 'off'] as const;
export type SoundChoice = (typeof soundChoices)[number];

/** How loud it is. */
export const volumes = ['quiet', 'normal', 'loud'] as const;
export type Volume = (typeof volumes)[number];

/** What the settings need of the browser: a place that is read at once, so that no wrong colour flashes. */
export type SettingsShelf = Pick<Storage, 'getItem' | 'setItem'>;

/** A camera as it is remembered: browsers may change the id, the name mostly stays. */
export interface RememberedCamera {
  readonly deviceId: string;
  readonly label: string;
}

const themeKey = 'limber-theme';
const cameraKey = 'limber-camera';
const restKey = 'limber-rest';
const listenKey = 'limber-listen';

/**
 * How long a rest between two repetitions may be, in seconds. Chosen: 20 s, so that nine repetitions with room for
 * three repeats take under seven minutes; the evidence proposes 30 (clinical protocol table).
 */
export const restSeconds = [0, 10, 20, 30, 60] as const;
export type RestSeconds = (typeof restSeconds)[number];
const usualRest: RestSeconds = 20;
const soundKey = 'limber-sound';
const volumeKey = 'limber-volume';
const keysKey = 'limber-keys';
const regionKey = 'limber-region';
const emergencyKey = 'limber-emergency';

/** Kept for "another country", of which no number is known. */
export const elsewhere = 'elsewhere';

/** Chosen: longer than any number that is dialled in an emergency. */
export const longestNumber = 20;

/** What the person has chosen for this device. Where nothing can be kept, a choice lasts for the visit. */
export class Settings {
  readonly #shelf: SettingsShelf | null;
  #theme: Theme = $state.raw('system');
  #sound: SoundChoice = $state.raw('all');
  #volume: Volume = $state.raw('normal');
  #camera: RememberedCamera | null = $state.raw(null);
  #listens: boolean = $state.raw(false);
  #keys: boolean = $state.raw(true);
  #rest: RestSeconds = $state.raw(usualRest);
  #region: string | null = $state.raw(null);
  #emergencyNumber: string | null = $state.raw(null);
  /** What is heard again when the sound is no longer muted. */
  #unmuted: SoundChoice;

  /** `languages`: what the browser is set to; the country is guessed from it until one is chosen. */
  constructor(shelf: SettingsShelf | null, languages: readonly string[] = []) {
    this.#shelf = shelf;
    this.#region = shelf?.getItem(regionKey) ?? regionOf(languages);
    this.#emergencyNumber = numberIn(shelf?.getItem(emergencyKey) ?? '');
    this.#theme = this.#kept(themeKey, themes) ?? 'system';
    this.#sound = this.#kept(soundKey, soundChoices) ?? 'all';
    this.#volume = this.#kept(volumeKey, volumes) ?? 'normal';
    this.#unmuted = this.#sound === 'off' ? 'all' : this.#sound;
    this.#camera = cameraIn(shelf?.getItem(cameraKey) ?? null);
    this.#listens = shelf?.getItem(listenKey) === 'yes';
    this.#keys = shelf?.getItem(keysKey) !== 'no';
    const rest = shelf?.getItem(restKey);
    this.#rest = restSeconds.find((seconds) => String(seconds) === rest) ?? usualRest;
  }

  get theme(): Theme {
    return this.#theme;
  }

  get sound(): SoundChoice {
    return this.#sound;
  }

  get volume(): Volume {
    return this.#volume;
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

  /** Whether keys are commands during a check. */
  get keys(): boolean {
    return this.#keys;
  }

  /**
   * Lets keys be commands from now on, or not: what types a letter can be switched off (WCAG 2.1.4), as whoever
   * dictates or rests a hand on the keyboard would mark what they do not feel.
   */
  useKeys(keys: boolean): void {
    this.#keys = keys;
    this.#keep(keysKey, keys ? 'yes' : 'no');
  }

  /** The country that the person is in, as an ISO 3166 code or `elsewhere`; null where not even a guess is possible. */
  get region(): string | null {
    return this.#region;
  }

  /** Chooses the country, and keeps the choice. */
  chooseRegion(region: string): void {
    this.#region = region;
    this.#keep(regionKey, region);
  }

  /** The emergency number that the person has set, which counts before ours; null where they set none. */
  get emergencyNumber(): string | null {
    return this.#emergencyNumber;
  }

  /** Keeps an emergency number as it is typed; what has no digit counts as none. */
  setEmergencyNumber(typed: string): void {
    this.#emergencyNumber = numberIn(typed);
    this.#keep(emergencyKey, this.#emergencyNumber ?? '');
  }

  /** Chooses what is heard and keeps the choice. */
  chooseSound(sound: SoundChoice): void {
    this.#sound = sound;
    if (sound !== 'off') this.#unmuted = sound;
    this.#keep(soundKey, sound);
  }

  /** Mutes what is heard, or lets it be heard again. */
  toggleSound(): void {
    this.chooseSound(this.#sound === 'off' ? this.#unmuted : 'off');
  }

  /** Chooses how loud it is and keeps the choice. */
  chooseVolume(volume: Volume): void {
    this.#volume = volume;
    this.#keep(volumeKey, volume);
  }

  #kept<Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined {
    const kept = this.#shelf?.getItem(key);
    return choices.find((choice) => choice === kept);
  }

  #keep(key: string, choice: string): void {
    try {
      this.#shelf?.setItem(key, choice);
    } catch {
      // A full or blocked storage costs the memory of a choice, which is not worth a message.
    }
  }
}

/** The number in what was typed: digits, spaces and what else is dialled; null where there is no digit. */
function numberIn(typed: string): string | null {
  const number = typed
    .replace(/[^\d +*#-]/g, '')
    .trim()
    .slice(0, longestNumber);
  return /\d/.test(number) ? number : null;
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
  return unlessBlocked(() => globalThis.localStorage);
}

/** The same for what this tab alone remembers. */
export function tabShelf(): SettingsShelf | null {
  return unlessBlocked(() => globalThis.sessionStorage);
}

/** Forgets what this device and this tab remember. */
export function forgetSettings(): void {
  for (const shelf of [unlessBlocked(() => localStorage), unlessBlocked(() => sessionStorage)]) {
    for (const key of Object.keys(shelf ?? {})) {
      if (key.startsWith('limber-')) shelf?.removeItem(key);
    }
  }
}

function unlessBlocked(shelf: () => Storage): Storage | null {
  try {
    return shelf();
  } catch {
    return null;
  }
}
