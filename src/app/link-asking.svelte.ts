import type { MadeLink } from '../core/session/own-link.ts';
import type { ClinicStore } from './clinic-store.svelte.ts';
import { troubleOf, type LinkTrouble } from './link-trouble.ts';
import type { OwnLinks } from './own-links.svelte.ts';

/** What came of the last wish about one link. */
export interface Asked {
  /** Of the link. */
  readonly id: string;
  readonly work: 'checking' | 'revoking' | null;
  readonly trouble: LinkTrouble | null;
}

/** Asks the store about own links, and takes them back. One at a time. */
export class LinkAsking {
  readonly #links: OwnLinks;
  readonly #store: ClinicStore;
  readonly #ending = new AbortController();
  #asked: Asked | null = $state.raw(null);

  constructor(links: OwnLinks, store: ClinicStore) {
    this.#links = links;
    this.#store = store;
  }

  /** Null before anything was asked. */
  get asked(): Asked | null {
    return this.#asked;
  }

  get isBusy(): boolean {
    return this.#asked !== null && this.#asked.work !== null;
  }

  /** Learns whether the store has what a link leads to. */
  check({ id, url }: MadeLink): Promise<void> {
    return this.#do(id, 'checking', async (signal) => {
      const isThere = await this.#store.line().has(url, signal);
      await this.#links.learn(id, isThere ? 'stored' : 'missing');
    });
  }

  /** Deletes what a link leads to. */
  revoke({ id, url }: MadeLink): Promise<void> {
    return this.#do(id, 'revoking', async (signal) => {
      await this.#store.line().remove(url, signal);
      await this.#links.learn(id, 'revoked');
    });
  }

  /** Takes a link off the list. */
  forget({ id }: MadeLink): Promise<void> {
    return this.#do(id, null, () => this.#links.forget(id));
  }

  /** Asks nobody any more: the screen is left. */
  stop(): void {
    this.#ending.abort();
  }

  async #do(
    id: string,
    work: Asked['work'],
    wish: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (this.isBusy) return;
    this.#asked = { id, work, trouble: null };
    try {
      await wish(this.#ending.signal);
      this.#asked = { id, work: null, trouble: null };
    } catch (error) {
      this.#asked = { id, work: null, trouble: null };
      if (this.#ending.signal.aborted) return;
      this.#asked = { id, work: null, trouble: troubleOf(error) };
    }
  }
}
