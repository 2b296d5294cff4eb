import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/core/errors.ts';
import { newObjectUrl, storeAddress } from '../../src/share/health-link/store-address.ts';
import {
  healthLinkIn,
  healthLinkText,
  readHealthLink,
  viewerLink,
} from '../../src/share/health-link/uri.ts';
import { qrOf } from '../../src/share/qr.ts';
import { craftedLink, farDay, randomKey } from '../helpers/health-link.ts';
import { hostileTexts } from '../helpers/hostile.ts';

const key = 'A'.repeat(43);
const good = { url: 'https://clinic.example/s/name', flag: 'U', key };

function verdict(text: string): string {
  try {
    readHealthLink(text);
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'read';
}

describe('a link', () => {
  it('says what it was made of, behind any address', () => {
    const link = fc.record({
      url: fc.constant('https://clinic.example/s/AAAA'),
      key: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      until: fc.option(fc.integer({ min: 1, max: 4e9 }).map((seconds) => seconds * 1000)),
      label: fc.constantFrom('', 'For Ms. Meier', 'Für Ärztin 🦵'),
    });
    fc.assert(
      fc.property(link, (made) => {
        const text = healthLinkText(made);
        const behind = viewerLink('https://clinic.example/limber/#/share', text);
        expect(behind).toMatch(/^https:\/\/clinic\.example\/limber\/#shlink:\//);
        expect(healthLinkIn(behind)).toBe(text);
        expect(readHealthLink(text)).toEqual(made);
      }),
    );
  });

  it('fits a QR code of 40 mm whatever it leads to, with the longest address and label', () => {
    const url = `https://${'c'.repeat(128 - 8)}`;
    const text = healthLinkText({ url, key: randomKey(), until: farDay, label: 'W'.repeat(80) });
    const drawn = qrOf(viewerLink('https://clinic.example/limber/', text));
    expect(drawn?.size).toBeLessThanOrEqual(17 + 4 * 20 + 8);
  });

  it('is found in what is pasted around it', () => {
    const text = craftedLink(good);
    expect(healthLinkIn(`Look: https://viewer.example/app#${text} thanks`)).toBe(text);
    expect(healthLinkIn('limber, not a link')).toBeNull();
  });
});

describe('reading a link', () => {
  const ms = '1893456000000';
  it.each([
    ['HL7’s way', good, 'read'],
    ['long-term', { ...good, flag: 'LU' }, 'read'],
    ['an unknown flag', { ...good, flag: 'UX' }, 'read'],
    ['an unknown property', { ...good, _more: 1 }, 'read'],
    ['time in milliseconds, as text', { ...good, exp: ms }, 'read'],
    ['a version that is 1', { ...good, v: 1 }, 'read'],
    ['this device', { ...good, url: 'http://localhost:8080/s/a' }, 'read'],
    ['a passcode for one file', { ...good, flag: 'PU' }, 'link-broken'],
    ['a passcode', { ...good, flag: 'P' }, 'link-unsupported'],
    ['several files', { ...good, flag: 'L' }, 'link-unsupported'],
    ['no flag', { url: good.url, key }, 'link-unsupported'],
    ['a later version', { ...good, v: 2 }, 'link-unsupported'],
    ['a version as text', { ...good, v: '1' }, 'link-broken'],
    ['a flag that is no text', { ...good, flag: 7 }, 'link-broken'],
    ['an address of 129 letters', { ...good, url: `https://${'c'.repeat(121)}` }, 'link-broken'],
    ['a key of 42 letters', { ...good, key: 'A'.repeat(42) }, 'link-broken'],
    ['a key of 44 letters', { ...good, key: 'A'.repeat(44) }, 'link-broken'],
    ['a key with spare bits', { ...good, key: 'A'.repeat(42) + 'B' }, 'link-broken'],
    ['a key of other letters', { ...good, key: '+'.repeat(43) }, 'link-broken'],
    ['no key', { url: good.url, flag: 'U' }, 'link-broken'],
    ['no address', { flag: 'U', key }, 'link-broken'],
    ['a label of 81 letters', { ...good, label: 'x'.repeat(81) }, 'link-broken'],
    ['a label that is no text', { ...good, label: {} }, 'link-broken'],
    ['a time that is none', { ...good, exp: 'soon' }, 'link-broken'],
    ['a time before all', { ...good, exp: -1 }, 'link-broken'],
    ['an address in the open', { ...good, url: 'http://clinic.example/s/a' }, 'link-broken'],
    ['a script', { ...good, url: 'javascript:alert(1)' }, 'link-broken'],
    ['a file', { ...good, url: 'file:///etc/passwd' }, 'link-broken'],
    ['data', { ...good, url: 'data:text/plain,x' }, 'link-broken'],
    ['a name in the address', { ...good, url: 'https://a@clinic.example/s/a' }, 'link-broken'],
    ['a password', { ...good, url: 'https://a:b@clinic.example/s/a' }, 'link-broken'],
    ['a path', { ...good, url: '../s/a' }, 'link-broken'],
    ['a list', [good], 'link-unsupported'],
    ['a number', 7, 'link-broken'],
    ['nothing', null, 'link-broken'],
  ])('has a verdict about %s', (_, payload, wanted) => {
    expect(verdict(craftedLink(payload))).toBe(wanted);
  });

  it('refuses what is cut off anywhere', () => {
    const text = craftedLink(good);
    for (let length = 'shlink:/'.length; length < text.length; length += 1) {
      expect(verdict(text.slice(0, length))).toBe('link-broken');
    }
  });

  it('takes milliseconds and seconds for what they are', () => {
    expect(readHealthLink(craftedLink({ ...good, exp: ms })).until).toBe(Number(ms));
    expect(readHealthLink(craftedLink({ ...good, exp: Number(ms) / 1000 })).until).toBe(Number(ms));
  });

  it('never throws anything but a failure, whatever it is given, and not late', () => {
    const payload = fc.oneof(
      fc.json().map((text) => `shlink:/${Buffer.from(text).toString('base64url')}`),
      fc.string().map((text) => `shlink:/${text}`),
      fc.constant(`shlink:/${'A'.repeat(1_000_000)}`),
    );
    fc.assert(
      fc.property(payload, (text) => {
        expect(verdict(text)).toMatch(/^link-(broken|unsupported)$/);
      }),
      { numRuns: 20_000 },
    );
  });

  it('leaves a hostile label a text', () => {
    for (const text of hostileTexts.filter(({ length }) => length <= 80)) {
      expect(readHealthLink(craftedLink({ ...good, label: text })).label.length).toBeLessThan(81);
    }
  });
});

describe('the address of a store', () => {
  const home = 'https://clinic.example/limber/';

  it('is on the app’s own host where only a path was typed', () => {
    expect(storeAddress('/s', home)).toBe('https://clinic.example/s');
    expect(storeAddress('store.example/limber/', home)).toBe('https://store.example/limber');
  });

  it.each([
    '',
    'http://store.example/s',
    'https://a:b@store.example',
    'https://store.example/?x=1',
  ])('is not "%s"', (typed) => {
    expect(storeAddress(typed, home)).toBeNull();
  });

  it('leaves room for an object’s name in a link', () => {
    const longest = `https://${'c'.repeat(128 - 44 - 8)}`;
    expect(newObjectUrl(storeAddress(longest, home) ?? '')).toHaveLength(128);
    expect(storeAddress(`${longest}c`, home)).toBeNull();
  });

  it('gives every object another name of 256 bits', () => {
    const urls = Array.from({ length: 1000 }, () => newObjectUrl('https://clinic.example/s'));
    expect(new Set(urls).size).toBe(1000);
    expect(urls.every((url) => /^https:\/\/clinic\.example\/s\/[\w-]{43}$/.test(url))).toBe(true);
  });
});
