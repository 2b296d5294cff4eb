import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { request } from 'node:http';
import { request as requestSafely } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { SHLViewer } from 'kill-the-clipboard';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shared } from '../../src/share/content.ts';
import { objectOf, sharedInObject, sizeClasses } from '../../src/share/health-link/object.ts';
import { newObjectUrl } from '../../src/share/health-link/store-address.ts';
import { basicAuthorization, StoreLine } from '../../src/share/health-link/store-line.ts';
import { healthLinkText } from '../../src/share/health-link/uri.ts';
import viteConfig from '../../vite.config.ts';
import { missingApache, startClinic, type ClinicServer } from '../helpers/apache.ts';
import { bundleFor, farDay, randomKey } from '../helpers/health-link.ts';
import { ada, sharedSmall, sharedWhole } from '../helpers/shared.ts';

const never = new AbortController().signal;
const missing = missingApache();
if (missing !== null) console.log(`The clinic kit is not tried: ${missing}`);

let clinic: ClinicServer | null = null;

beforeAll(async () => {
  if (missing === null) clinic = await startClinic();
}, 120_000);

afterAll(() => clinic?.stop());

/** Does something with the running clinic; nothing where there is no Apache, which was said by then. */
function atClinic(work: (clinic: ClinicServer, line: StoreLine) => Promise<void>) {
  return async (): Promise<void> => {
    if (clinic !== null) await work(clinic, lineTo(clinic));
  };
}

function lineTo({ origin, name, password }: ClinicServer, own = password): StoreLine {
  const pass = { base: `${origin}/s`, authorization: basicAuthorization(name, own) };
  return new StoreLine(pass, {
    fetch,
    wait: () => Promise.resolve(),
    now: () => Date.now(),
    timeout: 20_000,
  });
}

function newUrl({ origin }: ClinicServer): string {
  return newObjectUrl(`${origin}/s`);
}

/** The status of a request as it is written here, without what fetch does to it. */
function statusOf(
  url: string,
  method: string,
  headers: Record<string, string>,
  body = '',
): Promise<number> {
  return new Promise((done, fail) => {
    const asked = request(url, { method, headers }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

function headersOf({ name, password }: ClinicServer): Record<string, string> {
  return { authorization: basicAuthorization(name, password), 'if-none-match': '*' };
}

describe('the clinic’s own store', () => {
  it(
    'takes and gives a thousand objects, each as it was',
    atClinic(async (clinic, line) => {
      const objects = Array.from({ length: 1000 }, (_, index) => ({
        url: newUrl(clinic),
        text: `object ${String(index)} ${'x'.repeat(4000)}`,
      }));
      for (let at = 0; at < objects.length; at += 20) {
        await Promise.all(
          objects.slice(at, at + 20).map(({ url, text }) => line.put(url, text, never)),
        );
      }
      for (const { url, text } of objects) expect(await line.read(url, never)).toBe(text);
      expect(readdirSync(clinic.folder).length).toBeGreaterThanOrEqual(1000);
    }),
    120_000,
  );

  it(
    'lets one of ten racing writers win, again and again',
    atClinic(async (clinic) => {
      for (let round = 0; round < 20; round += 1) {
        const url = newUrl(clinic);
        const texts = Array.from({ length: 10 }, (_, index) => String(index).repeat(60_000));
        const statuses = await Promise.all(
          texts.map((text) => statusOf(url, 'PUT', headersOf(clinic), text)),
        );
        expect(statuses.filter((status) => status === 201)).toHaveLength(1);
        const winner = texts[statuses.indexOf(201)];
        expect(await (await fetch(url)).text()).toBe(winner);
      }
    }),
    60_000,
  );

  it(
    'keeps a write once whose answer was lost',
    atClinic(async (clinic) => {
      const url = newUrl(clinic);
      let puts = 0;
      const losing: typeof fetch = async (input, init) => {
        const answer = await fetch(input, init);
        if (init?.method !== 'PUT') return answer;
        puts += 1;
        if (puts <= 5) throw new TypeError('network error');
        return answer;
      };
      const pass = {
        base: `${clinic.origin}/s`,
        authorization: basicAuthorization(clinic.name, clinic.password),
      };
      const line = new StoreLine(pass, {
        fetch: losing,
        wait: () => Promise.resolve(),
        now: () => 0,
        timeout: 20_000,
      });
      await line.put(url, 'once', never);
      expect(puts).toBe(6);
      await expect(line.put(url, 'something else', never)).rejects.toMatchObject({
        code: 'store-taken',
      });
      expect(await line.read(url, never)).toBe('once');
    }),
  );

  it(
    'deletes what is taken back, for everybody, and that twice',
    atClinic(async (clinic, line) => {
      const url = newUrl(clinic);
      await line.put(url, 'text', never);
      expect(await line.has(url, never)).toBe(true);
      await line.remove(url, never);
      await line.remove(url, never);
      expect(await line.has(url, never)).toBe(false);
      await expect(line.read(url, never)).rejects.toMatchObject({ code: 'link-gone' });
    }),
  );

  it(
    'refuses strangers, wrong passwords, and more than 256 kB',
    atClinic(async (clinic, line) => {
      const url = newUrl(clinic);
      const denied = { code: 'store-denied' };
      await expect(lineTo(clinic, 'wrong').put(url, 'x', never)).rejects.toMatchObject(denied);
      await line.put(url, 'x'.repeat(sizeClasses.at(-1) ?? 0), never);
      await expect(lineTo(clinic, 'wrong').remove(url, never)).rejects.toMatchObject(denied);
      expect(await line.has(url, never)).toBe(true);
      await expect(line.put(newUrl(clinic), 'x'.repeat(262_145), never)).rejects.toMatchObject({
        code: 'store-too-large',
      });
    }),
  );

  it.each([
    ['GET', '/s/', 404],
    ['GET', '/s', 404],
    ['PUT', '/s/short', 404],
    ['PUT', `/s/${'A'.repeat(43)}/more`, 404],
    ['PROPFIND', '/s/', 405],
    ['MKCOL', `/s/${'B'.repeat(43)}`, 405],
    ['COPY', `/s/${'B'.repeat(43)}`, 405],
    ['MOVE', `/s/${'B'.repeat(43)}`, 405],
    ['LOCK', `/s/${'B'.repeat(43)}`, 405],
    ['POST', `/s/${'B'.repeat(43)}`, 405],
    ['POST', '/', 403],
    ['PUT', '/index.html', 403],
    ['TRACE', '/', 405],
    ['GET', '/s/../run/passwords', 404],
    ['GET', '/s/..%2frun%2fpasswords', 404],
    ['GET', '/../data/run/passwords', 400],
  ])('has no other way in: %s %s', async (method, path, wanted) => {
    if (clinic === null) return;
    // Not by URL, which would take the dots out.
    const { hostname, port } = new URL(clinic.origin);
    const status = await new Promise<number>((done, fail) => {
      const headers = headersOf(clinic!);
      const asked = request({ hostname, port, path, method, headers }, (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      });
      asked.on('error', fail);
      asked.end();
    });
    expect(status).toBe(wanted);
  });

  it(
    'overwrites nothing, also for who does not ask for that',
    atClinic(async (clinic, line) => {
      const url = newUrl(clinic);
      await line.put(url, 'first', never);
      const { authorization } = headersOf(clinic) as { authorization: string };
      expect(await statusOf(url, 'PUT', { authorization }, 'second')).toBe(428);
      expect(await statusOf(url, 'PUT', headersOf(clinic), 'second')).toBe(412);
      expect(await line.read(url, never)).toBe('first');
    }),
  );

  it(
    'lets readers of any origin in, and tells nobody what lies there',
    atClinic(async (clinic, line) => {
      const url = newUrl(clinic);
      await line.put(url, 'text', never);
      const { headers } = await fetch(url);
      expect(headers.get('content-type')).toBe('application/jose');
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain('sandbox');
      const asked = await fetch(url, {
        method: 'OPTIONS',
        headers: { origin: 'https://other.example', 'access-control-request-method': 'PUT' },
      });
      expect(asked.status).toBe(204);
      expect(asked.headers.get('access-control-allow-headers')).toContain('if-none-match');
    }),
  );

  it(
    'serves the app under the same policy as npm start',
    atClinic(async ({ origin }) => {
      const wanted = viteConfig.preview?.headers as Record<string, string>;
      const { headers } = await fetch(`${origin}/`);
      for (const [name, value] of Object.entries(wanted)) expect(headers.get(name)).toBe(value);
    }),
  );

  it(
    'has nothing readable on its disk and in its logs, of a size that says little',
    atClinic(async (clinic, line) => {
      const canaries = Array.from({ length: 20 }, (_, index) => `canary-${String(index)}-limber`);
      const shared: Shared = {
        ...sharedWhole(),
        person: { ...sharedWhole().person, name: canaries[0] ?? '' },
        diary: canaries.slice(1).map((note, index) => ({
          id: `01a0a945-0a00-7000-8000-0000000d${String(index).padStart(4, '0')}`,
          at: index,
          note,
          minutes: null,
          pain: null,
        })),
      };
      const key = randomKey();
      const url = newUrl(clinic);
      await line.put(url, await objectOf(await bundleFor(shared), shared, key), never);
      expect(await sharedInObject(await line.read(url, never), key)).toEqual(shared);
      const stored = join(clinic.folder, new URL(url).pathname.replace('/s/', ''));
      const { size } = statSync(stored);
      expect(sizeClasses.some((letters) => letters - size >= 0 && letters - size <= 3)).toBe(true);
      const name = new URL(url).pathname.slice(3);
      const seen = [stored, ...clinic.logs].map((file) => readFileSync(file, 'latin1')).join('\n');
      const secrets = [
        ...canaries,
        ada.id,
        Buffer.from(key).toString('base64url'),
        clinic.password,
      ];
      for (const secret of secrets) expect(seen).not.toContain(secret);
      for (const file of clinic.logs) expect(readFileSync(file, 'latin1')).not.toContain(name);
    }),
  );

  it(
    'is opened by an outside reader',
    atClinic(async (clinic, line) => {
      const [key, url, shared] = [randomKey(), newUrl(clinic), sharedSmall()];
      await line.put(url, await objectOf(await bundleFor(shared), shared, key), never);
      const link = { url, key, until: farDay, label: 'For Ms. Meier' };
      const open = (until: number): Promise<unknown> =>
        new SHLViewer({ shlinkURI: healthLinkText({ ...link, until }) }).resolveSHL({
          recipient: 'Another app',
        });
      const [bundle] = ((await open(farDay)) as { fhirResources: unknown[] }).fhirResources;
      expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
      expect(JSON.stringify(bundle)).toContain(shared.person.id);
      await expect(open(1000)).rejects.toThrow(/expired/i);
      await line.remove(url, never);
      await expect(open(farDay)).rejects.toThrow();
    }),
  );
});

describe('a clinic’s disk that is full', () => {
  it('is told in a word, and what was there stays', async () => {
    if (missing !== null) return;
    if (process.getuid?.() !== 0) {
      console.log('No full disk is tried: only root may mount one.');
      return;
    }
    const full = await startClinic();
    try {
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k,mode=777', 'tmpfs', full.folder]);
      } catch (error) {
        console.log(`No full disk is tried: ${String(error)}`);
        return;
      }
      const line = lineTo(full);
      const first = newUrl(full);
      await line.put(first, 'x'.repeat(250_000), never);
      await line.put(newUrl(full), 'x'.repeat(200_000), never);
      const url = newUrl(full);
      await expect(line.put(url, 'y'.repeat(200_000), never)).rejects.toMatchObject({
        code: 'store-full',
      });
      expect(await line.has(url, never)).toBe(false);
      expect(await line.read(first, never)).toBe('x'.repeat(250_000));
      await line.remove(first, never);
      await line.put(url, 'y'.repeat(200_000), never);
      expect(await line.read(url, never)).toBe('y'.repeat(200_000));
      execFileSync('umount', ['-l', full.folder]);
    } finally {
      await full.stop();
    }
  }, 60_000);
});

describe('what is older than the longest life of a link', () => {
  it(
    'is deleted by the daily cleaning, and nothing else',
    atClinic(async (clinic, line) => {
      const [old, young] = [newUrl(clinic), newUrl(clinic)];
      for (const url of [old, young]) await line.put(url, 'text', never);
      const fileOf = (url: string): string =>
        join(clinic.folder, new URL(url).pathname.replace('/s/', ''));
      const days = (count: number): Date => new Date(Date.now() - count * 86_400_000);
      utimesSync(fileOf(old), days(30.1), days(30.1));
      utimesSync(fileOf(young), days(29.9), days(29.9));
      const env = { ...process.env, LIMBER_DATA: dirname(clinic.folder) };
      execFileSync(resolve('deploy/clean-up'), { env });
      expect([existsSync(fileOf(old)), existsSync(fileOf(young))]).toEqual([false, true]);
      await expect(line.read(old, never)).rejects.toMatchObject({ code: 'link-gone' });
    }),
  );
});

describe('https by the clinic kit itself', () => {
  it('serves and stores', async () => {
    if (missing !== null) return;
    const folder = mkdtempSync(join(tmpdir(), 'limber-certificate-'));
    const [key, certificate] = ['key.pem', 'certificate.pem'].map((file) => join(folder, file));
    try {
      execFileSync(
        'openssl',
        `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout ${String(key)} -out ${String(certificate)}`.split(
          ' ',
        ),
        { stdio: 'ignore' },
      );
    } catch (error) {
      console.log(`No https is tried: ${String(error)}`);
      return;
    }
    const safe = await startClinic(undefined, {
      LIMBER_CERTIFICATE: String(certificate),
      LIMBER_KEY: String(key),
    });
    const asked = (method: string, path: string): Promise<number> =>
      new Promise((done, fail) => {
        const { authorization = '' } = headersOf(safe);
        const headers = method === 'PUT' ? headersOf(safe) : { authorization };
        const options = { method, headers, rejectUnauthorized: false };
        const asking = requestSafely(`${safe.origin}${path}`, options, (answer) => {
          answer.resume();
          done(answer.statusCode ?? 0);
        });
        asking.on('error', fail);
        asking.end(method === 'PUT' ? 'text' : '');
      });
    try {
      const name = `/s/${'C'.repeat(43)}`;
      expect(await asked('GET', '/')).toBe(200);
      expect(await asked('PUT', name)).toBe(201);
      expect(await asked('PUT', name)).toBe(412);
      expect(await asked('GET', name)).toBe(200);
      expect(await asked('DELETE', name)).toBe(204);
    } finally {
      await safe.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
