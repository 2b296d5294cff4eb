import * as v from 'valibot';
import { Failure } from '../core/errors.ts';
import { shareVersion, type Shared } from './content.ts';
import { shareHead, wholeShared } from './shapes.ts';

/**
 * What was shared, out of anything. Throws Failure share-foreign for what is not Limber's, share-too-new,
 * share-damaged where anything in it is not as this version writes it: then nothing of it is shown.
 */
export function sharedIn(content: unknown): Shared {
  const head = v.safeParse(shareHead, content);
  if (!head.success) throw new Failure('share-foreign');
  if (head.output.version > shareVersion) throw new Failure('share-too-new');
  const parsed = v.safeParse(wholeShared, content, { abortEarly: true });
  if (!parsed.success) throw new Failure('share-damaged');
  return parsed.output;
}
