import {
  repliesIn,
  replyInForce,
  type KeptReply,
  type ReplyRecord,
} from '../core/advice/replies.ts';
import type { Reply } from '../core/advice/reply.ts';
import { Failure, type FailureCode } from '../core/errors.ts';
import type { FollowedRecords } from './followed-records.svelte.ts';
import type { UseShelf } from './opened-shelf.ts';

/** What replies need of where they are kept. */
export interface RepliesParts {
  readonly records: FollowedRecords<ReplyRecord>;
  /** Takes records of these ids away for good. Throws a Failure. */
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Takes records of replies away from the current person's store. */
export function removerOf(use: UseShelf): RepliesParts['remove'] {
  return (ids) =>
    use(async ({ replies }) => {
      for (const id of ids) await replies.remove(id);
    });
}

/** What therapists answered the current person, alike in every tab. See [Note: Replies] in core. */
export class Replies {
  readonly #parts: RepliesParts;
  #removed: Reply | null = $state.raw(null);
  #failure: FailureCode | null = $state.raw(null);

  constructor(parts: RepliesParts) {
    this.#parts = parts;
  }

  readonly #all: readonly Reply[] = $derived.by(() => repliesIn(this.#parts.records.all));
  readonly #inForce: Reply | null = $derived.by(() => replyInForce(this.#parts.records.all));

  /** Each once, the newest first. */
  get all(): readonly Reply[] {
    return this.#all;
  }

  /** The one that counts; null for none. */
  get inForce(): Reply | null {
    return this.#inForce;
  }

  /** The one that was let go last; null where there is nothing to bring back. */
  get removed(): Reply | null {
    return this.#removed;
  }

  /** Whether the store has been read. */
  get isRead(): boolean {
    return this.#parts.records.isRead;
  }

  /** Why something could not be read or kept; null while all is well. */
  get failure(): FailureCode | null {
    return this.#failure ?? this.#parts.records.failure;
  }

  /** Whether a reply is among them. */
  has(id: string): boolean {
    return this.#all.some((one) => one.id === id);
  }

  /** Takes a reply, once: one that is here already changes nothing. */
  async merge(reply: Reply): Promise<void> {
    if (this.has(reply.id)) return;
    this.#removed = null;
    await this.#parts.records.add({ kind: 'reply', ...this.#made(), reply });
  }

  /** Lets a reply go with all that came with it; where that fails, `failure` says why. */
  async remove(id: string): Promise<void> {
    const own = this.#parts.records.all.filter(
      (one): one is KeptReply => one.kind === 'reply' && one.reply.id === id,
    );
    this.#failure = null;
    try {
      await this.#parts.remove(own.map((one) => one.id));
      this.#removed = own[0]?.reply ?? null;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#failure = error.code;
    }
  }

  /** Brings back what was let go last. */
  async undo(): Promise<void> {
    if (this.#removed !== null) await this.merge(this.#removed);
  }

  /** Goes by a reply of those that are here; by null by none, until a newer one comes. */
  async choose(reply: string | null): Promise<void> {
    const newest = this.#all[0]?.madeAt ?? 0;
    await this.#parts.records.add({ kind: 'reply-choice', ...this.#made(), reply, newest });
  }

  /** Reads the store and follows it; gives the function that stops it. */
  follow(): () => void {
    return this.#parts.records.follow();
  }

  /** Somebody else is the current person. */
  turn(): void {
    this.#removed = null;
    this.#failure = null;
    this.#parts.records.turn();
  }

  /** Later than all that is kept, also after a clock was set back. */
  #made(): { readonly id: string; readonly at: number } {
    const { records, newId, now } = this.#parts;
    const latest = Math.max(0, ...records.all.map(({ at }) => at));
    return { id: newId(), at: Math.max(now(), latest + 1) };
  }
}
