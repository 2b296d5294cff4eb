/** The UUID of a name: version 5 (RFC 9562) within a space of ours. The same name has the same everywhere. */
export async function uuidOf(name: string): Promise<string> {
  const bytes = new TextEncoder().encode(space + name);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)).subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const space = 'limber ';
