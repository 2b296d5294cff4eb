import type { FailureCode } from '../core/errors.ts';
import { healthLinksIn } from '../share/health-link/uri.ts';
import { Receiving, type ReadObject, type ReceivingState } from './receiving.svelte.ts';
import { readObjectHere } from './store-here.ts';

/** One thing of several that were taken together. */
export interface Received {
  /** Told apart from the others by this. */
  readonly id: number;
  /** The file's name; null for what came as a link, as text or as a QR code. */
  readonly name: string | null;
  readonly receiving: Receiving;
}

/** Something that was opened. */
export type Opened = Extract<ReceivingState, { readonly at: 'open' }>;

/** After these the same thing may open with something else typed. */
const worthAnotherTry: readonly (FailureCode | null)[] = ['share-code', 'share-locked'];

/** What somebody was given by others, one or several at once. Held in memory while it is looked at. */
export class Inbox {
  #all: readonly Received[] = $state.raw([]);
  #failure: FailureCode | null = $state.raw(null);
  #next = 0;
  readonly #read: ReadObject;

  /** `read`: how what a link leads to is read. */
  constructor(read: ReadObject = readObjectHere) {
    this.#read = read;
  }

  /** In the order in which they were taken. */
  get all(): readonly Received[] {
    return this.#all;
  }

  /** The one thing that was taken; null for none, and for several. */
  get only(): Received | null {
    return this.#all.length === 1 ? (this.#all[0] ?? null) : null;
  }

  /** Those that wait for what opens them. */
  get locked(): readonly Received[] {
    return this.#all.filter(({ receiving: { state } }) => state.at === 'asking');
  }

  get opened(): readonly (Received & { readonly state: Opened })[] {
    return this.#all.flatMap((one) => {
      const { state } = one.receiving;
      return state.at === 'open' ? [{ ...one, state }] : [];
    });
  }

  get isOpening(): boolean {
    return this.#all.some(({ receiving: { state } }) => state.at === 'opening');
  }

  /** Why what was typed opened none of several; null where it opened one. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** Takes what was in a link, was pasted or scanned, in the place of everything before; of several links, all. */
  take(text: string): void {
    this.forget();
    const links = healthLinksIn(text);
    this.#all = (links.length > 1 ? links : [text]).map((one) => {
      const added = this.#added(null);
      added.receiving.take(one);
      return added;
    });
  }

  /** Takes files in the place of everything before. */
  async takeFiles(files: readonly File[]): Promise<void> {
    this.forget();
    await this.addFiles(files);
  }

  /** Takes files beside what is here. */
  async addFiles(files: readonly File[]): Promise<void> {
    const more = files.map((file) => ({ file, one: this.#added(file.name) }));
    this.#all = [...this.#all, ...more.map(({ one }) => one)];
    await Promise.all(more.map(({ file, one }) => one.receiving.takeFile(file)));
  }

  /**
   * Opens what is locked with what the person typed: it is tried on each of the kind that was asked for, as several
   * files may have one code. Those that it does not open stay locked.
   */
  async open(typed: string): Promise<void> {
    const [first] = this.locked;
    if (first?.receiving.state.at !== 'asking') return;
    const { by } = first.receiving.state;
    this.#failure = null;
    const tried = this.locked.filter(
      ({ receiving: { state } }) => state.at === 'asking' && state.by === by,
    );
    await Promise.all(tried.map(({ receiving }) => receiving.open(typed)));
    const isStuck = tried.every(
      ({ receiving: { state, trouble } }) =>
        state.at === 'asking' && worthAnotherTry.includes(trouble?.code ?? null),
    );
    if (isStuck) this.#failure = first.receiving.trouble?.code ?? null;
  }

  /** Lets go of one thing. */
  drop(id: number): void {
    const [dropped] = this.#all.filter((one) => one.id === id);
    dropped?.receiving.forget();
    this.#failure = null;
    this.#all = this.#all.filter((one) => one.id !== id);
  }

  /** Lets go of everything. */
  forget(): void {
    for (const { receiving } of this.#all) receiving.forget();
    this.#all = [];
    this.#failure = null;
  }

  #added(name: string | null): Received {
    this.#next += 1;
    return { id: this.#next, name, receiving: new Receiving(this.#read) };
  }
}
