import type { Reply } from '../core/advice/reply.ts';
import { Failure, type FailureCode } from '../core/errors.ts';
import { newCode, spokenCode } from '../share/code.ts';
import type { Shared } from '../share/content.ts';
import type { Secret } from '../share/keys.ts';
import { waysOf, type Ways } from '../share/link.ts';
import { qrOf, type QrDrawing } from '../share/qr.ts';
import { sealed, sealedReply } from '../share/seal.ts';
import { calendarDay } from './calendar-day.ts';
import type { Outlet } from './outlet.ts';
import type { ReplyDraft } from './reply-draft.svelte.ts';
import type { Sharing } from './sharing.svelte.ts';

/** Chosen: NIST SP 800-63B asks for 8; who has a file can guess as long as they like. */
export const leastPassphrase = 12;

/** A code as it is shown once. */
export interface ShownCode {
  /** Nine groups of three. */
  readonly groups: readonly string[];
  readonly qr: QrDrawing | null;
}

/** What was sealed: its code where it has one, and the ways it can go. */
export interface Sealed extends Ways {
  readonly code: ShownCode | null;
}

export type SealingState =
  | { readonly at: 'idle' | 'sealing' }
  | { readonly at: 'sealed'; readonly sealed: Sealed }
  | { readonly at: 'failed'; readonly code: FailureCode };

/** What can be sealed, as it is now. */
export interface Sealable<Thing> {
  /** Null while there is nothing. */
  readonly now: Thing | null;
  /** Another one as soon as what was sealed of it does not hold any more. */
  readonly mark: unknown;
  /** Throws a Failure. */
  seal(thing: Thing, secret: Secret): Promise<string>;
}

/** What a person shares, to be sealed. */
export function sealableShare(
  sharing: Pick<Sharing, 'chosen' | 'shared' | 'whole'>,
): Sealable<Shared> {
  return {
    get now() {
      return sharing.shared;
    },
    get mark() {
      return sharing.chosen;
    },
    seal: async (shared, secret) => sealed(await sharing.whole(shared), secret),
  };
}

/** What a therapist answers, to be sealed. */
export function sealableDraft(draft: Pick<ReplyDraft, 'isEmpty' | 'reply'>): Sealable<Reply> {
  return {
    get now() {
      return draft.isEmpty ? null : draft.reply;
    },
    get mark() {
      return draft.reply;
    },
    seal: sealedReply,
  };
}

/** Seals what is shared or answered. Nothing of it is kept: a code is gone with the screen. */
export class Sealing<Thing extends { readonly madeAt: number } = { readonly madeAt: number }> {
  readonly #what: Sealable<Thing>;
  readonly #name: string;
  readonly #outlet: Outlet;
  #state: SealingState = $state.raw({ at: 'idle' });
  /** What the state is about, as `Sealable.mark`. */
  #of: unknown = $state.raw(null);
  #text = '';
  #madeAt = 0;
  #isCopied: boolean = $state.raw(false);

  /** `name`: what its file's name begins with. */
  constructor(what: Sealable<Thing>, outlet: Outlet, name = 'limber') {
    this.#what = what;
    this.#name = name;
    this.#outlet = outlet;
  }

  /** Idle as soon as something else was chosen than what was sealed. */
  get state(): SealingState {
    return this.#of === this.#what.mark ? this.#state : { at: 'idle' };
  }

  /** Whether the link is on the clipboard. */
  get isCopied(): boolean {
    return this.#isCopied;
  }

  /** With a new code of Limber's own. */
  sealWithCode(): Promise<void> {
    const code = newCode();
    const groups = spokenCode(code).split(' ');
    return this.#seal({ kind: 'code', code }, { groups, qr: qrOf(code) });
  }

  /** With words of the person's own, `leastPassphrase` letters or more. */
  sealWithPassphrase(passphrase: string): Promise<void> {
    return this.#seal({ kind: 'passphrase', passphrase }, null);
  }

  saveFile(): void {
    const file = new Blob([this.#text], { type: 'application/octet-stream' });
    this.#outlet.saveFile(file, `${this.#name}-${calendarDay(this.#madeAt)}.limber`);
  }

  async copyLink(link: string): Promise<void> {
    this.#isCopied = await this.#outlet.copy(link);
  }

  async #seal(secret: Secret, code: ShownCode | null): Promise<void> {
    const { now, mark } = this.#what;
    if (now === null) return;
    this.#of = mark;
    this.#isCopied = false;
    this.#state = { at: 'sealing' };
    try {
      const text = await this.#what.seal(now, secret);
      if (this.#of !== mark) return;
      this.#text = text;
      this.#madeAt = now.madeAt;
      this.#state = { at: 'sealed', sealed: { ...waysOf(this.#outlet.address(), text), code } };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (this.#of === mark) this.#state = { at: 'failed', code: error.code };
    }
  }
}
