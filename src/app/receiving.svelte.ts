import type { Reply } from '../core/advice/reply.ts';
import { Failure, type FailureCode } from '../core/errors.ts';
import { codeIn } from '../share/code.ts';
import type { Shared } from '../share/content.ts';
import type { Lock } from '../share/header.ts';
import { sharedInObject } from '../share/health-link/object.ts';
import { healthLinkIn, readHealthLink } from '../share/health-link/uri.ts';
import { sealedIn } from '../share/link.ts';
import { lockOf, sealedFile, unsealed } from '../share/seal.ts';
import { troubleOf, type LinkTrouble } from './link-trouble.ts';
import { reportView, type ReportView } from './report-view.ts';
import { readObjectHere } from './store-here.ts';

/** Where it stands with something that was received. `by`: what opens it. */
export type ReceivingState =
  | { readonly at: 'waiting' | 'fetching' }
  | { readonly at: 'asking' | 'opening'; readonly by: Lock['by'] }
  | { readonly at: 'open'; readonly shared: Shared; readonly view: ReportView }
  | { readonly at: 'answered'; readonly reply: Reply };

/** After these the same text may open with something else typed; after all others it will not. */
const worthAnotherTry: readonly FailureCode[] = ['share-code', 'share-locked'];

/** Reads what a link leads to. Throws a Failure. */
export type ReadObject = (url: string, signal: AbortSignal) => Promise<string>;

/** Opens what somebody else has shared. It is held in memory while it is looked at, and stored nowhere. */
export class Receiving {
  readonly #read: ReadObject;
  #state: ReceivingState = $state.raw({ at: 'waiting' });
  #trouble: LinkTrouble | null = $state.raw(null);
  #text = '';
  #label: string = $state.raw('');
  #fetching = new AbortController();
  /** Which piece of work is the last one: what an earlier one comes to is not shown any more. */
  #work = 0;

  constructor(read: ReadObject = readObjectHere) {
    this.#read = read;
  }

  get state(): ReceivingState {
    return this.#state;
  }

  /** Why the last wish could not be met; null where it was. */
  get trouble(): LinkTrouble | null {
    return this.#trouble;
  }

  /** What the sharer calls it, where it came by a SMART Health Link; empty else. Text of strangers. */
  get label(): string {
    return this.#label;
  }

  /** Takes what was in a link, or is pasted: a whole link or only what is sealed. A SMART Health Link is followed. */
  take(text: string): void {
    this.forget();
    const link = healthLinkIn(text);
    if (link !== null) {
      void this.#follow(link);
      return;
    }
    try {
      this.#ask(sealedIn(text) ?? text);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Takes a file, whatever it is. */
  async takeFile(file: Blob): Promise<void> {
    this.forget();
    const work = this.#work;
    try {
      const text = await sealedFile(file);
      if (work === this.#work) this.#ask(text);
    } catch (error) {
      if (work === this.#work) this.#fail(error);
    }
  }

  /** Opens what was taken, with what the person typed. */
  async open(typed: string): Promise<void> {
    if (this.#state.at !== 'asking') return;
    const { by } = this.#state;
    this.#work += 1;
    const work = this.#work;
    this.#trouble = null;
    this.#state = { at: 'opening', by };
    try {
      const opened = await unsealed(
        this.#text,
        by === 'code'
          ? { kind: 'code', code: codeIn(typed) }
          : { kind: 'passphrase', passphrase: typed },
      );
      if (work !== this.#work) return;
      this.#text = '';
      this.#state =
        opened.kind === 'reply'
          ? { at: 'answered', reply: opened.reply }
          : { at: 'open', shared: opened.shared, view: reportView(opened.shared) };
    } catch (error) {
      if (work !== this.#work) return;
      if (worthAnotherTry.includes(this.#fail(error))) this.#state = { at: 'asking', by };
    }
  }

  /** Lets go of everything. */
  forget(): void {
    this.#work += 1;
    this.#text = this.#label = '';
    this.#fetching.abort();
    this.#trouble = null;
    this.#state = { at: 'waiting' };
  }

  async #follow(text: string): Promise<void> {
    const work = this.#work;
    this.#fetching = new AbortController();
    const { signal } = this.#fetching;
    try {
      const { url, key, until, label } = readHealthLink(text);
      if (until !== null && until <= Date.now()) throw new Failure('link-expired');
      this.#label = label;
      this.#state = { at: 'fetching' };
      const shared = await sharedInObject(await this.#read(url, signal), key);
      if (work === this.#work) this.#state = { at: 'open', shared, view: reportView(shared) };
    } catch (error) {
      if (work === this.#work) this.#fail(error);
    }
  }

  #ask(text: string): void {
    const by = lockOf(text);
    this.#text = text;
    this.#state = { at: 'asking', by };
  }

  #fail(error: unknown): FailureCode {
    const trouble = troubleOf(error);
    this.#state = { at: 'waiting' };
    this.#trouble = trouble;
    return trouble.code;
  }
}
