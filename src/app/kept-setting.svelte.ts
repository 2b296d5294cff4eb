import { Failure } from '../core/errors.ts';
import type { SettingName, SettingValue } from '../store/settings.ts';
import type { UseShelf } from './opened-shelf.ts';

/** One small thing that the current person has chosen, kept between visits. */
export class KeptSetting<Name extends SettingName> {
  readonly #use: UseShelf;
  readonly #name: Name;
  #value: SettingValue<Name> | null = $state.raw(null);
  #isRead: boolean = $state.raw(false);
  /** How often another person has become the current one. */
  #turn = 0;

  constructor(use: UseShelf, name: Name) {
    this.#use = use;
    this.#name = name;
  }

  /** What was chosen; null for nothing, and until it is read. */
  get value(): SettingValue<Name> | null {
    return this.#value;
  }

  get isRead(): boolean {
    return this.#isRead;
  }

  /** Reads it. Where nothing can be read, nothing was chosen. */
  async read(): Promise<void> {
    const turn = this.#turn;
    const found = await orNull(this.#use(({ settings }) => settings.get(this.#name)));
    if (turn !== this.#turn || this.#isRead) return;
    this.#value = found;
    this.#isRead = true;
  }

  /** Chooses it: for this visit at once, for later ones as well where it can be kept. */
  async choose(value: SettingValue<Name>): Promise<void> {
    this.#value = value;
    this.#isRead = true;
    await orNull(this.#use(({ settings }) => settings.set(this.#name, value)));
  }

  /** Somebody else is the current person: reads what they have chosen. */
  turn(): void {
    this.#turn += 1;
    this.#value = null;
    this.#isRead = false;
    void this.read();
  }
}

/** A full or refused storage costs the memory of a choice; it is told where something is lost by it. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
