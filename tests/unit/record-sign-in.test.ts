import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RecordLine } from '../../src/share/fhir/record-line.ts';
import { signInAt, smartIn, type SignIn } from '../../src/share/fhir/smart.ts';
import {
  awaitReturn,
  handOver,
  returnedQuery,
  signInChannel,
} from '../../src/app/sign-in-return.ts';
import { FhirServer } from '../helpers/fhir-server.ts';

const home = 'http://127.0.0.1:4173/';
const never = new AbortController().signal;

let server: FhirServer;
let base: string;
let close: () => Promise<void>;

beforeEach(async () => {
  server = new FhirServer({ app: { clientId: 'limber', home } });
  ({ base, close } = await server.listen());
}, 120_000);

afterEach(() => close());

function lineWith(token: string | null): RecordLine {
  const wait = (): Promise<void> => Promise.resolve();
  return new RecordLine(base, token, { fetch, wait, now: () => Date.now(), timeout: 20_000 });
}

async function begun(clientId = 'limber', ask: typeof fetch = fetch): Promise<SignIn> {
  const endpoints = smartIn(await lineWith(null).signInOffer(never));
  return signInAt(endpoints!, { base, clientId, home, fetch: ask });
}

/** What the browser comes back with when the therapist has signed in. */
async function backFrom(link: string): Promise<string> {
  const { status, headers } = await fetch(link, { redirect: 'manual' });
  expect(status).toBe(302);
  return returnedQuery(new URL(headers.get('location') ?? ''))!;
}

describe('signing in to a record', () => {
  it('gives a token that opens it', async () => {
    await expect(lineWith(null).findPatient('1', never)).rejects.toMatchObject({
      code: 'record-denied',
    });
    const { link, tokenFor } = await begun();
    const token = await tokenFor(await backFrom(link));
    await expect(lineWith(token).findPatient('1', never)).rejects.toMatchObject({
      code: 'record-patient',
    });
  });

  it('asks for what sending needs, with a challenge, and shows no secret', async () => {
    const { link, state } = await begun();
    const asked = Object.fromEntries(new URL(link).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'limber',
      redirect_uri: home,
      aud: base,
      state,
      code_challenge_method: 'S256',
    });
    expect(asked.scope).not.toMatch(/offline_access|openid|\*/);
    expect(asked).not.toHaveProperty('code_verifier');
  });

  it('is good for one time, and only in the tab that asked', async () => {
    const mine = await begun();
    const other = await begun();
    const query = await backFrom(mine.link);
    const stolen = `code=${new URLSearchParams(query).get('code')!}&state=${other.state}`;
    await expect(other.tokenFor(stolen)).rejects.toMatchObject({ code: 'record-sign-in' });
    await expect(mine.tokenFor(query)).rejects.toMatchObject({ code: 'record-sign-in' });
    const again = await begun();
    const good = await backFrom(again.link);
    await expect(again.tokenFor(good)).resolves.toMatch(/.{20}/);
    await expect(again.tokenFor(good)).rejects.toMatchObject({ code: 'record-sign-in' });
  });

  it.each([
    'code=x&state=another',
    'error=access_denied&state=STATE',
    'code=guessed&state=STATE',
    'state=STATE',
    'code=x&code=y&state=STATE',
    'code=x&state=STATE&iss=https%3A%2F%2Fevil.example',
    '',
  ])('comes to nothing with %s', async (query) => {
    const { state, tokenFor } = await begun();
    await expect(tokenFor(query.replace('STATE', state))).rejects.toMatchObject({
      code: 'record-sign-in',
    });
  });

  it('says that the record does not answer where it does not', async () => {
    const { link, tokenFor } = await begun('limber', () =>
      Promise.reject(new TypeError('Failed to fetch')),
    );
    await expect(tokenFor(await backFrom(link))).rejects.toMatchObject({
      code: 'record-unreachable',
    });
  });

  const offer = {
    authorization_endpoint: 'https://a.example/authorize',
    token_endpoint: 'https://a.example/token',
    code_challenge_methods_supported: ['S256'],
  };

  it.each([
    [undefined],
    [{}],
    [{ ...offer, code_challenge_methods_supported: ['plain'] }],
    [{ ...offer, code_challenge_methods_supported: undefined }],
    [{ ...offer, authorization_endpoint: 'javascript:alert(1)' }],
    [{ ...offer, authorization_endpoint: 'http://a.example/authorize' }],
    [{ ...offer, token_endpoint: 'http://a.example/token' }],
    [{ ...offer, token_endpoint: 7 }],
  ])('is not offered by %j', (content) => {
    expect(smartIn(offer)).not.toBeNull();
    expect(smartIn(content)).toBeNull();
  });

  it('asks in the older way where a record knows no other', async () => {
    const parts = { base, clientId: 'limber', home, fetch };
    const { link } = await signInAt(smartIn(offer)!, parts);
    expect(new URL(link).searchParams.get('scope')).toContain('user/Observation.write');
  });
});

describe('coming back in another tab', () => {
  it('reaches the tab that asked, once', async () => {
    const taken: string[] = [];
    const stop = awaitReturn('mine', signInChannel(), (query) => taken.push(query));
    expect(await handOver('code=a&state=mine', signInChannel())).toBe(true);
    stop();
    expect(taken).toEqual(['code=a&state=mine']);
  });

  it('reaches nobody who asked for something else', async () => {
    const taken: string[] = [];
    const stop = awaitReturn('mine', signInChannel(), (query) => taken.push(query));
    expect(await handOver('code=a&state=another', signInChannel())).toBe(false);
    stop();
    expect(taken).toEqual([]);
  });

  it.each([
    ['?code=a&state=b', 'code=a&state=b'],
    ['?error=access_denied&state=b', 'error=access_denied&state=b'],
    ['?code=a', null],
    ['?state=b', null],
    ['?utm=1', null],
    ['', null],
  ])('is known by its address: %s', (search, query) => {
    expect(returnedQuery({ search })).toBe(query);
  });
});
