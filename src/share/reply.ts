import * as v from 'valibot';
import type { Reply } from '../core/advice/reply.ts';
import { Failure } from '../core/errors.ts';
import { wholeReply } from '../store/reply-values.ts';

/** The newest form of a reply that this code reads and writes. */
const replyVersion = 1;

/** A reply as it is sealed. */
export interface SealedReply {
  readonly format: 'limber-reply';
  readonly version: typeof replyVersion;
  readonly reply: Reply;
}

const head = v.looseObject({
  format: v.literal('limber-reply'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const whole: v.GenericSchema<unknown, SealedReply> = v.strictObject({
  format: v.literal('limber-reply'),
  version: v.literal(replyVersion),
  reply: wholeReply,
});

/** A reply as it is sealed; only what a reply has. */
export function sealableReply(reply: Reply): SealedReply {
  return v.parse(whole, { format: 'limber-reply', version: replyVersion, reply });
}

/**
 * A reply, out of anything. Throws Failure share-foreign for what is none of Limber's, share-too-new, share-damaged
 * where anything in it is not as this version writes it: then nothing of it is shown.
 */
export function replyIn(content: unknown): Reply {
  const told = v.safeParse(head, content);
  if (!told.success) throw new Failure('share-foreign');
  if (told.output.version > replyVersion) throw new Failure('share-too-new');
  const parsed = v.safeParse(whole, content, { abortEarly: true });
  if (!parsed.success) throw new Failure('share-damaged');
  return parsed.output.reply;
}
