import { BlobWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import './zip-options.ts';

/** A file to be packed: its lines come one by one, so that it never lies in memory as a whole. */
export interface ZipFile {
  /** Its path in the archive, with slashes. */
  readonly name: string;
  readonly lines: Iterable<string>;
}

/** Chosen: so many characters go into the packing at once; line by line takes ten times as long. */
const batchLength = 2 ** 16;

/** Packs files of text into an archive; each line gets its line feed. `madeAt`: milliseconds since 1970. */
export async function zipped(files: Iterable<ZipFile>, madeAt: number): Promise<Blob> {
  const archive = new ZipWriter(new BlobWriter('application/zip'));
  for (const { name, lines } of files) {
    await archive.add(name, bytesOf(lines), { lastModDate: new Date(madeAt) });
  }
  return archive.close();
}

function bytesOf(lines: Iterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const batches = batchesOf(lines);
  return new ReadableStream({
    pull(controller) {
      const next = batches.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

function* batchesOf(lines: Iterable<string>): Generator<string, undefined> {
  let batch = '';
  for (const line of lines) {
    batch += `${line}\n`;
    if (batch.length < batchLength) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}
