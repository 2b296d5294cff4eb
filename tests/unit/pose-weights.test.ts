import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchWeights } from '../../src/pose/worker/weights.ts';

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const expected = {
  file: 'net.bin',
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
};

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A server that answers with these one after the other, the last one again and again, in small pieces. */
function serve(...answers: readonly { body: Uint8Array; status?: number }[]) {
  let asked = 0;
  const fetch = vi.fn<(url: URL, options: RequestInit) => Promise<Response>>(() => {
    const { body, status = 200 } = answers[Math.min(asked++, answers.length - 1)]!;
    return Promise.resolve(new Response(inPieces(body), { status }));
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

function inPieces(body: Uint8Array): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < body.length; at += 300) controller.enqueue(body.slice(at, at + 300));
      controller.close();
    },
  });
}

function load(onBytes: (count: number) => void = () => undefined) {
  return fetchWeights('https://limber.example/models/', expected, onBytes);
}

describe('The weights of the model', () => {
  test('are given as they are, and told piece by piece', async () => {
    const fetch = serve({ body: bytes });
    const counts: number[] = [];
    const given = await load((count) => counts.push(count));
    expect(new Uint8Array(given)).toEqual(bytes);
    expect(counts).toEqual([300, 300, 300, 100]);
    expect(fetch).toHaveBeenCalledWith(new URL('https://limber.example/models/net.bin'), {
      cache: 'default',
    });
  });

  test.each([
    ['one bit is wrong', bytes.map((byte, index) => (index === 500 ? byte ^ 1 : byte))],
    ['the end is missing', bytes.slice(0, 900)],
    ['there is more than there should be', Uint8Array.from([...bytes, 0])],
    ['it is a page of the server that says sorry', new TextEncoder().encode('<!doctype html>')],
    ['there is nothing', new Uint8Array()],
  ])('are damaged where %s', async (_, body) => {
    serve({ body });
    await expect(load()).rejects.toMatchObject({ code: 'model-damaged' });
  });

  test('come anew from the server where the browser has kept damaged ones', async () => {
    const fetch = serve({ body: bytes.slice(0, 900) }, { body: bytes });
    let come = 0;
    const given = await load((count) => (come += count));
    expect(new Uint8Array(given)).toEqual(bytes);
    expect(come).toBe(bytes.length);
    expect(fetch.mock.calls.map(([, { cache }]) => cache)).toEqual(['default', 'reload']);
  });

  test('are missing where the server does not have them', async () => {
    serve({ body: new TextEncoder().encode('Not found'), status: 404 });
    await expect(load()).rejects.toMatchObject({ code: 'model-missing' });
  });

  test('are missing where the network is gone, from the start or half way', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(load()).rejects.toMatchObject({ code: 'model-missing' });
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.slice(0, 300));
        controller.error(new TypeError('network error'));
      },
    });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(broken)));
    await expect(load()).rejects.toMatchObject({ code: 'model-missing' });
  });
});
