import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { compactDecrypt, CompactEncrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/core/errors.ts';
import type { Shared } from '../../src/share/content.ts';
import { objectOf, sharedInObject, sizeClasses } from '../../src/share/health-link/object.ts';
import { jweOf } from '../../src/share/jwe.ts';
import { padded } from '../../src/share/health-link/padding.ts';
import { bundleFor, randomKey } from '../helpers/health-link.ts';
import { anyShared, sharedSmall, sharedWhole } from '../helpers/shared.ts';

const key = randomKey();

async function made(shared: Shared): Promise<string> {
  return objectOf(await bundleFor(shared), shared, key);
}

async function refusalOf(text: string, own = key): Promise<string> {
  try {
    await sharedInObject(text, own);
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'opened';
}

/** A JWE of anything, by jose. */
function sealedByJose(content: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(content))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', zip: 'DEF' })
    .encrypt(key);
}

describe('padding', () => {
  it('makes deflate as long as it is to be, and unpacks to the same behind white space', () => {
    const sizes = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(fc.json(), sizes, (json, more) => {
        const packed = Uint8Array.from(deflateRawSync(json));
        const bytes = padded(packed, packed.length + more);
        if (more > 0 && more < 5) expect(bytes).toBeNull();
        else {
          expect(bytes).toHaveLength(packed.length + more);
          expect(inflateRawSync(bytes!).toString().trimStart()).toBe(json.trimStart());
        }
      }),
    );
  });

  it('goes over the edges of its blocks', () => {
    const packed = Uint8Array.from(deflateRawSync('{}'));
    for (let more = 65_530; more < 65_560; more += 1) {
      const bytes = padded(packed, packed.length + more);
      expect(inflateRawSync(bytes!).toString().trim()).toBe('{}');
    }
  });

  it('has no room for what is longer', () => {
    expect(padded(new Uint8Array(9), 8)).toBeNull();
  });
});

describe('an object', () => {
  it('gives back all that was shared, by the key of its link', async () => {
    for (const shared of [sharedSmall(), sharedWhole()]) {
      expect(await sharedInObject(await made(shared), key)).toEqual(shared);
    }
    for (const shared of fc.sample(anyShared, { numRuns: 200, seed: 3 })) {
      expect(await sharedInObject(await made(shared), key)).toEqual(shared);
    }
  });

  it('has one of four lengths, so that it tells neither how many visits nor which tests', async () => {
    const lengths = new Set<number>();
    for (const shared of fc.sample(anyShared, { numRuns: 100, seed: 5 })) {
      lengths.add((await made(shared)).length);
    }
    lengths.add((await made(sharedWhole())).length);
    for (const length of lengths) {
      expect(sizeClasses.some((size) => size - length >= 0 && size - length <= 3)).toBe(true);
    }
    const few = [1, 2, 3].map((count) => ({ ...sharedSmall(), app: '0'.repeat(count) }));
    expect(new Set(await Promise.all(few.map(async (one) => (await made(one)).length))).size).toBe(
      1,
    );
  });

  it('is a FHIR bundle of an encrypted file for who knows nothing of Limber', async () => {
    const { plaintext, protectedHeader } = await compactDecrypt(await made(sharedSmall()), key);
    expect(protectedHeader).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      zip: 'DEF',
      cty: 'application/fhir+json',
    });
    const bundle = JSON.parse(new TextDecoder().decode(plaintext)) as {
      entry: { fullUrl: string; resource: { resourceType: string } }[];
    };
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
    const types = bundle.entry.map(({ resource }) => resource.resourceType);
    expect(types.filter((type) => type === 'Patient')).toHaveLength(1);
    expect(types).toContain('DocumentReference');
    expect(types.filter((type) => type === 'Binary')).toHaveLength(1);
    expect(new Set(bundle.entry.map(({ fullUrl }) => fullUrl)).size).toBe(bundle.entry.length);
  });

  it('is refused before it leaves where it fits no class', async () => {
    const { stills, ...shared } = sharedWhole();
    const bytes = Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)));
    const image = Array.from({ length: 5 }, () => bytes.toString('base64url')).join('');
    const large = { ...shared, stills: stills.map((still) => ({ ...still, image })) };
    const noise = crypto.getRandomValues(new Uint8Array(65_536));
    const notes = Array.from({ length: 4 }, (_, index) => ({
      ...shared.diary[0]!,
      id: `01a0a945-0a00-7000-8000-00000000f00${String(index)}`,
      note: Buffer.from(noise.map((byte) => byte ^ index)).toString('base64'),
    }));
    await expect(made({ ...large, diary: notes })).rejects.toMatchObject({
      code: 'link-too-large',
    });
  });
});

describe('opening an object', () => {
  it('refuses another key, every changed letter and every cut, and shows nothing', async () => {
    const text = await made(sharedSmall());
    expect(await refusalOf(text, randomKey())).toBe('link-changed');
    for (let at = 0; at < text.length; at += 37) {
      const other = text[at] === 'A' ? 'B' : 'A';
      expect(await refusalOf(text.slice(0, at) + other + text.slice(at + 1))).toBe('link-changed');
    }
    expect(await refusalOf(text.slice(0, 1000))).toBe('link-changed');
    expect(await refusalOf('')).toBe('link-changed');
    expect(await refusalOf('<!doctype html><p>Hello. World. a. b. c</p>')).toBe('link-changed');
  });

  it('says of another app’s bundle that it is not Limber’s', async () => {
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [] };
    expect(await refusalOf(await sealedByJose(JSON.stringify(bundle)))).toBe('share-foreign');
    expect(await refusalOf(await sealedByJose('{"verifiableCredential":[]}'))).toBe(
      'share-foreign',
    );
    expect(await refusalOf(await sealedByJose('not json'))).toBe('share-damaged');
  });

  it('refuses a content that is not as Limber writes it', async () => {
    const own = async (data: string): Promise<string> => {
      const resource = {
        resourceType: 'Binary',
        contentType: 'application/vnd.limber-share+gzip',
        data,
      };
      return refusalOf(
        await sealedByJose(JSON.stringify({ resourceType: 'Bundle', entry: [{ resource }] })),
      );
    };
    expect(await own('?')).toBe('share-foreign');
    expect(await own(btoa('no gzip'))).toBe('share-damaged');
  });

  it('stops a bomb of 300 MB', async () => {
    const packed = Uint8Array.from(deflateRawSync(Buffer.alloc(300 * 2 ** 20, ' ')));
    const header = Buffer.from('{"alg":"dir","enc":"A256GCM","zip":"DEF"}').toString('base64url');
    const own = await crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-GCM', false, [
      'encrypt',
    ]);
    const bomb = await jweOf(header, own, packed);
    // The processor's own time: other work on the machine says nothing about a bomb.
    const before = process.cpuUsage();
    expect(await refusalOf(bomb)).toBe('share-too-large');
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
