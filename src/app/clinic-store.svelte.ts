import { storeAddress } from '../share/health-link/store-address.ts';
import { StoreFailure } from '../share/health-link/store-failure.ts';
import {
  basicAuthorization,
  bearerAuthorization,
  StoreLine,
} from '../share/health-link/store-line.ts';
import type { LineParts } from '../share/tries.ts';
import type { SettingsShelf } from './settings.svelte.ts';

/** What the way to a store needs of the outside world. */
export interface ClinicStoreParts extends LineParts {
  readonly shelf: SettingsShelf | null;
  /** The address of this app, without query and fragment. */
  readonly home: string;
}

const addressKey = 'limber-store-address';
const nameKey = 'limber-store-name';
const passwordKey = 'limber-store-password';

/** The clinic kit has it there, on the same origin. */
const usualAddress = '/s';

/**
 * The store that a person names for links, and who they are there. Name and password are in memory, and on this device
 * only where they say so; never in a record or a link.
 */
export class ClinicStore {
  readonly #parts: ClinicStoreParts;
  /** As it was typed last. */
  address: string;
  /** Empty where the password is a token. */
  name: string;
  password: string;
  #isKept: boolean;

  constructor(parts: ClinicStoreParts) {
    const { shelf, home } = parts;
    this.#parts = parts;
    this.address = $state(shelf?.getItem(addressKey) ?? storeAddress(usualAddress, home) ?? '');
    this.name = $state(shelf?.getItem(nameKey) ?? '');
    this.password = $state(shelf?.getItem(passwordKey) ?? '');
    this.#isKept = $state((shelf?.getItem(passwordKey) ?? '') !== '');
  }

  /** Whether name and password stay on this device. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** Keeps name and password from the next use on; not to keep them forgets what was kept at once. */
  keep(isKept: boolean): void {
    this.#isKept = isKept;
    if (isKept) return;
    this.#write(nameKey, '');
    this.#write(passwordKey, '');
  }

  /** The base address. Throws StoreFailure store-address. */
  base(): string {
    const base = storeAddress(this.address, this.#parts.home);
    if (base === null) throw new StoreFailure('store-address');
    this.#write(addressKey, this.address);
    if (this.#isKept) {
      this.#write(nameKey, this.name);
      this.#write(passwordKey, this.password);
    }
    return base;
  }

  /** The way to it as whoever was typed. Throws StoreFailure store-address. */
  line(): StoreLine {
    const [base, password] = [this.base(), this.password.trim()];
    const own =
      this.name === '' ? bearerAuthorization(password) : basicAuthorization(this.name, password);
    return new StoreLine({ base, authorization: password === '' ? null : own }, this.#parts);
  }

  #write(key: string, value: string): void {
    try {
      this.#parts.shelf?.setItem(key, value);
    } catch {
      // A full or blocked storage costs the memory of an address, which is not worth a message.
    }
  }
}
