import type { Reply } from '../core/advice/reply.ts';
import type { Person } from '../core/session/person.ts';
import { m } from '../messages/generated/messages.js';
import { dayText } from './intl.ts';
import { whoText } from './reply-words.ts';

/** Whom a reply is for: whoever's turn it is, another person of this device, or nobody here. */
export type ReplyFor =
  | { readonly kind: 'current' }
  | { readonly kind: 'other'; readonly person: Person }
  | { readonly kind: 'nobody' };

/** Whom a reply is for. */
export function replyFor(
  { person }: Reply,
  { current, all }: { readonly current: Person; readonly all: readonly Person[] },
): ReplyFor {
  if (person === current.id) return { kind: 'current' };
  const other = all.find(({ id }) => id === person);
  return other === undefined ? { kind: 'nobody' } : { kind: 'other', person: other };
}

/** Why a reply is not for whoever's turn it is, as a sentence; null where it is. */
export function otherText(whom: ReplyFor): string | null {
  switch (whom.kind) {
    case 'current':
      return null;
    case 'nobody':
      return m.reply_for_nobody();
    case 'other': {
      const { name } = whom.person;
      return name === '' ? m.reply_for_other_unnamed() : m.reply_for_other({ name });
    }
  }
}

/** What taking a reply over would change, a sentence each, where it is not older than all others. */
export function changesOf(reply: Reply, before: Reply | null): readonly string[] {
  const changes: string[] = [];
  const had = before !== null && before.exercises.length > 0 ? before : null;
  if (reply.exercises.length > 0) {
    changes.push(
      had === null
        ? m.reply_change_programme()
        : m.reply_change_programme_of({ who: whoText(had) }),
    );
  } else if (had !== null) changes.push(m.reply_change_plan_back({ who: whoText(had) }));
  if (reply.exercises.length === 0 && reply.avoided.length > 0)
    changes.push(m.reply_change_avoided());
  if (reply.targets.length > 0) changes.push(m.reply_change_targets());
  else if (before !== null && before.targets.length > 0)
    changes.push(m.reply_change_targets_gone({ who: whoText(before) }));
  if (reply.note !== '') changes.push(m.reply_change_note());
  return [...changes, ...valueChange(reply)];
}

/** What is told of a reply that is older than the newest one that is here; null of any other. */
export function olderText(reply: Reply, newest: Reply | null, now: number): string | null {
  if (newest === null || newest.madeAt <= reply.madeAt) return null;
  return m.reply_older({ who: whoText(newest), day: dayText(newest.madeAt, now) });
}

/** What also an older reply changes. */
export function valueChange({ values, revised }: Reply): readonly string[] {
  return values.length + revised.length > 0 ? [m.reply_change_values()] : [];
}
