import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  replyInForce,
  repliesIn,
  revisedFor,
  targetFor,
  typedFor,
  type ReplyRecord,
} from '../../src/core/advice/replies.ts';
import type { Reply, RevisedTrial } from '../../src/core/advice/reply.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { anyReplyRecords, replyOf } from '../helpers/replies.ts';
import { idOf } from '../helpers/shares.ts';

function kept(reply: Reply, number = 1): ReplyRecord {
  return { kind: 'reply', id: idOf('c', number), at: number, reply };
}

function choice(reply: string | null, newest: number, number = 1): ReplyRecord {
  return { kind: 'reply-choice', id: idOf('d', number), at: number, reply, newest };
}

const old = replyOf({ id: idOf('e', 1), madeAt: 1, therapist: 'Mary' });
const young = replyOf({ id: idOf('e', 2), madeAt: 2, therapist: 'Florence' });

describe('what counts of replies', () => {
  it('is the same in whatever order they came, and however often', () => {
    fc.assert(
      fc.property(anyReplyRecords, fc.infiniteStream(fc.nat()), (records, draws) => {
        const shuffled = records
          .map((record) => ({ record, by: Number(draws.next().value) }))
          .sort((a, b) => a.by - b.by)
          .map(({ record }) => record);
        for (const same of [shuffled, [...records, ...records]]) {
          expect(repliesIn(same)).toEqual(repliesIn(records));
          expect(replyInForce(same)).toEqual(replyInForce(records));
        }
      }),
    );
  });

  it('is one of those that are kept, or none, and each is there once', () => {
    fc.assert(
      fc.property(anyReplyRecords, (records) => {
        const replies = repliesIn(records);
        expect(new Set(replies.map(({ id }) => id)).size).toBe(replies.length);
        const inForce = replyInForce(records);
        if (inForce !== null) expect(replies).toContainEqual(inForce);
        if (!records.some(({ kind }) => kind === 'reply-choice'))
          expect(inForce).toEqual(replies[0] ?? null);
      }),
    );
  });

  it('is not changed by taking one again', () => {
    const once = [kept(old, 1), kept(young, 2)];
    const twice = [...once, kept(old, 3), kept(young, 4)];
    expect(replyInForce(twice)).toEqual(replyInForce(once));
    expect(repliesIn(twice)).toEqual([young, old]);
  });

  it('stays with the newer one when an older one comes later', () => {
    expect(replyInForce([kept(young, 1), kept(old, 2)])).toBe(young);
  });

  it('is what the person chose, until a newer reply comes', () => {
    const both = [kept(old, 1), kept(young, 2)];
    expect(replyInForce([...both, choice(old.id, 2)])).toBe(old);
    expect(replyInForce([...both, choice(old.id, 2), choice(null, 2, 2)])).toBeNull();
    const newest = replyOf({ id: idOf('e', 3), madeAt: 3 });
    expect(replyInForce([...both, choice(null, 2), kept(newest, 3)])).toBe(newest);
  });

  it('is the newest where the chosen one was let go', () => {
    expect(replyInForce([kept(old, 1), choice(young.id, 2)])).toBe(old);
    expect(replyInForce([choice(null, 2)])).toBeNull();
  });
});

describe('beside a result stands', () => {
  const step = { test: 'slr', side: 'left' } as const;
  const other = { test: 'slr', side: 'right' } as const;
  const visit = idOf('b', 1);

  it('its target', () => {
    expect(targetFor(old, step)?.value).toBe(80);
    expect(targetFor(old, other)).toBeNull();
    expect(targetFor(null, step)).toBeNull();
  });

  it('what the newest reply typed of it', () => {
    const first = { ...old, values: [{ sessionId: visit, ...step, value: degrees(70) }] };
    const later = { ...young, values: [{ sessionId: visit, ...step, value: degrees(72) }] };
    expect(typedFor([first, later], visit, step)?.value).toBe(72);
    expect(typedFor([first, young], visit, step)?.value).toBe(70);
    expect(typedFor([first, later], visit, other)).toBeNull();
    expect(typedFor([first, later], idOf('b', 2), step)).toBeNull();
  });

  it('each repetition whose joints a therapist moved, of one the newest', () => {
    const revised = (trial: number, value: number): RevisedTrial => ({
      sessionId: visit,
      ...step,
      trial,
      joints: {},
      estimate: { value: degrees(value), halfWidth95: degrees(3) },
      automatic: { value: degrees(70), halfWidth95: degrees(3) },
    });
    const first = { ...old, revised: [revised(2, 71), revised(0, 72)] };
    const later = { ...young, revised: [revised(0, 74), { ...revised(1, 60), ...other }] };
    expect(revisedFor([first, later], visit, step)).toEqual([revised(0, 74), revised(2, 71)]);
    expect(revisedFor([first, later], idOf('b', 2), step)).toEqual([]);
  });
});
