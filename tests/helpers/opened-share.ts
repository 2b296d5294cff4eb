import type { Shared } from '../../src/share/content.ts';
import type { Secret } from '../../src/share/keys.ts';
import { unsealed } from '../../src/share/seal.ts';

/** What was shared in a sealed text. Throws a Failure, and an Error where it is a reply. */
export async function openedShare(text: string, secret: Secret): Promise<Shared> {
  const opened = await unsealed(text, secret);
  if (opened.kind === 'reply') throw new Error('It is a reply');
  return opened.shared;
}
