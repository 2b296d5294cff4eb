import { Failure } from '../core/errors.ts';

/** What UTF-8 text in bytes says as JSON. Throws Failure share-damaged for what is none. */
export async function jsonIn(bytes: Blob): Promise<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await bytes.arrayBuffer());
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Failure('share-damaged', { cause });
  }
}
