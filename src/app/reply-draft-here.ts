import type { Shared } from '../share/content.ts';
import { newId } from '../store/ids.ts';
import { ReplyDraft } from './reply-draft.svelte.ts';

/** A reply to what was opened, which lasts as long as the page. */
export function replyDraftHere(shared: Shared): ReplyDraft {
  return new ReplyDraft({
    all: () => shared,
    kept: null,
    keep: () => undefined,
    newId,
    now: () => Date.now(),
  });
}
