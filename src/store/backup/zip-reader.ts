import {
  BlobReader,
  ERR_BAD_FORMAT,
  ERR_EOCDR_NOT_FOUND,
  ZipReader,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { Failure } from '../../core/errors.ts';
import { largestFile, largestText } from './limits.ts';
import { zipOptions } from './zip-options.ts';

/** A file in an archive, still packed. */
export type ZipEntry = FileEntry;

/** What an archive that holds anything begins with: the signature of a local header (APPNOTE 4.3.7). */
const start = 'PK\u0003\u0004';

/**
 * What an archive says it holds, by name, without its folders. Throws Failure backup-foreign for what is no archive,
 * backup-truncated for the beginning of one, backup-too-large, backup-damaged.
 */
export async function entriesOf(file: Blob): Promise<ReadonlyMap<string, ZipEntry>> {
  if (file.size > largestFile) throw new Failure('backup-too-large');
  const reader = new ZipReader(new BlobReader(file), zipOptions);
  const names = new Set<string>();
  const entries = new Map<string, ZipEntry>();
  let text = 0;
  try {
    if ((await file.slice(0, start.length).text()) !== start) throw new Failure('backup-foreign');
    for await (const entry of reader.getEntriesGenerator()) {
      if (names.has(entry.filename)) throw new Failure('backup-damaged');
      names.add(entry.filename);
      text += entry.uncompressedSize;
      if (text > largestText) throw new Failure('backup-too-large');
      if (!entry.directory) entries.set(entry.filename, entry);
    }
  } catch (cause) {
    throw failureOf(cause);
  }
  return entries;
}

/**
 * The bytes of a file in an archive, unpacked bit by bit: never more than the archive says it has. Throws Failure
 * backup-damaged, at its end also where its check sum is not right.
 */
export async function* unpacked(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let fail: (cause: unknown) => void = () => undefined;
  const passed = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      fail = (cause) => {
        controller.error(cause);
      };
    },
  });
  const stopping = new AbortController();
  entry.getData(passed.writable, { signal: stopping.signal }).catch(fail);
  const reader = passed.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
      free(value);
    }
  } catch (cause) {
    throw failureOf(cause);
  } finally {
    // Also what is left of a bomb is not unpacked.
    stopping.abort();
    reader.cancel().catch(() => undefined);
  }
}

/**
 * Gives the memory of a piece that was read back at once, where the browser can (ES2024). Else the pieces of a long archive are
 * collected together when it was read, by more threads than the page that shows it leaves processors.
 */
function free({ buffer, byteLength }: Uint8Array): void {
  const isAllOfIt = buffer.byteLength === byteLength;
  if (isAllOfIt) (buffer as { transfer?: (size: number) => ArrayBuffer }).transfer?.(0);
}

/** What is said of an archive that the package does not read, or of a file that is gone or may not be read. */
function failureOf(cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  const hasNoEnd =
    cause instanceof Error && [ERR_BAD_FORMAT, ERR_EOCDR_NOT_FOUND].includes(cause.message);
  return new Failure(hasNoEnd ? 'backup-truncated' : 'backup-damaged', { cause });
}
