import { Failure } from '../core/errors.ts';

/** Raw deflate (RFC 1951), or gzip around it (RFC 1952). */
type Form = 'deflate-raw' | 'gzip';

/** Bytes packed, as raw deflate if nothing else is said. */
export async function deflated(
  bytes: Uint8Array<ArrayBuffer>,
  form: Form = 'deflate-raw',
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream(form));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Bytes unpacked bit by bit, of raw deflate if nothing else is said. Throws Failure share-too-large as soon as there
 * are more than `most` bytes, share-damaged for what is not packed in this form.
 */
export async function inflated(
  packed: Uint8Array<ArrayBuffer>,
  most: number,
  form: Form = 'deflate-raw',
): Promise<Blob> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(form)).getReader();
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
