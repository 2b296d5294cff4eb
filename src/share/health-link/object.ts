import * as v from 'valibot';
import { Failure } from '../../core/errors.ts';
import { base64Of, bytesIn, bytesOfBase64, textOf } from '../base64.ts';
import type { Shared } from '../content.ts';
import { deflated, inflated } from '../deflate.ts';
import type { Bundle } from '../fhir/resources.ts';
import { jsonIn } from '../json.ts';
import { contentIn, headerIn, jweOf, roomIn } from '../jwe.ts';
import { sharedIn } from '../read-content.ts';
import { padded } from './padding.ts';

/*
 * [Note: Object]
 * What a SMART Health Link leads to: a JWE of a FHIR bundle, which any reader of such links opens. One Binary in it has
 * everything that was shared as Limber writes it, so that nothing is lost between two who both use it: FHIR alone
 * cannot say all (decision 17).
 */

/** Letters that an object has: one of these numbers or up to three fewer, so that its size tells little of it. */
export const sizeClasses = [4, 16, 64, 256].map((kibibytes) => kibibytes * 1024);

/** Chosen as for sealed files: a bomb is stopped here. */
const mostText = 12 * 2 ** 20;

/** What the Binary says that it is. A type of nobody else's: readers that do not know it leave it alone. */
const ownType = 'application/vnd.limber-share+gzip';

const header = textOf(
  bytesOf(JSON.stringify({ alg: 'dir', enc: 'A256GCM', zip: 'DEF', cty: 'application/fhir+json' })),
);

/**
 * A bundle and what it was made of, sealed with a link's key and padded: the text of an object. Throws Failure
 * link-too-large where it fits no size class.
 */
export async function objectOf(bundle: Bundle, shared: Shared, key: Uint8Array): Promise<string> {
  const whole = await deflated(bytesOf(JSON.stringify(shared)), 'gzip');
  const binary = { resourceType: 'Binary', contentType: ownType, data: base64Of(whole) };
  const entry = [...bundle.entry, { fullUrl: `urn:uuid:${shared.id}`, resource: binary }];
  const packed = await deflated(bytesOf(JSON.stringify({ ...bundle, entry })));
  for (const letters of sizeClasses) {
    const content = padded(packed, Math.max(roomIn(letters, header), 0));
    if (content !== null) return jweOf(header, await keyOf(key), content);
  }
  throw new Failure('link-too-large');
}

const anyHeader = v.object({
  alg: v.literal('dir'),
  enc: v.literal('A256GCM'),
  zip: v.optional(v.literal('DEF')),
});

const anyBundle = v.object({
  resourceType: v.literal('Bundle'),
  entry: v.array(v.object({ resource: v.unknown() })),
});

const ownBinary = v.object({
  resourceType: v.literal('Binary'),
  contentType: v.literal(ownType),
  data: v.string(),
});

/**
 * What was shared by a link, out of the text of its object. Throws Failure link-changed where key and text do not
 * belong together; share-foreign for what Limber has not written, share-too-new, share-damaged, share-too-large.
 */
export async function sharedInObject(text: string, key: Uint8Array): Promise<Shared> {
  const trimmed = text.trim();
  const encoded = headerIn(trimmed);
  const told = encoded === null ? null : v.safeParse(anyHeader, await headerJson(encoded));
  if (encoded === null || told?.success !== true) throw new Failure('link-changed');
  const content = await contentIn(trimmed, encoded, await keyOf(key)).catch((cause: unknown) => {
    throw new Failure('link-changed', { cause });
  });
  const plain =
    told.output.zip === undefined ? new Blob([content]) : await inflated(content, mostText);
  const bundle = v.safeParse(anyBundle, await jsonIn(plain));
  if (!bundle.success) throw new Failure('share-foreign');
  const [binary] = bundle.output.entry.flatMap(({ resource }) =>
    v.is(ownBinary, resource) ? [resource] : [],
  );
  const packed = bytesOfBase64(binary?.data ?? '');
  if (binary === undefined || packed === null) throw new Failure('share-foreign');
  return sharedIn(await jsonIn(await inflated(packed, mostText, 'gzip')));
}

async function headerJson(encoded: string): Promise<unknown> {
  const bytes = bytesIn(encoded);
  return bytes === null ? null : jsonIn(new Blob([bytes])).catch(() => null);
}

async function keyOf(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
