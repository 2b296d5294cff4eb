import { Failure } from '../../core/errors.ts';

/** One file of models/manifest.json. */
export interface ModelFile {
  readonly file: string;
  readonly bytes: number;
  /** Of the whole file, lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Fetches one file of the folder `modelsUrl` and gives its bytes once they are proven to be the pinned
 * ones. `onBytes` is told how many more bytes have come, negative where some have to come again. Throws
 * Failure('model-missing') when it cannot be had and Failure('model-damaged') when it is not what the
 * manifest says.
 */
export async function fetchWeights(
  modelsUrl: string,
  expected: ModelFile,
  onBytes: (count: number) => void,
): Promise<ArrayBuffer> {
  const url = new URL(expected.file, modelsUrl);
  let come = 0;
  const count = (more: number) => {
    come += more;
    onBytes(more);
  };
  try {
    return await fetchOnce(url, expected, 'default', count);
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'model-damaged')) throw error;
    // It may be damaged in the browser's cache alone, where it would stay so at every further try.
    onBytes(-come);
    return fetchOnce(url, expected, 'reload', onBytes);
  }
}

async function fetchOnce(
  url: URL,
  expected: ModelFile,
  cache: RequestCache,
  onBytes: (count: number) => void,
): Promise<ArrayBuffer> {
  const body = await open(url, cache);
  const bytes = await collect(body, expected.bytes, onBytes);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  if (hexadecimal(digest) !== expected.sha256) {
    throw new Failure('model-damaged', { cause: `${expected.file}: other SHA-256` });
  }
  return bytes.buffer;
}

async function open(url: URL, cache: RequestCache): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(url, { cache }).catch((cause: unknown) => {
    throw new Failure('model-missing', { cause });
  });
  if (!response.ok || !response.body) {
    throw new Failure('model-missing', { cause: `${url.href}: ${String(response.status)}` });
  }
  return response.body;
}

async function collect(
  body: ReadableStream<Uint8Array>,
  length: number,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  const reader = body.getReader();
  let filled = 0;
  for (;;) {
    const chunk = await reader.read().catch((cause: unknown) => {
      throw new Failure('model-missing', { cause });
    });
    if (chunk.done) break;
    if (filled + chunk.value.length > length) {
      await reader.cancel();
      throw new Failure('model-damaged', { cause: 'longer than expected' });
    }
    bytes.set(chunk.value, filled);
    filled += chunk.value.length;
    onBytes(chunk.value.length);
  }
  if (filled < length) throw new Failure('model-damaged', { cause: 'shorter than expected' });
  return bytes;
}

function hexadecimal(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
