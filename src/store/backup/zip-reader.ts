import { Failure } from '../../core/errors.ts';
import { crc32 } from './crc32.ts';
import { largestFile, largestText } from './limits.ts';
import { methods, signatures, sizes } from './zip-format.ts';

/** A file in an archive, still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly sum: number;
  /** Bytes unpacked, as the archive says. */
  readonly size: number;
  readonly packedSize: number;
  /** Where its local header begins. */
  readonly at: number;
}

/** The comment at an archive's end can be so long that its end has to be searched for in so many bytes. */
const longestEnd = sizes.end + 0xffff;

/**
 * What an archive says it holds, by name. Throws Failure backup-foreign for what is no archive, backup-truncated
 * for the beginning of one, backup-too-large, backup-damaged.
 */
export async function entriesOf(file: Blob): Promise<ReadonlyMap<string, ZipEntry>> {
  if (file.size > largestFile) throw new Failure('backup-too-large');
  const start = await viewOf(file, 0, Math.min(file.size, 4));
  if (start.byteLength < 4 || start.getUint32(0, true) !== signatures.local) {
    throw new Failure('backup-foreign');
  }
  const end = await endOf(file);
  const [count, size, at] = [
    end.getUint16(10, true),
    end.getUint32(12, true),
    end.getUint32(16, true),
  ];
  const directory = await viewOf(file, at, at + size);
  const entries = new Map<string, ZipEntry>();
  let [offset, text] = [0, 0];
  for (let i = 0; i < count; i++) {
    const { entry, next } = entryAt(directory, offset);
    entries.set(entry.name, entry);
    text += entry.size;
    offset = next;
  }
  if (entries.size !== count) throw new Failure('backup-damaged');
  if (text > largestText) throw new Failure('backup-too-large');
  return entries;
}

/**
 * The bytes of a file in an archive, unpacked bit by bit: never more than the archive says it has. Throws Failure
 * backup-damaged, at its end also where its check sum is not right.
 */
export async function* unpacked(file: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let [sum, size] = [0, 0];
  for await (const chunk of chunksOf(await packedOf(file, entry), entry.method)) {
    size += chunk.length;
    if (size > entry.size) throw new Failure('backup-damaged');
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.size || sum !== entry.sum) throw new Failure('backup-damaged');
}

async function endOf(file: Blob): Promise<DataView> {
  const tail = await viewOf(file, Math.max(0, file.size - longestEnd), file.size);
  for (let at = tail.byteLength - sizes.end; at >= 0; at--) {
    if (tail.getUint32(at, true) === signatures.end) {
      return new DataView(tail.buffer, at, sizes.end);
    }
  }
  throw new Failure('backup-truncated');
}

function entryAt(directory: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + sizes.central > directory.byteLength) throw new Failure('backup-damaged');
  if (directory.getUint32(at, true) !== signatures.central) throw new Failure('backup-damaged');
  const nameSize = directory.getUint16(at + 28, true);
  const rest = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  const nameAt = at + sizes.central;
  if (nameAt + nameSize > directory.byteLength) throw new Failure('backup-damaged');
  const entry = {
    name: new TextDecoder().decode(new Uint8Array(directory.buffer, nameAt, nameSize)),
    method: directory.getUint16(at + 10, true),
    sum: directory.getUint32(at + 16, true),
    packedSize: directory.getUint32(at + 20, true),
    size: directory.getUint32(at + 24, true),
    at: directory.getUint32(at + 42, true),
  };
  return { entry, next: nameAt + nameSize + rest };
}

/** The packed bytes of an entry, which lie behind its local header. */
async function packedOf(file: Blob, { at, packedSize }: ZipEntry): Promise<Blob> {
  const local = await viewOf(file, at, at + sizes.local);
  if (local.getUint32(0, true) !== signatures.local) throw new Failure('backup-damaged');
  const start = at + sizes.local + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + packedSize > file.size) throw new Failure('backup-damaged');
  return file.slice(start, start + packedSize);
}

async function* chunksOf(packed: Blob, method: number): AsyncGenerator<Uint8Array> {
  if (method !== methods.stored && method !== methods.deflated) {
    throw new Failure('backup-damaged');
  }
  const bytes = packed.stream();
  const stream =
    method === methods.stored ? bytes : bytes.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (cause) {
    throw new Failure('backup-damaged', { cause });
  } finally {
    // Also what is left of a bomb is not unpacked.
    reader.cancel().catch(() => undefined);
  }
}

/** Bytes of a file. Throws Failure backup-damaged where it has not as many. */
async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  if (to > file.size) throw new Failure('backup-damaged');
  try {
    return new DataView(await file.slice(from, to).arrayBuffer());
  } catch (cause) {
    // The file is gone, or may not be read.
    throw new Failure('backup-damaged', { cause });
  }
}
