import { Failure } from '../core/errors.ts';

/** Bytes packed as raw deflate. */
export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Raw deflate unpacked bit by bit. Throws Failure share-too-large as soon as there are more than `most` bytes,
 * share-damaged for what is not deflate.
 */
export async function inflated(packed: Uint8Array<ArrayBuffer>, most: number): Promise<Blob> {
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(pieces);
      size += value.length;
      if (size > most) throw new Failure('share-too-large');
      pieces.push(value);
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : new Failure('share-damaged', { cause });
  } finally {
    // Also what is left of a bomb is not unpacked.
    reader.cancel().catch(() => undefined);
  }
}
