import { shareWords } from '../../src/app/share-words.ts';
import type { Shared } from '../../src/share/content.ts';
import { bundleOf } from '../../src/share/fhir/bundle.ts';
import type { Bundle } from '../../src/share/fhir/resources.ts';

/** A day far from now. */
export const farDay = Date.UTC(2100, 0, 1);

/** 32 random bytes. */
export function randomKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** What is shared as a bundle, with some bytes in the place of the report. */
export function bundleFor(shared: Shared): Promise<Bundle> {
  return bundleOf(shared, shareWords, { pdf: new Uint8Array(300), withSnomed: false });
}

/** A link with any payload. */
export function craftedLink(payload: unknown): string {
  return `shlink:/${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
}
