import { recordAddress } from '../share/fhir/record-address.ts';
import { RecordFailure } from '../share/fhir/record-failure.ts';
import { RecordLine } from '../share/fhir/record-line.ts';
import type { SignIn } from '../share/fhir/smart.ts';
import type { LineParts } from '../share/tries.ts';
import { RecordWish, type RecordTrouble } from './record-wish.svelte.ts';
import type { SettingsShelf } from './settings.svelte.ts';
import { awaitReturn, type SignInChannel } from './sign-in-return.ts';

/** What the way to a clinic's record needs of the outside world. */
export interface ClinicRecordParts extends LineParts {
  readonly shelf: SettingsShelf | null;
  /** The address of this app, without query and fragment: there a sign-in comes back to. */
  readonly home: string;
  readonly openChannel: () => SignInChannel;
}

const addressKey = 'limber-record-address';
const clientKey = 'limber-record-client';

/** The clinic kit leads it to the record of the clinic, on the same origin. */
const usualAddress = '/fhir';

/** A record system that was reached. */
interface Reached {
  readonly base: string;
  /** What it says of its way to sign in; undefined where it has none. */
  readonly offer: unknown;
}

/**
 * The way to the clinic's record system: its address, which the device remembers, and the sign-in, which is kept in
 * memory alone and ends with the page.
 */
export class ClinicRecord {
  readonly #parts: ClinicRecordParts;
  readonly #wish = new RecordWish();
  #reached: Reached | null = $state.raw(null);
  #signIn: SignIn | null = $state.raw(null);
  #token: string | null = $state.raw(null);
  #isReturning: boolean = $state.raw(false);
  #stopWaiting: () => void = () => undefined;
  /** How often a way to sign in was prepared: only the last one counts. */
  #offers = 0;
  /** As it was typed last. */
  address: string;
  /** What the clinic calls this app. */
  clientId: string;

  constructor(parts: ClinicRecordParts) {
    this.#parts = parts;
    this.address = $state(
      parts.shelf?.getItem(addressKey) ?? recordAddress(usualAddress, parts.home) ?? '',
    );
    this.clientId = $state(parts.shelf?.getItem(clientKey) ?? 'limber');
  }

  /** Where a sign-in comes back to: what has to be registered at the clinic. */
  get home(): string {
    return this.#parts.home;
  }

  /** The base address of the record that was reached; null before. */
  get base(): string | null {
    return this.#reached?.base ?? null;
  }

  /** Where the therapist signs in, in a tab of its own; null where the record has no way that is known, and after. */
  get signInLink(): string | null {
    return this.#token === null ? (this.#signIn?.link ?? null) : null;
  }

  get isSignedIn(): boolean {
    return this.#token !== null;
  }

  /** Whether a record may be asked for anything: one that asks for no sign-in will say by itself if it wants one. */
  get isOpen(): boolean {
    return this.#reached !== null && (this.#token !== null || this.#signIn === null);
  }

  /** What is being done: reaching the record, or getting its leave. */
  get work(): 'connecting' | 'signing-in' | null {
    if (!this.#wish.isUnderWay) return null;
    return this.#isReturning ? 'signing-in' : 'connecting';
  }

  get trouble(): RecordTrouble | null {
    return this.#wish.trouble;
  }

  /** Reaches the record at the address. */
  async connect(): Promise<void> {
    this.leave();
    await this.#wish.attempt(async (signal) => {
      const base = recordAddress(this.address, this.#parts.home);
      if (base === null) throw new RecordFailure('record-address');
      const line = new RecordLine(base, null, this.#parts);
      await line.greet(signal);
      const offer = await line.signInOffer(signal);
      await this.#offerSignIn(base, offer);
      signal.throwIfAborted();
      this.#reached = { base, offer };
      this.#keep(addressKey, this.address);
    });
  }

  /** Uses another name of this app; the link to sign in becomes another. */
  async useClient(name: string): Promise<void> {
    this.clientId = name.trim();
    this.#keep(clientKey, this.clientId);
    if (this.#reached !== null) await this.#offerSignIn(this.#reached.base, this.#reached.offer);
  }

  /** Uses a token that the clinic has given out; false for what can be none. */
  useToken(typed: string): boolean {
    const token = typed.trim();
    if (!/^[\x21-\x7e]+$/.test(token)) return false;
    this.#token = token;
    return true;
  }

  /** Forgets who is signed in; the record stays reached. */
  async signOut(): Promise<void> {
    this.#token = null;
    if (this.#reached !== null) await this.#offerSignIn(this.#reached.base, this.#reached.offer);
  }

  /** Lets go of the record and of who is signed in. */
  leave(): void {
    this.#wish.stop();
    this.#stopWaiting();
    this.#offers += 1;
    this.#reached = null;
    this.#signIn = null;
    this.#token = null;
  }

  /**
   * The record as this sign-in may use it; null before it was reached. A sign-in that is over is forgotten.
   * Throws RecordFailure record-* as `work` does.
   */
  async use<Found>(work: (line: RecordLine) => Promise<Found>): Promise<Found> {
    if (this.#reached === null) throw new RecordFailure('record-address');
    try {
      return await work(new RecordLine(this.#reached.base, this.#token, this.#parts));
    } catch (error) {
      if (error instanceof RecordFailure && error.code === 'record-denied') await this.signOut();
      throw error;
    }
  }

  async #offerSignIn(base: string, offer: unknown): Promise<void> {
    this.#stopWaiting();
    this.#signIn = null;
    this.#offers += 1;
    const own = this.#offers;
    // Loaded where it is needed: a record behind the clinic's own sign-in, or with a token, needs none of it.
    if (offer === undefined) return;
    const { signInAt, smartIn } = await import('../share/fhir/smart.ts');
    const endpoints = smartIn(offer);
    if (endpoints === null) return;
    const { home, fetch, openChannel } = this.#parts;
    const signIn = await signInAt(endpoints, { base, clientId: this.clientId, home, fetch });
    if (own !== this.#offers) return;
    this.#signIn = signIn;
    this.#stopWaiting = awaitReturn(signIn.state, openChannel(), (query) => {
      void this.#finish(signIn, query);
    });
  }

  /** What came back is good for one time, whatever it comes to. */
  async #finish(signIn: SignIn, query: string): Promise<void> {
    this.#isReturning = true;
    await this.#wish.attempt(async (signal) => {
      const token = await signIn.tokenFor(query);
      signal.throwIfAborted();
      this.#token = token;
      this.#stopWaiting();
    });
    this.#isReturning = false;
    if (this.#token === null && this.#signIn === signIn) await this.signOut();
  }

  #keep(key: string, value: string): void {
    try {
      this.#parts.shelf?.setItem(key, value);
    } catch {
      // A full or blocked storage costs the memory of an address, which is not worth a message.
    }
  }
}
