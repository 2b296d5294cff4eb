import * as v from 'valibot';
import { isPassing, Missed, tried, type LineParts } from '../tries.ts';
import {
  answerIn,
  failureOf,
  nothingSent,
  tallyOf,
  type RecordAnswer,
  type Tally,
} from './record-answer.ts';
import { RecordFailure } from './record-failure.ts';
import {
  identifierSearch,
  patientId,
  patientIn,
  patientsIn,
  type RecordPatient,
} from './record-patient.ts';
import type { Transaction } from './transaction.ts';

const capabilities = v.object({
  resourceType: v.literal('CapabilityStatement'),
  fhirVersion: v.pipe(v.string(), v.regex(/^4\./)),
});

/**
 * The way to one record system: FHIR R4 over HTTP. Every method throws RecordFailure record-*, and AbortError when
 * its signal says to stop.
 */
export class RecordLine {
  readonly #base: string;
  readonly #token: string | null;
  readonly #parts: LineParts;

  /** `base`: as `recordAddress` gives it. `token`: kept in memory alone; null for a record that wants none. */
  constructor(base: string, token: string | null, parts: LineParts) {
    this.#base = base;
    this.#token = token;
    this.#parts = parts;
  }

  /** Makes sure that a record of FHIR R4 is there, as far as it says so to strangers. */
  async greet(signal: AbortSignal): Promise<void> {
    const { status, content } = await this.#once('metadata', {}, signal);
    if (status === 401 || status === 403) return;
    const failure = failureOf(status, content);
    if (failure !== null) throw failure;
    if (!v.is(capabilities, content)) throw new RecordFailure('record-foreign');
  }

  /** What the record says of its way to sign in (SMART App Launch 2, discovery); undefined where it has none. */
  async signInOffer(signal: AbortSignal): Promise<unknown> {
    const { status, content } = await this.#once('.well-known/smart-configuration', {}, signal);
    return status === 200 ? content : undefined;
  }

  /** The one whom a therapist names by "number", "system|number" or "Patient/id". */
  async findPatient(typed: string, signal: AbortSignal): Promise<RecordPatient> {
    const name = typed.trim();
    const found = name.startsWith('Patient/') ? [] : await this.#search(name, signal);
    const [only, ...others] = found;
    if (others.length > 0) throw new RecordFailure('record-patient-many');
    const patient = only ?? (await this.#read(patientId(name), signal));
    if (patient === null) throw new RecordFailure('record-patient');
    return patient;
  }

  /**
   * Sends transactions one after the other, each until its answer has come. `tell` is given what is done, 0 to 1.
   * What was sent before a failure stays in the record; sending all of it again doubles nothing.
   */
  async send(
    all: readonly Transaction[],
    tell: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Tally> {
    let tally = nothingSent;
    for (const [index, transaction] of all.entries()) {
      const body = JSON.stringify(transaction);
      const { content } = await this.#persistently('', { method: 'POST', body }, signal);
      tally = tallyOf(tally, transaction, content);
      tell((index + 1) / all.length);
    }
    return tally;
  }

  async #search(name: string, signal: AbortSignal): Promise<readonly RecordPatient[]> {
    const { status, content } = await this.#once(identifierSearch(name), {}, signal);
    const failure = failureOf(status, content);
    if (failure !== null) throw failure;
    const found = patientsIn(content);
    if (found === null) throw new RecordFailure('record-foreign');
    return found;
  }

  async #read(id: string | null, signal: AbortSignal): Promise<RecordPatient | null> {
    if (id === null) return null;
    const { status, content } = await this.#once(`Patient/${id}`, {}, signal);
    if (status === 404 || status === 410) return null;
    const failure = failureOf(status, content);
    if (failure !== null) throw failure;
    return patientIn(content);
  }

  #persistently(path: string, init: RequestInit, signal: AbortSignal): Promise<RecordAnswer> {
    return tried(() => this.#attempt(path, init, signal), this.#parts.wait, signal);
  }

  async #attempt(
    path: string,
    init: RequestInit,
    signal: AbortSignal,
  ): Promise<RecordAnswer | Missed> {
    try {
      const answer = await this.#once(path, init, signal);
      const failure = failureOf(answer.status, answer.content);
      return failure === null
        ? answer
        : new Missed(failure, isPassing(answer.status), answer.again);
    } catch (failure) {
      if (!(failure instanceof RecordFailure)) throw failure;
      return new Missed(failure, failure.code === 'record-unreachable');
    }
  }

  async #once(path: string, init: RequestInit, signal: AbortSignal): Promise<RecordAnswer> {
    const { fetch, now, timeout } = this.#parts;
    const headers: Record<string, string> = { accept: 'application/fhir+json' };
    if (init.body !== undefined) {
      headers['content-type'] = 'application/fhir+json';
      headers.prefer = 'return=minimal';
    }
    if (this.#token !== null) headers.authorization = `Bearer ${this.#token}`;
    try {
      const response = await fetch(path === '' ? this.#base : `${this.#base}/${path}`, {
        ...init,
        headers,
        cache: 'no-store',
        // Wherever else it leads, nobody has named that place.
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      });
      return await answerIn(response, now());
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof RecordFailure) throw cause;
      throw new RecordFailure('record-unreachable', null, { cause });
    }
  }
}
