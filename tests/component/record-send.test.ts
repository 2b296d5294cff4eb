import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { commands, page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { ClinicRecord, type ClinicRecordParts } from '../../src/app/clinic-record.svelte.ts';
import { clinicRecordHere } from '../../src/app/clinic-record-here.ts';
import { shareWords } from '../../src/app/share-words.ts';
import { handOver, returnedQuery, signInChannel } from '../../src/app/sign-in-return.ts';
import type { Shared } from '../../src/share/content.ts';
import { bundleOf } from '../../src/share/fhir/bundle.ts';
import type { Bundle } from '../../src/share/fhir/resources.ts';
import { RecordFailure } from '../../src/share/fhir/record-failure.ts';
import { watchedFetch } from '../../src/share/watched-fetch.ts';
import SendToRecord from '../../src/ui/record/SendToRecord.svelte';
import '../../src/ui/styles/base.css';
import type { Fault, Ways } from '../helpers/fhir-server.ts';
import { sharedSmall, sharedWhole } from '../helpers/shared.ts';

/** What this device remembers. */
const shelf = new Map<string, string>();

beforeEach(() => {
  shelf.clear();
});
afterEach(() => commands.closeRecord());

function bundle(shared: Shared): () => Promise<Bundle> {
  return () => bundleOf(shared, shareWords, { pdf: new Uint8Array(40), withSnomed: false });
}

function recordAt(home: string, parts: Partial<ClinicRecordParts> = {}): ClinicRecord {
  const record = new ClinicRecord({
    fetch: (input, init) => fetch(input, init),
    wait: () => Promise.resolve(),
    now: () => Date.now(),
    timeout: 20_000,
    shelf: {
      getItem: (key) => shelf.get(key) ?? null,
      setItem: (key, value) => void shelf.set(key, value),
    },
    home,
    openChannel: signInChannel,
    ...parts,
  });
  onTestFinished(() => {
    record.leave();
  });
  return record;
}

/** The screen, with what it holds laid open. */
async function open(record: ClinicRecord, shared = sharedSmall()) {
  const screen = await render(SendToRecord, { record, make: bundle(shared) });
  await page.getByText('Send to the clinic’s record').click();
  return screen;
}

/** The screen before a record system that behaves so, with its address typed in. */
async function shown(
  ways: Ways = {},
  clientId: string | null = null,
  shared = sharedSmall(),
): Promise<{ readonly base: string; readonly record: ClinicRecord }> {
  const base = await commands.openRecord(ways, clientId);
  const record = recordAt(new URL('/back', base).href);
  await open(record, shared);
  await page.getByLabelText('Address of the record system').fill(base);
  return { base, record };
}

function button(name: string | RegExp) {
  return page.getByRole('button', { name });
}

async function connect(): Promise<void> {
  await button('Connect').click();
  await expect.element(page.getByText(/^Connected to 127/)).toBeVisible();
}

/** Signs in as the tab does that the link opens, and comes back in it. */
async function signIn(): Promise<void> {
  const link = page.getByRole('link', { name: /^Sign in at/ });
  await expect.element(link).toHaveAttribute('target', '_blank');
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  const { url } = await fetch((link.element() as HTMLAnchorElement).href);
  expect(await handOver(returnedQuery(new URL(url)) ?? '', signInChannel())).toBe(true);
}

describe('a record that is open', () => {
  test('takes all of it, and nothing twice', async () => {
    await shown();
    await connect();
    await button('Send').click();
    await expect.element(page.getByText(/record: 3 new, 0 there already/)).toBeVisible();
    await expect.element(page.getByText(/The patient is new/)).toBeVisible();
    await button('Send').click();
    await expect.element(page.getByText(/record: 0 new, 3 there already/)).toBeVisible();
    const { counts } = await commands.recordContents();
    expect(counts).toEqual({ Patient: 1, Observation: 2, DocumentReference: 1 });
  });

  test('takes it once although five answers in a row were lost', async () => {
    await shown();
    await connect();
    await commands.failNext(Array<Fault>(5).fill('drop-after'));
    await button('Send').click();
    await expect.element(page.getByText(/All of it is in the record/)).toBeVisible();
    const { counts, requests } = await commands.recordContents();
    expect(counts).toEqual({ Patient: 1, Observation: 2, DocumentReference: 1 });
    expect(requests.filter(({ line }) => line === 'POST /fhir').length).toBe(6);
  });

  test('is remembered, and nothing else is', async () => {
    const { base } = await shown();
    await connect();
    expect([...shelf]).toEqual([['limber-record-address', base]]);
    expect(recordAt(location.origin).address).toBe(base);
  });

  test('says in its own words why it does not take it, as text', async () => {
    await shown();
    await connect();
    const text = '<img src=x onerror="document.title=1">No licence for this.';
    const outcome = { resourceType: 'OperationOutcome', issue: [{ details: { text } }] };
    await commands.failNext([{ status: 422, body: outcome }]);
    await button('Send').click();
    await expect.element(page.getByText('The record system did not take it')).toBeVisible();
    await expect.element(page.getByText(text)).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });

  test('says what is there when it fails half way, and goes on from there', async () => {
    await shown({}, null, sharedWhole());
    await connect();
    await commands.failNext(['none', 'drop-after', 'none', { status: 403 }]);
    await button('Send').click();
    await expect.element(page.getByText('You may not write to this record')).toBeVisible();
    await expect.element(page.getByText('A part of it is in the record')).toBeVisible();
    await button('Send').click();
    // Two transactions of seven things each.
    await expect.element(page.getByText(/14 there already/)).toBeVisible();
    const observations = sharedWhole().sessions.flatMap(({ results }) => results).length;
    expect((await commands.recordContents()).counts.Observation).toBe(observations);
  }, 60_000);
});

describe('whose record it is', () => {
  test('is seen before anything is sent, and it goes to nobody else', async () => {
    await shown();
    const reference = await commands.addPatient('4711', 'Byron');
    await connect();
    await page.getByRole('radio', { name: /^Already a patient/ }).click();
    await expect.element(button('Send to this patient')).toBeDisabled();
    await page.getByLabelText('The patient’s number or id').fill('4712');
    await button('Find the patient').click();
    await expect.element(page.getByText('This patient was not found')).toBeVisible();
    await expect.element(button('Send to this patient')).toBeDisabled();
    await page.getByLabelText('The patient’s number or id').fill('4711');
    await button('Find the patient').click();
    await expect.element(page.getByText('Ada Byron')).toBeVisible();
    await expect.element(page.getByText(/born 1980-12-10/)).toBeVisible();
    expect((await commands.recordContents()).counts.Observation).toBe(0);
    await button('Send to this patient').click();
    await expect.element(page.getByText(/record: 3 new/)).toBeVisible();
    const { counts } = await commands.recordContents();
    expect(counts).toEqual({ Patient: 1, Observation: 2, DocumentReference: 1 });
    expect(reference).toMatch(/^Patient\//);
  });

  test('is asked again for the next person', async () => {
    const base = await commands.openRecord({}, null);
    const record = recordAt(base);
    record.address = base;
    await record.connect();
    await commands.addPatient('4711', 'Byron');
    const { rerender } = await open(record);
    await page.getByRole('radio', { name: /^Already a patient/ }).click();
    await page.getByLabelText('The patient’s number or id').fill('4711');
    await button('Find the patient').click();
    await expect.element(page.getByText('Ada Byron')).toBeVisible();
    await rerender({ record, make: bundle(sharedWhole()) });
    await expect.element(page.getByText('Ada Byron')).not.toBeInTheDocument();
    await expect.element(page.getByRole('radio', { name: /^Not in the record/ })).toBeChecked();
  });
});

describe('a record with a sign-in', () => {
  test('is opened in another tab, and written to with what came back', async () => {
    const { record } = await shown({}, 'limber');
    await connect();
    await expect.element(button('Send')).not.toBeInTheDocument();
    await signIn();
    await expect.element(page.getByText(/^Signed in\./)).toBeVisible();
    await button('Send').click();
    await expect.element(page.getByText(/record: 3 new/)).toBeVisible();
    const { requests } = await commands.recordContents();
    const token = requests.find(({ line }) => line === 'POST /fhir')?.token ?? '';
    expect(token.length).toBeGreaterThan(20);
    const kept = JSON.stringify([
      [...shelf],
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      location.href,
    ]);
    expect(kept).not.toContain(token);
    expect(requests.filter(({ line }) => line.includes(token))).toEqual([]);
    record.leave();
    expect(record.isSignedIn).toBe(false);
  });

  test('asks again when the sign-in has ended, and then goes on', async () => {
    await shown({}, 'limber');
    await connect();
    await signIn();
    await expect.element(page.getByText(/^Signed in\./)).toBeVisible();
    await commands.expireSignIns();
    await button('Send').click();
    await expect.element(page.getByText('The record system asks for a sign-in')).toBeVisible();
    await signIn();
    await button('Send').click();
    await expect.element(page.getByText(/record: 3 new/)).toBeVisible();
  });

  test('that was refused can be tried again', async () => {
    const { record } = await shown({}, 'limber');
    await connect();
    const before = record.signInLink;
    const state = new URL(before ?? '').searchParams.get('state') ?? '';
    await handOver(`error=access_denied&state=${state}`, signInChannel());
    await expect.element(page.getByText('The sign-in did not work')).toBeVisible();
    expect(record.signInLink).not.toBe(before);
    await signIn();
    await expect.element(page.getByText(/^Signed in\./)).toBeVisible();
  });

  test('knows this app by the name that the clinic gave it', async () => {
    const { record } = await shown({}, 'limber-clinic-7');
    await connect();
    await page.getByText('How this app is registered').click();
    await page.getByLabelText('Name of this app at the clinic').fill('limber-clinic-7');
    await expect.poll(() => record.signInLink).toContain('client_id=limber-clinic-7&');
    await signIn();
    await expect.element(page.getByText(/^Signed in\./)).toBeVisible();
    expect(shelf.get('limber-record-client')).toBe('limber-clinic-7');
  });

  test('can be opened by a token that was given out', async () => {
    await shown({ token: 'given-out' });
    await connect();
    await page.getByText('I have an access token').click();
    const field = page.getByLabelText('Access token');
    await field.fill('two words');
    await button('Use this token').click();
    await expect.element(page.getByText('A token has letters')).toBeVisible();
    await field.fill(' given-out ');
    await button('Use this token').click();
    await button('Send').click();
    await expect.element(page.getByText(/record: 3 new/)).toBeVisible();
    await button('Sign out').click();
    await button('Send').click();
    await expect.element(page.getByText('The record system asks for a sign-in')).toBeVisible();
  });
});

describe('an address', () => {
  test.each([
    ['http://record.example/fhir', 'This is no address that can be used'],
    ['http://127.0.0.1:9/fhir', 'The record system does not answer'],
    [location.origin, 'There is no FHIR R4 record system at this address'],
  ])('%s: %s', async (typed, words) => {
    await open(recordAt(location.origin));
    await page.getByLabelText('Address of the record system').fill(typed);
    await button('Connect').click();
    await expect.element(page.getByText(words)).toBeVisible();
    expect([...shelf]).toEqual([]);
  });

  test('is that of the clinic kit where none was typed yet', () => {
    localStorage.removeItem('limber-record-address');
    expect(clinicRecordHere().address).toBe(`${location.origin}/fhir`);
  });

  test('that the page may not reach is told from one that does not answer', async () => {
    const base = await commands.openRecord({}, null);
    const frame = document.createElement('iframe');
    const policy = `connect-src 'self' http://127.0.0.1:9`;
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve);
    });
    document.body.append(frame);
    onTestFinished(() => {
      frame.remove();
    });
    await loaded;
    const inside = frame.contentWindow as Window & typeof globalThis;
    const watched = watchedFetch(
      (input, init) => inside.fetch(input, init),
      inside.document,
      (host, cause) => new RecordFailure('record-blocked', host, { cause }),
    );
    await expect(watched(`${base}/metadata`)).rejects.toMatchObject({
      code: 'record-blocked',
      said: new URL(base).origin,
    });
    await expect(watched('http://127.0.0.1:9/fhir')).rejects.toBeInstanceOf(inside.TypeError);
    const record = recordAt(location.origin, { fetch: watched });
    await open(record);
    await page.getByLabelText('Address of the record system').fill(base);
    await button('Connect').click();
    await expect.element(page.getByText(/not allowed to reach that address/)).toBeVisible();
    await expect.element(page.getByText(new URL(base).origin)).toBeVisible();
  });
});
