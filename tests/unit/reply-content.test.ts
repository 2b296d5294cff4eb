import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/core/advice/reply.ts';
import { Failure } from '../../src/core/errors.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { newCode } from '../../src/share/code.ts';
import type { Secret } from '../../src/share/keys.ts';
import { waysOf } from '../../src/share/link.ts';
import { replyIn, sealableReply } from '../../src/share/reply.ts';
import { sealed, sealedReply, unsealed } from '../../src/share/seal.ts';
import { hostileTexts } from '../helpers/hostile.ts';
import { anyReply, prescribed, replyOf } from '../helpers/replies.ts';
import { sharedSmall } from '../helpers/shared.ts';

const secret: Secret = { kind: 'code', code: newCode() };

/** The code of the failure that reading ends with. */
function refusalOf(content: unknown): string {
  try {
    replyIn(content);
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'read';
}

function altered(change: object): unknown {
  return { ...sealableReply(replyOf()), reply: { ...replyOf(), ...change } };
}

describe('a reply', () => {
  it('is opened as it was sealed, whatever is in it', async () => {
    const replies = fc.sample(anyReply, { numRuns: 60, seed: 11 });
    for (const reply of replies) {
      const text = await sealedReply(reply, secret);
      expect(await unsealed(text, secret)).toEqual({ kind: 'reply', reply });
    }
  });

  it('is told apart from what a person shares, and neither opens as the other', async () => {
    const [reply, share] = [
      await sealedReply(replyOf(), secret),
      await sealed(sharedSmall(), secret),
    ];
    expect((await unsealed(share, secret)).kind).toBe('share');
    const [own, other] = [reply, share].map((text) => text.slice(0, text.indexOf('.')));
    expect(own).not.toBe(other);
    for (const text of [reply.replace(own!, other!), share.replace(other!, own!)]) {
      await expect(unsealed(text, secret)).rejects.toMatchObject({ code: 'share-locked' });
    }
    expect(refusalOf(sharedSmall())).toBe('share-foreign');
  });

  it('of a few lines fits into a link', async () => {
    const text = await sealedReply(replyOf(), secret);
    expect(waysOf('https://limber.example/', text).link).not.toBeNull();
  });

  it('keeps any text as text', () => {
    for (const text of hostileTexts) {
      const reply = replyOf({ therapist: text.slice(0, 80), note: text });
      expect(replyIn(JSON.parse(JSON.stringify(sealableReply(reply))))).toEqual(reply);
    }
  });
});

describe('nothing is read of', () => {
  it.each<[string, object]>([
    ['a key too many', { more: 1 }],
    ['an id that is none', { id: '<b>' }],
    ['a note without an end', { note: 'x'.repeat(4001) }],
    ['a name without an end', { therapist: 'x'.repeat(81) }],
    ['a target beyond what a body can do', { targets: [{ ...replyOf().targets[0], value: 181 }] }],
    ['two targets of one side', { targets: [replyOf().targets[0], replyOf().targets[0]] }],
    ['a day that no calendar has', { targets: [{ ...replyOf().targets[0], by: '2026-02-30' }] }],
    ['a day that is a text', { targets: [{ ...replyOf().targets[0], by: 'soon' }] }],
    ['a day of no month', { targets: [{ ...replyOf().targets[0], by: '2026-13-01' }] }],
    [
      'an exercise that is not in the library',
      { exercises: [{ ...prescribed('calf'), exercise: 'splits' }] },
    ],
    ['an exercise twice', { exercises: [prescribed('calf'), prescribed('calf')] }],
    [
      'an amount that the exercise does not have',
      { exercises: [prescribed('calf', { amount: { kind: 'minutes', minutes: 10 } })] },
    ],
    [
      'a hold of an hour',
      { exercises: [prescribed('calf', { amount: { kind: 'hold', sets: 1, seconds: 3600 } })] },
    ],
    ['eight days a week', { exercises: [prescribed('calf', { days: 8 })] }],
    ['something left out twice', { avoided: ['calf', 'calf'] }],
    [
      'a joint out of the picture',
      {
        revised: [
          {
            sessionId: replyOf().id,
            test: 'slr',
            side: 'left',
            trial: 0,
            joints: { hip: { before: { x: 0, y: 0 }, after: { x: 2, y: 0 } } },
            estimate: { value: 70, halfWidth95: 3 },
            automatic: { value: 70, halfWidth95: 3 },
          },
        ],
      },
    ],
    ['no number at all', { madeAt: null }],
  ])('%s', (_name, change) => {
    expect(refusalOf(altered(change))).toBe('share-damaged');
  });

  it('a later version, or what is none of Limber’s', () => {
    expect(refusalOf({ ...sealableReply(replyOf()), version: 2 })).toBe('share-too-new');
    expect(refusalOf({ ...sealableReply(replyOf()), version: 0 })).toBe('share-foreign');
    for (const content of [null, 'x', 5, [], {}, { format: 'limber-share' }])
      expect(refusalOf(content)).toBe('share-foreign');
  });

  it('more values than anyone has visits', () => {
    const value = { sessionId: replyOf().id, test: 'slr', side: 'left', value: 70 };
    expect(refusalOf(altered({ values: Array.from({ length: 501 }, () => value) }))).toBe(
      'share-damaged',
    );
  });

  it('what a caller made wrongly: it is not even sealed', async () => {
    const wrong: Reply = replyOf({
      targets: [{ test: 'slr', side: 'left', value: degrees(999), by: null }],
    });
    await expect(sealedReply(wrong, secret)).rejects.toThrow();
  });
});
