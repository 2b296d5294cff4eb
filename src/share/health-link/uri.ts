import * as v from 'valibot';
import { Failure } from '../../core/errors.ts';
import { bytesIn, textOf } from '../base64.ts';
import { isSafe, urlIn } from '../fhir/record-address.ts';
import { fhirText } from '../fhir/fhir-text.ts';

/*
 * [Note: Health link]
 * A SMART Health Link (HL7, STU 1): `shlink:/` and, as base64url, a payload that says where an encrypted file lies and
 * what opens it. With flag `U` it is one file, by GET; that needs no server with code of its own. `P`, a passcode, needs
 * one, and must not stand beside `U`.
 */

/** Where something shared lies, and what opens it. Who has it, has all. */
export interface HealthLink {
  readonly url: string;
  /** 32 random bytes. */
  readonly key: Uint8Array;
  /** Milliseconds since 1970 after which it is not opened any more; null for no end. */
  readonly until: number | null;
  /** What the sharer calls it; empty for nothing. Text of strangers. */
  readonly label: string;
}

/** Letters, as the standard has them. */
const longestLabel = 80;
export const longestUrl = 128;

const keyBytes = 32;
const scheme = 'shlink:/';

/** A link as text: `shlink:/…`. `until` is rounded up to a second. */
export function healthLinkText({ url, key, until, label }: HealthLink): string {
  const payload = {
    url,
    flag: 'U',
    key: textOf(key),
    ...(until !== null && { exp: Math.ceil(until / 1000) }),
    ...(label !== '' && { label }),
  };
  return scheme + textOf(new TextEncoder().encode(JSON.stringify(payload)));
}

/** The same behind the address of an app that shows it, so that a phone's camera opens it: `https://…#shlink:/…`. */
export function viewerLink(app: string, link: string): string {
  return `${app.replace(/#.*$/s, '')}#${link}`;
}

/** Every `shlink:/…` in a text or an address. Never throws. */
export function healthLinksIn(text: string): readonly string[] {
  return text.match(/shlink:\/[^\s?#&]*/gi) ?? [];
}

/** The first of them; null where there is none. */
export function healthLinkIn(text: string): string | null {
  return healthLinksIn(text)[0] ?? null;
}

/** Seconds since 1970, as a number or as text; more than this are milliseconds (as in HL7's own example). */
const mostSeconds = 1e11;

const time = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number))]),
  v.finite(),
  v.minValue(0),
  v.transform((exp) => (exp > mostSeconds ? exp : exp * 1000)),
);

const head = v.object({ v: v.optional(v.number(), 1), flag: v.optional(v.string(), '') });

const payload = v.object({
  url: v.pipe(v.string(), v.maxLength(longestUrl)),
  key: v.pipe(v.string(), v.length(Math.ceil((keyBytes * 4) / 3))),
  exp: v.optional(time),
  label: v.optional(v.pipe(v.string(), v.maxLength(longestLabel)), ''),
});

/**
 * What a link says, out of `shlink:/…`. Throws Failure link-broken for what is no whole link, and for `P` beside `U`;
 * link-unsupported for a passcode, a list of files (no `U`), or a later version. What is not known in it is ignored,
 * as the standard wants.
 */
export function readHealthLink(text: string): HealthLink {
  const content = payloadIn(text.slice(scheme.length));
  const told = v.safeParse(head, content);
  if (!told.success) throw new Failure('link-broken');
  const [isOneFile, hasPasscode] = ['U', 'P'].map((flag) => told.output.flag.includes(flag));
  if (isOneFile && hasPasscode) throw new Failure('link-broken');
  if (!isOneFile || told.output.v !== 1) throw new Failure('link-unsupported');
  const parsed = v.safeParse(payload, content);
  if (!parsed.success) throw new Failure('link-broken');
  const key = bytesIn(parsed.output.key);
  const url = urlIn(parsed.output.url);
  const isUsable = url !== null && isSafe(url) && url.username === '' && url.password === '';
  if (key === null || !isUsable) throw new Failure('link-broken');
  const { exp, label } = parsed.output;
  return { url: parsed.output.url, key, until: exp ?? null, label: fhirText(label) };
}

/** Chosen: ten times what a payload of the standard can have; more would only hold up the page. */
const longestPayload = 8000;

function payloadIn(encoded: string): unknown {
  const bytes = encoded.length > longestPayload ? null : bytesIn(encoded.replace(/=+$/, ''));
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return null;
  }
}
