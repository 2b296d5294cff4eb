/** Bytes as base64 (RFC 4648, section 4). */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  // A call may not have more arguments than the stack holds.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function textOf(bytes: Uint8Array): string {
  return base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The bytes of base64url text; null for any other. One text for one row of bytes: what another writer would have
 * written differently (padding, spare bits) is none, so that no bit of a file can change unseen.
 */
export function bytesIn(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  return textOf(bytes) === text ? bytes : null;
}

/** The bytes of base64 text with its padding; null for any other. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = bytesIn(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
  return bytes !== null && base64Of(bytes) === text ? bytes : null;
}
