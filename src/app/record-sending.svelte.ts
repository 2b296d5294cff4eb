import type { Tally } from '../share/fhir/record-answer.ts';
import type { RecordPatient } from '../share/fhir/record-patient.ts';
import type { Bundle } from '../share/fhir/resources.ts';
import { transactionsOf } from '../share/fhir/transaction.ts';
import type { ClinicRecord } from './clinic-record.svelte.ts';
import { RecordWish, type RecordTrouble } from './record-wish.svelte.ts';

/** Makes what is to be sent: `bundleOf` of what one person shared. */
export type BundleMaker = () => Promise<Bundle>;

/** What one person shared on its way to the clinic's record. Made anew for each, so that nobody's goes to another. */
export class RecordSending {
  readonly #record: ClinicRecord;
  readonly #make: BundleMaker;
  readonly #wish = new RecordWish();
  #isKnown: boolean = $state.raw(false);
  #patient: RecordPatient | null = $state.raw(null);
  #share: number | null = $state.raw(null);
  #sent: Tally | null = $state.raw(null);

  constructor(record: ClinicRecord, make: BundleMaker) {
    this.#record = record;
    this.#make = make;
  }

  /** Whether the person is to be one whom the record has already. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Who that is; null until they were found. */
  get patient(): RecordPatient | null {
    return this.#patient;
  }

  /** Whether it is clear whose record it goes to. */
  get isReady(): boolean {
    return !this.#isKnown || this.#patient !== null;
  }

  get work(): 'finding' | 'sending' | null {
    if (!this.#wish.isUnderWay) return null;
    return this.#share === null ? 'finding' : 'sending';
  }

  /** What is sent, 0 to 1; after a failure what is in the record; null before. */
  get share(): number | null {
    return this.#share;
  }

  /** What became of it; null until all is in the record. */
  get sent(): Tally | null {
    return this.#sent;
  }

  get trouble(): RecordTrouble | null {
    return this.#wish.trouble;
  }

  /** Says whether the record has the person already. */
  chooseKnown(isKnown: boolean): void {
    this.stop();
    this.#isKnown = isKnown;
    this.#patient = null;
    this.#share = null;
    this.#sent = null;
  }

  /** Looks for the patient whom the therapist names, to be seen before anything is sent. */
  async find(typed: string): Promise<void> {
    this.chooseKnown(true);
    await this.#wish.attempt(async (signal) => {
      const found = await this.#record.use((line) => line.findPatient(typed, signal));
      signal.throwIfAborted();
      this.#patient = found;
    });
  }

  /** Sends all of it. */
  async send(): Promise<void> {
    if (!this.isReady) return;
    const patient = this.#patient?.reference ?? null;
    this.#share = 0;
    this.#sent = null;
    await this.#wish.attempt(async (signal) => {
      const all = transactionsOf(await this.#make(), patient);
      signal.throwIfAborted();
      const tell = (share: number): void => {
        this.#share = share;
      };
      const sent = await this.#record.use((line) => line.send(all, tell, signal));
      signal.throwIfAborted();
      this.#sent = sent;
    });
  }

  /** Stops what is under way. What is in the record stays there. */
  stop(): void {
    this.#wish.stop();
  }
}
