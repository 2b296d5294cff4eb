/*
 * [Note: Padding]
 * Who stores an object sees how long it is. So JSON is made as long as a size class, in a way that every reader takes:
 * before its deflate stream go stored blocks (RFC 1951, 3.2.4) full of spaces, which are white space before the JSON
 * once it is unpacked. What a header or the end of the file could hold, the store would see, or a reader refuse.
 */

/** Of a stored block: three bits and their byte, the length, and the length once more, turned round. */
const blockHead = 5;
const longestBlock = 0xffff;
const space = 0x20;

/** Bytes of raw deflate made `size` bytes long; null where they are too many for that. */
export function padded(
  packed: Uint8Array<ArrayBuffer>,
  size: number,
): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(size);
  let left = size - packed.length;
  // No block is shorter than its head.
  if (left !== 0 && left < blockHead) return null;
  for (let at = 0; left > 0; at = size - packed.length - left) {
    const block = longestOf(left);
    bytes.set(headOf(block - blockHead), at);
    bytes.fill(space, at + blockHead, at + block);
    left -= block;
  }
  bytes.set(packed, size - packed.length);
  return bytes;
}

/** The longest block of so many bytes that leaves none, or enough for another. */
function longestOf(bytes: number): number {
  const longest = Math.min(bytes, blockHead + longestBlock);
  const left = bytes - longest;
  return left > 0 && left < blockHead ? longest - blockHead : longest;
}

function headOf(length: number): Uint8Array {
  const head = new Uint8Array(blockHead);
  const view = new DataView(head.buffer);
  view.setUint16(1, length, true);
  view.setUint16(3, ~length & 0xffff, true);
  return head;
}
