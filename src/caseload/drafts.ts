import * as v from 'valibot';
import type { Reply } from '../core/advice/reply.ts';
import { replyEntries } from '../store/reply-values.ts';
import { id } from '../store/values.ts';

/** What a therapist has written of a reply so far; what a goniometer said is kept beside the results. */
export type DraftContent = Pick<
  Reply,
  'therapist' | 'note' | 'targets' | 'exercises' | 'avoided' | 'revised'
>;

const { therapist, note, targets, exercises, avoided, revised } = replyEntries;

const draft = v.strictObject({
  /** Whom it is for. */
  id,
  content: v.strictObject({ therapist, note, targets, exercises, avoided, revised }),
});

/** The row of a draft: one for each person. */
export function draftRow(person: string, content: DraftContent): object & { readonly id: string } {
  // A plain copy: what is stored must be fit to be cloned.
  return v.parse(draft, { id: person, content });
}

/** What a row says; null where it is not as this code writes it. Never throws. */
export function draftIn(row: unknown): DraftContent | null {
  const parsed = v.safeParse(draft, row, { abortEarly: true });
  return parsed.success ? parsed.output.content : null;
}
