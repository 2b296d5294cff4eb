import { base64Of, bytesIn, textOf } from './base64.ts';
import type { SharedStill } from './content.ts';

/** How a JPEG file begins: start of image, and of the next marker (ITU-T T.81, B.1.1.3). */
const jpegStart = [0xff, 0xd8, 0xff] as const;

/** Of which trial a still is, and what is known of it. */
export type StillAddress = Omit<SharedStill, 'jpeg'>;

/** A JPEG file as it is shared. */
export function stillOf(address: StillAddress, jpeg: ArrayBuffer): SharedStill {
  return { ...address, jpeg: textOf(new Uint8Array(jpeg)) };
}

/** Whether a text is the base64url of what begins as a JPEG file does. */
export function isJpeg(text: string): boolean {
  const bytes = bytesIn(text);
  return bytes !== null && jpegStart.every((byte, index) => bytes[index] === byte);
}

/** A still as an address for `img`; it fetches nothing. */
export function stillAddress({ jpeg }: SharedStill): string {
  return `data:image/jpeg;base64,${base64Of(bytesIn(jpeg) ?? new Uint8Array())}`;
}
