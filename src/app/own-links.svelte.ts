import {
  ownLinks,
  type LinkFate,
  type LinkRecord,
  type MadeLink,
  type OwnLink,
} from '../core/session/own-link.ts';
import type { FollowedRecords } from './followed-records.svelte.ts';
import type { UseShelf } from './opened-shelf.ts';

/** What the list of own links needs of the rest of the app. */
export interface OwnLinksParts {
  readonly records: FollowedRecords<LinkRecord>;
  readonly use: UseShelf;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The links that the current person has made, alike in every tab. */
export class OwnLinks {
  readonly #parts: OwnLinksParts;

  constructor(parts: OwnLinksParts) {
    this.#parts = parts;
  }

  readonly #all: readonly OwnLink[] = $derived.by(() =>
    ownLinks(this.#parts.records.all, this.#parts.now()),
  );

  /** The newest first, as they stood when something was learned last. */
  get all(): readonly OwnLink[] {
    return this.#all;
  }

  /** Reads the store and follows it; gives the function that stops it. */
  follow(): () => void {
    return this.#parts.records.follow();
  }

  /** Somebody else is the current person. */
  turn(): void {
    this.#parts.records.turn();
  }

  /** Notes a link before it is stored elsewhere: whatever happens then, it can be taken back. Gives its id. */
  async made(link: Omit<MadeLink, 'kind' | 'id' | 'at'>): Promise<string> {
    const { records, newId, now } = this.#parts;
    const id = newId();
    await records.add({ kind: 'link', id, at: now(), ...link });
    return id;
  }

  /** Notes what was learned of a link; what is known already is not noted again. */
  async learn(linkId: string, fate: LinkFate['fate']): Promise<void> {
    const { records, newId, now } = this.#parts;
    const told = records.all.filter((one) => one.kind === 'link-fate' && one.linkId === linkId);
    const at = Math.max(now(), ...told.map((one) => one.at + 1));
    await records.add({ kind: 'link-fate', id: newId(), at, linkId, fate });
  }

  /** Takes a link off the list; what is stored elsewhere stays there. Throws a Failure. */
  async forget(linkId: string): Promise<void> {
    await this.#parts.use((shelf) => shelf.links.remove(linkId));
  }
}
