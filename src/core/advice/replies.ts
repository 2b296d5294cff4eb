import { belongsTo } from '../session/session.ts';
import type { Step } from '../protocol/protocol.ts';
import type { Reply, RevisedTrial, Target, TypedValue } from './reply.ts';

/*
 * [Note: Replies]
 * What is kept of replies is a set of records that never change, and what counts is a function of that set, whatever
 * the order in which they came and on which device: a reply that was kept twice is there once; at most one is in force,
 * whole. That is the newest by the therapist's own clock, unless the person chose another one, or none, when that newest
 * was already known: a choice is about what one could choose from.
 */

/** A reply that the person took. Never changes. */
export interface KeptReply {
  readonly kind: 'reply';
  /** UUIDv7 of this record: a reply that was let go and taken again is another record. */
  readonly id: string;
  /** When it was taken: milliseconds since 1970, UTC. */
  readonly at: number;
  readonly reply: Reply;
}

/** Which reply the person wants to go by. Never changes; the last one counts. */
export interface ReplyChoice {
  readonly kind: 'reply-choice';
  /** UUIDv7. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** The reply's id; null for none, which is Limber's own plan. */
  readonly reply: string | null;
  /** When the newest reply that was known then was made. */
  readonly newest: number;
}

/** What is kept of replies. */
export type ReplyRecord = KeptReply | ReplyChoice;

/** The replies among records, each once, the newest first. */
export function repliesIn(records: readonly ReplyRecord[]): readonly Reply[] {
  const byId = new Map<string, KeptReply>();
  for (const record of records) {
    if (record.kind !== 'reply') continue;
    const known = byId.get(record.reply.id);
    // No device writes two contents under one id; were there any, all devices would take the same one.
    if (known === undefined || record.id < known.id) byId.set(record.reply.id, record);
  }
  return [...byId.values()].map(({ reply }) => reply).sort(newestFirst);
}

/** The reply that counts; null without any, and where the person goes by none. See [Note: Replies]. */
export function replyInForce(records: readonly ReplyRecord[]): Reply | null {
  const replies = repliesIn(records);
  const [newest] = replies;
  if (newest === undefined) return null;
  const choice = lastChoice(records);
  if (choice === null || choice.newest < newest.madeAt) return newest;
  if (choice.reply === null) return null;
  return replies.find(({ id }) => id === choice.reply) ?? newest;
}

/** The target of a reply for one side of a test; null without one. */
export function targetFor(reply: Reply | null, step: Step): Target | null {
  return reply?.targets.find((one) => belongsTo(one, step)) ?? null;
}

/** What therapists measured by goniometer of one result; of several the newest reply's. Null without any. */
export function typedFor(
  replies: readonly Reply[],
  sessionId: string,
  step: Step,
): TypedValue | null {
  return (
    replies
      .toSorted(newestFirst)
      .flatMap(({ values }) => values)
      .find((one) => one.sessionId === sessionId && belongsTo(one, step)) ?? null
  );
}

/** The trials of one result in which therapists put joints elsewhere, in their order; of one trial the newest reply's. */
export function revisedFor(
  replies: readonly Reply[],
  sessionId: string,
  step: Step,
): readonly RevisedTrial[] {
  const byTrial = new Map<number, RevisedTrial>();
  for (const one of replies.toSorted(newestFirst).flatMap(({ revised }) => revised)) {
    if (one.sessionId !== sessionId || !belongsTo(one, step) || byTrial.has(one.trial)) continue;
    byTrial.set(one.trial, one);
  }
  return [...byTrial.values()].sort((a, b) => a.trial - b.trial);
}

/** The one made last; of the same moment the one with the greater id, so that all devices agree. */
function lastChoice(records: readonly ReplyRecord[]): ReplyChoice | null {
  return records
    .filter((one) => one.kind === 'reply-choice')
    .reduce<ReplyChoice | null>(
      (last, one) =>
        last === null || one.at > last.at || (one.at === last.at && one.id > last.id) ? one : last,
      null,
    );
}

function newestFirst(a: Reply, b: Reply): number {
  return b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1);
}
