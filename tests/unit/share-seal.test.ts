import { createDecipheriv, createCipheriv, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/core/errors.ts';
import { codeIn, newCode, spokenCode } from '../../src/share/code.ts';
import type { Shared } from '../../src/share/content.ts';
import { lockOf, sealed } from '../../src/share/seal.ts';
import type { Secret } from '../../src/share/keys.ts';
import { openedShare } from '../helpers/opened-share.ts';
import { anyShared, sharedSmall, sharedWhole } from '../helpers/shared.ts';

const code = newCode();
const secret: Secret = { kind: 'code', code };

/** The key that a code gives, by node's own crypto. */
function keyOf(own: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', own, new Uint8Array(), 'limber-share 1 A256GCM', 32));
}

const plainHeader = { alg: 'dir', enc: 'A256GCM', zip: 'DEF', typ: 'limber', v: 1 };

/** A sealed file by node's own crypto and zlib. */
function sealedByNode(
  text: string | Buffer,
  header: object = plainHeader,
  key = keyOf(code),
): string {
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(head));
  const body = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
  return [head, '', iv, body, cipher.getAuthTag()]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

/** What a sealed file says, by node's own crypto and zlib. */
function openedByNode(text: string): unknown {
  const [head = '', , iv = '', body = '', tag = ''] = text.split('.');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(code), Buffer.from(iv, 'base64url'))
    .setAAD(Buffer.from(head))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  const packed = Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]);
  return JSON.parse(inflateRawSync(packed).toString());
}

/** The code of the failure that opening ends with. */
async function refusalOf(text: string, own: Secret = secret): Promise<string> {
  try {
    await openedShare(text, own);
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'opened';
}

/** A thousand things to share, no two alike. */
const thousand: readonly Shared[] = fc.sample(anyShared, { numRuns: 1000, seed: 7 });

describe('what is sealed', () => {
  it('is opened and made by jose and by node:crypto, a thousand times each way', async () => {
    for (const shared of thousand) {
      const text = await sealed(shared, secret);
      const { plaintext, protectedHeader } = await compactDecrypt(text, keyOf(code));
      expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(shared);
      expect(protectedHeader).toEqual(plainHeader);
      expect(openedByNode(text)).toEqual(shared);

      const json = JSON.stringify(shared);
      const byJose = new CompactEncrypt(new TextEncoder().encode(json)).setProtectedHeader(
        plainHeader,
      );
      expect(await openedShare(await byJose.encrypt(keyOf(code)), secret)).toEqual(shared);
      expect(await openedShare(sealedByNode(json), secret)).toEqual(shared);
    }
  }, 180_000);

  it('never has the same initial value twice', async () => {
    const small = sharedSmall();
    const values = await Promise.all(
      Array.from({ length: 2000 }, async () => (await sealed(small, secret)).split('.')[2]),
    );
    expect(new Set(values).size).toBe(2000);
  }, 60_000);

  it('opens with words of the person, salted and hashed 600,000 times', async () => {
    const words: Secret = { kind: 'passphrase', passphrase: 'fünf blaue Enten im Regen' };
    const text = await sealed(sharedSmall(), words);
    expect(lockOf(text)).toBe('passphrase');
    expect(await openedShare(text, words)).toEqual(sharedSmall());
    expect(await refusalOf(text, { kind: 'passphrase', passphrase: 'something else' })).toBe(
      'share-locked',
    );
    expect(await refusalOf(text)).toBe('share-locked');
    const header = JSON.parse(Buffer.from(text.split('.')[0]!, 'base64url').toString()) as {
      p2s: string;
      p2c: number;
    };
    expect(header.p2c).toBeGreaterThanOrEqual(600_000);
    const key = pbkdf2Sync(
      words.passphrase,
      Buffer.from(header.p2s, 'base64url'),
      header.p2c,
      32,
      'sha256',
    );
    const { plaintext } = await compactDecrypt(text, new Uint8Array(key));
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(sharedSmall());
  }, 60_000);
});

describe('nothing is opened of', () => {
  it('a file of 2 kB with any single bit turned', async () => {
    const text = await sealed(sharedOfAbout(2000), secret);
    const bytes = Buffer.from(text, 'latin1');
    expect(bytes.length).toBeGreaterThan(1500);
    expect(bytes.length).toBeLessThan(3000);
    const seen = new Map<string, number>();
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const refusal = await refusalOf(changed.toString('latin1'));
      seen.set(refusal, (seen.get(refusal) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['share-foreign', 'share-locked', 'share-too-new']);
  }, 120_000);

  it('a file that was cut off anywhere, or has something after it', async () => {
    const text = await sealed(sharedSmall(), secret);
    for (let end = 0; end < text.length; end++) {
      expect(await refusalOf(text.slice(0, end))).toMatch(/^share-(foreign|locked)$/);
    }
    for (const more of ['A', '.', '.A', 'AAAA', '=', ' x']) {
      expect(await refusalOf(text + more)).toBe('share-locked');
    }
    expect(await refusalOf(`\n ${text}\r\n`)).toBe('opened');
  }, 60_000);

  it('a file with the wrong code, of which no more is said than of a damaged one', async () => {
    const text = await sealed(sharedSmall(), secret);
    for (let i = 0; i < 200; i++) {
      expect(await refusalOf(text, { kind: 'code', code: newCode() })).toBe('share-locked');
    }
  }, 60_000);

  it.each([
    ['nothing', '', 'share-foreign'],
    ['another text', 'Dear therapist, I hope you are well.', 'share-foreign'],
    ['a picture', '\u0089PNG\r\n\u001a\n....', 'share-foreign'],
    ["another's JWE", sealedByNode('{}', { alg: 'dir', enc: 'A256GCM' }), 'share-foreign'],
    ['a header that is no JSON', 'e30x.....', 'share-foreign'],
    ['a later form', sealedByNode('{}', { ...plainHeader, v: 2, zip: 'BR' }), 'share-too-new'],
    ['another cipher', sealedByNode('{}', { ...plainHeader, enc: 'A128GCM' }), 'share-locked'],
    [
      'a header with more in it',
      sealedByNode('{}', { ...plainHeader, crit: ['x'] }),
      'share-locked',
    ],
    [
      'a passphrase that is hardly hashed',
      sealedByNode('{}', { ...plainHeader, p2s: 'A'.repeat(22), p2c: 1 }),
      'share-locked',
    ],
    [
      'one hashed for ever',
      sealedByNode('{}', { ...plainHeader, p2s: 'A'.repeat(22), p2c: 1e9 }),
      'share-locked',
    ],
    ['a content of somebody else', sealedByNode('{"hello":1}'), 'share-foreign'],
    [
      'a content of a later version',
      sealedByNode('{"format":"limber-share","version":2}'),
      'share-too-new',
    ],
    ['a content that is no JSON', sealedByNode('{"format":'), 'share-damaged'],
    ['a content that is no UTF-8', sealedByNode(Buffer.from([0x22, 0xff, 0x22])), 'share-damaged'],
    [
      'a content nested 200,000 deep',
      sealedByNode('['.repeat(200_000) + ']'.repeat(200_000)),
      'share-foreign',
    ],
    ['13 MB of letters', 'A'.repeat(13 * 2 ** 20), 'share-too-large'],
  ])('%s', async (_, text, refusal) => {
    expect(await refusalOf(text)).toBe(refusal);
  });

  it('300 MB packed into 300 kB: stopped within a second and 100 MB', async () => {
    const bomb = sealedByNode(Buffer.alloc(300 * 2 ** 20, 0x20));
    expect(bomb.length).toBeLessThan(500_000);
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();
    expect(await refusalOf(bomb)).toBe('share-too-large');
    const { user, system } = process.cpuUsage(start);
    // The processor's time: other work on this machine is not the bomb's.
    expect((user + system) / 1000).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
  }, 60_000);
});

describe('a code', () => {
  it('has 130 random bits, of letters that are not taken for one another', () => {
    const codes = Array.from({ length: 3000 }, newCode);
    expect(new Set(codes).size).toBe(3000);
    for (const one of codes) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{27}$/);
    // Every letter at every place: 3000 codes miss one of 32 once in 10^41.
    for (let at = 0; at < 26; at++) expect(new Set(codes.map((one) => one[at])).size).toBe(32);
  });

  it('is read as people type it', () => {
    for (let i = 0; i < 300; i++) {
      const own = newCode();
      expect(codeIn(own)).toBe(own);
      expect(codeIn(spokenCode(own))).toBe(own);
      expect(codeIn(`  ${spokenCode(own).toLowerCase().replaceAll(' ', ' – ')}\n`)).toBe(own);
      expect(codeIn(own.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(own);
    }
    expect(spokenCode(newCode())).toMatch(/^(\S{3} ){8}\S{3}$/);
  });

  it('with one letter wrong, or two that changed places, is told to be mistyped', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const own = newCode();
    for (let at = 0; at < own.length; at++) {
      for (const letter of letters) {
        if (letter === own[at]) continue;
        expect(() => codeIn(own.slice(0, at) + letter + own.slice(at + 1))).toThrow('share-code');
      }
    }
    for (let at = 0; at + 1 < own.length; at++) {
      if (own[at] === own[at + 1]) continue;
      const swapped = own.slice(0, at) + own[at + 1]! + own[at]! + own.slice(at + 2);
      expect(() => codeIn(swapped)).toThrow('share-code');
    }
    for (const other of [
      '',
      'hello',
      own.slice(1),
      `${own}0`,
      `${own.slice(0, 26)}U`,
      '🦵'.repeat(27),
    ]) {
      expect(() => codeIn(other)).toThrow('share-code');
    }
  });
});

/** Something to share whose sealed file has about so many letters. */
function sharedOfAbout(letters: number): Shared {
  const shared = sharedWhole();
  const note = randomBytes(Math.round(letters * 0.37)).toString('base64url');
  return { ...sharedSmall(), diary: [{ ...shared.diary[0]!, note }] };
}
