import { crc32 } from './crc32.ts';
import { methods, namesAreUtf8, signatures, sizes, versionNeeded } from './zip-format.ts';

/** A file to be packed: its lines come one by one, so that it never lies in memory as a whole. */
export interface ZipFile {
  /** Its path in the archive, with slashes. */
  readonly name: string;
  readonly lines: AsyncIterable<string> | Iterable<string>;
}

interface Packed {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly bytes: Blob;
  readonly sum: number;
  readonly size: number;
}

/** Packs files of text into an archive; each line gets its line feed. `madeAt`: milliseconds since 1970. */
export async function zipped(files: Iterable<ZipFile>, madeAt: number): Promise<Blob> {
  const parts: Blob[] = [];
  const directory: Blob[] = [];
  let [offset, count] = [0, 0];
  for (const file of files) {
    const packed = await pack(file);
    const local = new Blob([headerOf('local', packed, madeAt, 0), packed.name]);
    parts.push(local, packed.bytes);
    directory.push(new Blob([headerOf('central', packed, madeAt, offset), packed.name]));
    offset += local.size + packed.bytes.size;
    count += 1;
  }
  const central = new Blob(directory);
  const end = endOf(count, central.size, offset);
  return new Blob([...parts, central, end], { type: 'application/zip' });
}

async function pack({ name, lines }: ZipFile): Promise<Packed> {
  const encoder = new TextEncoder();
  let [sum, size] = [0, 0];
  const text = iterated(lines);
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await text.next();
      if (next.done) {
        controller.close();
        return;
      }
      const bytes = encoder.encode(`${next.value}\n`);
      sum = crc32(bytes, sum);
      size += bytes.length;
      controller.enqueue(bytes);
    },
  });
  const deflated = source.pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = await new Response(deflated).blob();
  return { name: encoder.encode(name), bytes, sum, size };
}

async function* iterated(lines: ZipFile['lines']): AsyncGenerator<string, undefined> {
  for await (const line of lines) yield line;
  return undefined;
}

/** A header without its name. Both kinds hold the same facts from byte 4 or 6 on (APPNOTE 4.3.7, 4.3.12). */
function headerOf(
  kind: 'local' | 'central',
  { name, bytes, sum, size }: Packed,
  madeAt: number,
  offset: number,
): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(sizes[kind]));
  view.setUint32(0, signatures[kind], true);
  if (kind === 'central') view.setUint16(4, versionNeeded, true);
  const at = kind === 'central' ? 6 : 4;
  view.setUint16(at, versionNeeded, true);
  view.setUint16(at + 2, namesAreUtf8, true);
  view.setUint16(at + 4, methods.deflated, true);
  view.setUint16(at + 6, timeOf(madeAt), true);
  view.setUint16(at + 8, dateOf(madeAt), true);
  view.setUint32(at + 10, sum, true);
  view.setUint32(at + 14, bytes.size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
  if (kind === 'central') view.setUint32(42, offset, true);
  return view.buffer;
}

function endOf(count: number, directorySize: number, directoryAt: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(sizes.end));
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, directoryAt, true);
  return view.buffer;
}

/** The time of day as MS-DOS has it, in UTC: to two seconds. */
function timeOf(at: number): number {
  const date = new Date(at);
  return (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
}

/** The day as MS-DOS has it, in UTC: years since 1980. */
function dateOf(at: number): number {
  const date = new Date(at);
  return (
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  );
}
