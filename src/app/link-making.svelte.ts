import { textOf } from '../share/base64.ts';
import type { FailureCode } from '../core/errors.ts';
import { dayMs } from '../core/session/time.ts';
import type { Shared } from '../share/content.ts';
import { objectOf } from '../share/health-link/object.ts';
import { newObjectUrl } from '../share/health-link/store-address.ts';
import type { ClinicStore } from './clinic-store.svelte.ts';
import { troubleOf, type LinkTrouble } from './link-trouble.ts';
import type { OwnLinks } from './own-links.svelte.ts';
import type { Paper } from './papers.ts';
import { bundleWithReport } from './report-bundle.ts';
import type { Sharing } from './sharing.svelte.ts';

/** For how many days a link may open; the clinic kit deletes what is older than the longest. */
export const linkDays = [1, 7, 30] as const;
export type LinkDays = (typeof linkDays)[number];

/** After these nobody knows whether it was stored. */
const undecided: readonly FailureCode[] = ['store-unreachable', 'store-failing', 'store-busy'];

export type LinkMakingState =
  | { readonly at: 'idle' | 'making' }
  /** `id`: of the link among the person's own. */
  | { readonly at: 'made'; readonly id: string }
  | { readonly at: 'failed'; readonly trouble: LinkTrouble };

/** What making a link needs of the rest of the app. */
export interface LinkMakingParts {
  readonly sharing: Pick<Sharing, 'chosen' | 'shared' | 'whole'>;
  readonly links: OwnLinks;
  readonly store: ClinicStore;
  readonly paper: () => Paper;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Encrypts what is shared, puts it on a store, and makes the link to it. */
export class LinkMaking {
  readonly #parts: LinkMakingParts;
  readonly #ending = new AbortController();
  #state: LinkMakingState = $state.raw({ at: 'idle' });
  /** What the state is about, as `Sharing.chosen`. */
  #of: string | null = $state.raw(null);

  constructor(parts: LinkMakingParts) {
    this.#parts = parts;
  }

  /** Idle as soon as something else was chosen than what was shared. */
  get state(): LinkMakingState {
    const isOther = this.#of !== this.#parts.sharing.chosen && this.#state.at !== 'making';
    return isOther ? { at: 'idle' } : this.#state;
  }

  /** Makes a link that opens for so many days. */
  async make(days: LinkDays, label: string): Promise<void> {
    const { sharing, now } = this.#parts;
    const { shared } = sharing;
    if (shared === null || this.#state.at === 'making') return;
    this.#of = sharing.chosen;
    this.#state = { at: 'making' };
    try {
      const id = await this.#store(shared, now() + days * dayMs, label.trim());
      this.#state = { at: 'made', id };
    } catch (error) {
      this.#state = { at: 'idle' };
      if (this.#ending.signal.aborted) return;
      this.#state = { at: 'failed', trouble: troubleOf(error) };
    }
  }

  /** Asks nobody any more: the screen is left. */
  stop(): void {
    this.#ending.abort();
  }

  async #store(shared: Shared, until: number, label: string): Promise<string> {
    const { sharing, links, store, paper } = this.#parts;
    const line = store.line();
    const url = newObjectUrl(store.base());
    const key = crypto.getRandomValues(new Uint8Array(32));
    const whole = await sharing.whole(shared);
    const { bundle } = await bundleWithReport(whole, paper());
    const text = await objectOf(bundle, whole, key);
    const id = await links.made({ url, key: textOf(key), label, until });
    try {
      await line.put(url, text, this.#ending.signal);
    } catch (error) {
      // What was refused for sure was never a link.
      const isKnown = !this.#ending.signal.aborted && !undecided.includes(troubleOf(error).code);
      if (isKnown) await links.forget(id);
      throw error;
    }
    await links.learn(id, 'stored');
    return id;
  }
}
