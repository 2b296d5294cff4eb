import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FailureCode } from '../../src/core/errors.ts';
import { failureWords } from '../../src/app/failure-words.ts';
import { newObjectUrl } from '../../src/share/health-link/store-address.ts';
import { basicAuthorization, StoreLine } from '../../src/share/health-link/store-line.ts';
import type { LineParts } from '../../src/share/tries.ts';
import { StoreServer, type StoreFault } from '../helpers/store-server.ts';

const never = new AbortController().signal;
let server: StoreServer;
let base: string;
let url: string;
let waited: number[];

beforeEach(async () => {
  server = new StoreServer();
  base = await server.listen();
  url = newObjectUrl(base);
  waited = [];
});

afterEach(() => server.close());

function lineWith(parts: Partial<LineParts> = {}, authorization = 'Bearer token'): StoreLine {
  return new StoreLine(
    { base, authorization },
    {
      fetch,
      wait: (ms) => {
        waited.push(ms);
        return Promise.resolve();
      },
      now: () => Date.UTC(2026, 10, 29, 12),
      timeout: 20_000,
      ...parts,
    },
  );
}

function always(fault: StoreFault): void {
  server.faults.push(...Array.from({ length: 6 }, () => fault));
}

function puts(): number {
  return server.requests.filter(({ line }) => line.startsWith('PUT')).length;
}

describe('what a store answers', () => {
  const lasting: readonly (readonly [number, FailureCode])[] = [
    [400, 'store-refused'],
    [401, 'store-denied'],
    [403, 'store-forbidden'],
    [404, 'store-missing'],
    [405, 'store-missing'],
    [413, 'store-too-large'],
    [428, 'store-refused'],
    [507, 'store-full'],
    [301, 'store-missing'],
  ];
  it.each(lasting)('%i is told at once, in a sentence of its own: %s', async (status, code) => {
    always({ status, headers: { location: 'https://other.example/' } });
    await expect(lineWith().put(url, 'x', never)).rejects.toMatchObject({ code });
    expect(puts()).toBe(1);
    expect(failureWords[code].advice().length).toBeGreaterThan(20);
  });

  const passing: readonly (readonly [number, FailureCode])[] = [
    [408, 'store-failing'],
    [409, 'store-taken'],
    [429, 'store-busy'],
    [500, 'store-failing'],
    [502, 'store-failing'],
    [503, 'store-busy'],
    [504, 'store-failing'],
  ];
  it.each(passing)('%i is asked again five times, then told: %s', async (status, code) => {
    always({ status });
    await expect(lineWith().put(url, 'x', never)).rejects.toMatchObject({ code });
    expect(puts()).toBe(6);
    expect(waited).toEqual([500, 1000, 2000, 4000, 8000]);
  });

  it.each(passing)('%i that passes is not told at all (%s)', async (status) => {
    server.faults.push({ status }, { status });
    await lineWith().put(url, 'x', never);
    expect([...server.objects.values()]).toEqual(['x']);
  });

  it('says when it wants to be asked again, and is asked then', async () => {
    server.faults.push({ status: 503, headers: { 'retry-after': '7' } });
    await lineWith().put(url, 'x', never);
    expect(waited).toEqual([7000]);
    const date = 'Sun, 29 Nov 2026 12:00:20 GMT';
    server.faults.push({ status: 503, headers: { 'retry-after': date } });
    await lineWith().remove(url, never);
    expect(waited).toEqual([7000, 20_000]);
  });

  it('is not waited for longer than a minute; then it is told how long', async () => {
    always({ status: 503, headers: { 'retry-after': '600' } });
    await expect(lineWith().put(url, 'x', never)).rejects.toMatchObject({
      code: 'store-busy',
      again: 600_000,
    });
    expect(puts()).toBe(1);
  });
});

describe('an answer that is lost', () => {
  it.each(['drop-before', 'drop-after', 'cut', 'never'] as const)(
    'five times in a row (%s) leaves one object',
    async (fault) => {
      server.faults.push(...Array.from({ length: 5 }, () => fault));
      await lineWith({ timeout: 150 }).put(url, 'mine', never);
      expect([...server.objects.values()]).toEqual(['mine']);
      expect(puts()).toBe(6);
    },
  );

  it('is told after six, and another time does it', async () => {
    always('drop-after');
    await expect(lineWith().put(url, 'mine', never)).rejects.toMatchObject({
      code: 'store-unreachable',
    });
    await lineWith().put(url, 'mine', never);
    expect([...server.objects.values()]).toEqual(['mine']);
  });

  it('of a deletion deletes', async () => {
    await lineWith().put(url, 'mine', never);
    server.faults.push('drop-after', 'drop-before');
    await lineWith().remove(url, never);
    expect(server.objects.size).toBe(0);
  });

  it('does not take what somebody else wrote for its own', async () => {
    await lineWith().put(url, 'theirs', never);
    server.faults.push('drop-before');
    await expect(lineWith().put(url, 'mine', never)).rejects.toMatchObject({ code: 'store-taken' });
    expect([...server.objects.values()]).toEqual(['theirs']);
  });

  it('ends when the person stops it', async () => {
    always('never');
    const stopping = new AbortController();
    const put = lineWith().put(url, 'x', stopping.signal);
    stopping.abort();
    await expect(put).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a connection', () => {
  /** A server that speaks by hand; gives its base address. */
  async function speaking(
    speak: (socket: Socket) => void,
    use: (base: string) => Promise<void>,
  ): Promise<void> {
    const sockets = new Set<Socket>();
    const plain = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('data', () => {
        speak(socket);
      });
    });
    await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done));
    const { port } = plain.address() as AddressInfo;
    try {
      await use(`http://127.0.0.1:${String(port)}/s`);
    } finally {
      for (const socket of sockets) socket.destroy();
      plain.close();
    }
  }

  it.each([
    ['that is closed in the middle of its head', (socket: Socket) => socket.end('HTTP/1.1 20')],
    ['that is no HTTP', (socket: Socket) => socket.end('220 ready\r\n')],
    [
      'that ends before its text',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf'),
    ],
    [
      'that drips and never ends',
      (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nh'),
    ],
  ])('%s is told as a store that does not answer', async (_, speak) => {
    await speaking(speak, async (slow) => {
      const line = lineWith({ timeout: 200 });
      await expect(line.read(`${slow}/name`, never)).rejects.toMatchObject({
        code: 'store-unreachable',
      });
    });
  });

  it('that is slow, but comes, is waited for', async () => {
    const slowly = (socket: Socket): void => {
      setTimeout(() => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntext'), 300);
    };
    await speaking(slowly, async (slow) => {
      expect(await lineWith().read(`${slow}/name`, never)).toBe('text');
    });
  });

  it('to nobody is told so', async () => {
    await server.close();
    await expect(lineWith().read(url, never)).rejects.toMatchObject({ code: 'store-unreachable' });
    await server.listen();
  });

  it('that pours without an end is cut', async () => {
    const pour = (socket: Socket): void => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const more = (): void => {
        while (socket.writable && socket.write('x'.repeat(65_536)));
      };
      socket.on('drain', more);
      more();
    };
    await speaking(pour, async (poured) => {
      await expect(lineWith().read(`${poured}/name`, never)).rejects.toMatchObject({
        code: 'share-too-large',
      });
    });
  });
});

describe('reading what a link leads to', () => {
  it.each([
    [404, 'link-gone'],
    [410, 'link-gone'],
    [401, 'link-closed'],
    [403, 'link-closed'],
    [500, 'store-failing'],
  ] as const)('ends with %i in words for who has a link: %s', async (status, code) => {
    always({ status });
    await expect(lineWith().read(url, never)).rejects.toMatchObject({ code });
  });

  it('names a recipient, as the standard wants, and nobody', async () => {
    await lineWith().put(url, 'text', never);
    expect(await lineWith().read(url, never)).toBe('text');
    expect(server.requests.at(-1)?.line).toMatch(/\?recipient=Limber$/);
  });
});

describe('a name and a password', () => {
  it('go to their own store, and nowhere else', async () => {
    const other = new StoreServer();
    try {
      const elsewhere = await other.listen();
      await lineWith().put(url, 'x', never);
      await lineWith().has(`${elsewhere}/name`, never);
      await lineWith().remove(`${base}-other/name`, never);
      expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
        'Bearer token',
        undefined,
      ]);
      expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    } finally {
      await other.close();
    }
  });

  it('may have any letters', () => {
    const [, encoded = ''] = basicAuthorization('Zoë', 'pä:ß').split(' ');
    expect(Buffer.from(encoded, 'base64').toString()).toBe('Zoë:pä:ß');
  });
});
