import { textOf } from '../base64.ts';
import { recordAddress } from '../fhir/record-address.ts';
import { longestUrl } from './uri.ts';

/** 256 bits, as the standard asks for: nobody finds an object by trying. */
const nameBytes = 32;
const nameLetters = Math.ceil((nameBytes * 4) / 3);

/**
 * The base address of a store as it was typed, without a slash at its end; see `recordAddress`. Null also where it is
 * so long that no object's address would fit into a link.
 */
export function storeAddress(typed: string, home: string): string | null {
  const base = recordAddress(typed, home);
  const isShort = base !== null && base.length + '/'.length + nameLetters <= longestUrl;
  return isShort ? base : null;
}

/** The address of a new object in a store. */
export function newObjectUrl(base: string): string {
  return `${base}/${textOf(crypto.getRandomValues(new Uint8Array(nameBytes)))}`;
}
