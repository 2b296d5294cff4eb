import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shareWords } from '../../src/app/share-words.ts';
import type { Shared } from '../../src/share/content.ts';
import { bundleOf } from '../../src/share/fhir/bundle.ts';
import type { Tally } from '../../src/share/fhir/record-answer.ts';
import { RecordLine } from '../../src/share/fhir/record-line.ts';
import type { LineParts } from '../../src/share/tries.ts';
import { systems } from '../../src/share/fhir/systems.ts';
import { transactionsOf } from '../../src/share/fhir/transaction.ts';
import { FhirServer, type Fault } from '../helpers/fhir-server.ts';
import { anyShared, sharedSmall, sharedWhole } from '../helpers/shared.ts';

const never = new AbortController().signal;
/** What `sharedSmall` comes to: both legs, and the report. */
const small = { Patient: 1, Observation: 2, QuestionnaireResponse: 0, DocumentReference: 1 };
const kinds = ['Patient', 'Observation', 'QuestionnaireResponse', 'DocumentReference'] as const;

let server: FhirServer;
let base: string;
let close: () => Promise<void>;
/** Milliseconds that were to be waited. */
let waited: number[];

beforeEach(async () => {
  server = new FhirServer();
  ({ base, close } = await server.listen());
  waited = [];
}, 120_000);

afterEach(() => close());

function lineWith(token: string | null = null, parts: Partial<LineParts> = {}): RecordLine {
  return new RecordLine(base, token, {
    fetch,
    wait: (ms) => {
      waited.push(ms);
      return Promise.resolve();
    },
    now: () => Date.now(),
    timeout: 20_000,
    ...parts,
  });
}

async function send(
  shared: Shared,
  patient: string | null = null,
  line = lineWith(),
): Promise<Tally> {
  const bundle = await bundleOf(shared, shareWords, { pdf: new Uint8Array(300), withSnomed: true });
  return line.send(transactionsOf(bundle, patient), () => undefined, never);
}

/** How many of each kind the record has. */
async function counts(): Promise<Record<string, number>> {
  const all = await Promise.all(kinds.map(async (kind) => [kind, (await server.all(kind)).length]));
  return Object.fromEntries(all) as Record<string, number>;
}

describe('sending to a record', () => {
  it('makes everything, linked to the one patient', async () => {
    const shared = sharedWhole();
    const { isNewPatient, created, present, updated } = await send(shared);
    expect({ isNewPatient, present, updated }).toEqual({
      isNewPatient: true,
      present: 0,
      updated: 0,
    });
    const kept = await counts();
    expect(kept.Patient).toBe(1);
    expect(kept.DocumentReference).toBe(1);
    expect(kept.Observation).toBe(shared.sessions.flatMap(({ results }) => results).length);
    expect((kept.Observation ?? 0) + (kept.QuestionnaireResponse ?? 0) + 1).toBe(created);
    const [patient] = await server.all('Patient');
    for (const kind of kinds.slice(1)) {
      for (const one of await server.all(kind)) {
        expect(one).toMatchObject({ subject: { reference: `Patient/${patient?.id ?? ''}` } });
        expect(JSON.stringify(one)).not.toMatch(/"reference":"urn:/);
      }
    }
  });

  it.each(['drop-after', 'cut-after'] as const)(
    'keeps nothing twice after five lost answers in a row (%s)',
    async (fault) => {
      server.faults.push(...Array<Fault>(5).fill(fault));
      await send(sharedSmall());
      const once = await counts();
      // The line was there all the time, and all six came through.
      expect(server.requests.filter(({ line }) => line === 'POST /fhir').length).toBe(6);
      expect(waited).toEqual([500, 1000, 2000, 4000, 8000]);
      expect(once).toEqual(small);
    },
  );

  it('keeps nothing twice when all of it is sent five times more', async () => {
    const first = await send(sharedWhole());
    const once = await counts();
    for (let again = 0; again < 5; again += 1) {
      const { isNewPatient, created, present, updated } = await send(sharedWhole());
      expect({ isNewPatient, created }).toEqual({ isNewPatient: false, created: 0 });
      // The one number that was put right by hand is written again.
      expect([present + updated, updated]).toEqual([first.created, 1]);
    }
    expect(await counts()).toEqual(once);
  }, 60_000);

  it('keeps nothing twice in a record that takes a transaction as a batch', async () => {
    server.behave({ isStrict: false });
    server.faults.push('drop-after');
    await send(sharedSmall());
    await send(sharedSmall());
    expect(await counts()).toEqual(small);
  });

  it('puts right a number that was sent before it was corrected', async () => {
    const corrected = sharedWhole();
    const before: Shared = {
      ...corrected,
      sessions: corrected.sessions.map((session) => ({
        ...session,
        results: session.results.map((one) =>
          one.automatic === null ? one : { ...one, estimate: one.automatic, automatic: null },
        ),
      })),
    };
    await send(before);
    const valueOf = async (): Promise<readonly (string | number | undefined)[]> => {
      const all = await server.all('Observation');
      const name = corrected.corrections[0]!;
      const one = all.find(({ identifier }) =>
        identifier?.[0]?.value?.startsWith(`${name.sessionId}/${name.test}/${name.side ?? ''}`),
      );
      return [one?.status, one?.valueQuantity?.value];
    };
    const [status, value] = await valueOf();
    expect(status).toBe('final');
    expect(await send(corrected)).toMatchObject({ created: 0, updated: 1 });
    expect((await valueOf())[0]).toBe('amended');
    expect((await valueOf())[1]).not.toBe(value);
    expect(await counts()).toMatchObject({ Patient: 1, DocumentReference: 1 });
  });

  it('can be found by identifier', async () => {
    const shared = sharedSmall();
    await send(shared);
    const found = await fetch(
      `${base}/Patient?identifier=${encodeURIComponent(`${systems.identifier}|${shared.person.id}`)}`,
    );
    expect(await found.json()).toMatchObject({ total: 1 });
  });

  it('keeps hostile text as text, whatever it is', async () => {
    for (const shared of fc.sample(anyShared, { numRuns: 25, seed: 4 })) {
      server.repository.clear();
      await send(shared);
      const once = await counts();
      await send(shared);
      expect(await counts()).toEqual(once);
      expect(once.Patient).toBe(1);
    }
    const mean = '"}],"resourceType":"Practitioner","x":[{"<script>&identifier=|$,\\';
    server.repository.clear();
    await send({ ...sharedWhole(), app: mean, person: { ...sharedWhole().person, name: mean } });
    expect(await server.all('Practitioner')).toEqual([]);
    expect((await server.all('Patient'))[0]?.name).toEqual([{ text: mean }]);
  }, 60_000);

  it('would be taken by that record without a status: so it is looked at before', async () => {
    const sent = await fetch(`${base}/Observation`, {
      method: 'POST',
      body: JSON.stringify({ resourceType: 'Observation', code: { text: 'x' } }),
    });
    expect(sent.status).toBe(201);
  });
});

describe('somebody who is in the record already', () => {
  const system = 'http://clinic.example/numbers';

  async function known(value: string, more: object = {}): Promise<string> {
    const { id } = await server.repository.createResource({
      resourceType: 'Patient',
      identifier: [{ system, value }],
      name: [{ given: ['Ada', 'Augusta'], family: 'Byron' }],
      birthDate: '1980-12-10',
      ...more,
    });
    return `Patient/${id}`;
  }

  it('is found by number, by system and number, and by id', async () => {
    const reference = await known('4711');
    await known('47');
    const ada = { reference, name: 'Ada Augusta Byron', birthDate: '1980-12-10' };
    for (const typed of ['4711', ` ${system}|4711 `, reference, reference.slice(8)]) {
      expect(await lineWith().findPatient(typed, never)).toEqual(ada);
    }
  });

  it.each([
    '4712',
    'Patient/4711',
    '4711,47',
    '*',
    '../Patient',
    '4711&name=Ada',
    '|',
    'Ada Byron',
  ])('is not anybody else: %s', async (typed) => {
    await known('4711');
    await known('47');
    await expect(lineWith().findPatient(typed, never)).rejects.toMatchObject({
      code: 'record-patient',
    });
  });

  it('is not chosen among several, nor when no longer in use', async () => {
    await known('4711');
    await known('4711');
    await known('12', { active: false });
    await expect(lineWith().findPatient('4711', never)).rejects.toMatchObject({
      code: 'record-patient-many',
    });
    await expect(lineWith().findPatient('12', never)).rejects.toMatchObject({
      code: 'record-patient',
    });
  });

  it('has all of it, and no second patient is made', async () => {
    const reference = await known('4711');
    expect(await send(sharedWhole(), reference)).toMatchObject({ isNewPatient: false, present: 0 });
    await send(sharedWhole(), reference);
    expect((await server.all('Patient')).length).toBe(1);
    const observations = await server.all('Observation');
    expect(observations.length).toBe(
      sharedWhole().sessions.flatMap(({ results }) => results).length,
    );
    for (const { subject } of observations) expect(subject?.reference).toBe(reference);
  });

  it('has all of it also after it was sent to somebody else by mistake', async () => {
    const wrong = await known('1');
    const right = await known('2');
    await send(sharedSmall(), wrong);
    expect(await send(sharedSmall(), right)).toMatchObject({ present: 0 });
    const subjects = (await server.all('Observation')).map(({ subject }) => subject?.reference);
    expect(subjects.sort()).toEqual([wrong, wrong, right, right].sort());
  });
});

describe('a record that does not take it', () => {
  const outcome = (text: string) => ({
    resourceType: 'OperationOutcome',
    issue: [
      { severity: 'warning', diagnostics: 'nothing of note' },
      { severity: 'error', details: { text } },
    ],
  });

  it.each([
    [401, 'record-denied', 1],
    [403, 'record-forbidden', 1],
    [404, 'record-foreign', 1],
    [302, 'record-foreign', 1],
    [409, 'record-conflict', 6],
    [412, 'record-conflict', 1],
    [413, 'record-too-large', 1],
    [400, 'record-refused', 1],
    [422, 'record-refused', 1],
    [429, 'record-busy', 6],
    [503, 'record-busy', 6],
    [500, 'record-failing', 6],
    [502, 'record-failing', 6],
  ] as const)('%d is %s, after %d tries', async (status, code, tries) => {
    const headers = { location: 'http://127.0.0.1:9/' };
    server.faults.push(
      ...Array<Fault>(9).fill({ status, headers, body: outcome('Not\u0007 so.') }),
    );
    await expect(send(sharedSmall())).rejects.toMatchObject({ code, said: 'Not so.' });
    expect(server.requests.length).toBe(tries);
    expect(await server.all('Patient')).toEqual([]);
  });

  it('is asked again when it wants to be, and not when that is too far away', async () => {
    server.faults.push({ status: 429, headers: { 'retry-after': '7' } });
    await send(sharedSmall());
    expect(waited).toEqual([7000]);
    const at = new Date(Date.now() + 20_000).toUTCString();
    server.faults.push({ status: 503, headers: { 'retry-after': at } });
    await send(sharedSmall());
    expect(waited[1]).toBeGreaterThan(15_000);
    server.faults.push({ status: 503, headers: { 'retry-after': '3600' } });
    await expect(send(sharedSmall())).rejects.toMatchObject({ code: 'record-busy' });
    expect(waited.length).toBe(2);
  });

  it('is not there any more, or never answers', async () => {
    server.faults.push(...Array<Fault>(6).fill('drop-before'));
    await expect(send(sharedSmall())).rejects.toMatchObject({ code: 'record-unreachable' });
    server.faults.push(...Array<Fault>(6).fill('never'));
    const impatient = lineWith(null, { timeout: 40 });
    await expect(send(sharedSmall(), null, impatient)).rejects.toMatchObject({
      code: 'record-unreachable',
    });
    await close();
    await expect(send(sharedSmall())).rejects.toMatchObject({ code: 'record-unreachable' });
    ({ base, close } = await server.listen());
  });

  it.each([
    ['a page', '<!doctype html><title>Welcome</title>'],
    ['nothing', ''],
    ['another bundle', { resourceType: 'Bundle', type: 'searchset' }],
    [
      'fewer entries than were sent',
      { resourceType: 'Bundle', type: 'transaction-response', entry: [] },
    ],
    ['a deep one', '['.repeat(100_000)],
    ['an endless one', ' '.repeat(17 * 2 ** 20)],
  ])('answers with %s', async (_, body) => {
    server.faults.push({ status: 200, body });
    await expect(send(sharedSmall())).rejects.toMatchObject({ code: 'record-foreign' });
    expect(server.requests.length).toBe(1);
  });

  it('refuses one entry of a batch', async () => {
    const entry = ['201', '422 Unprocessable', '201', '201'].map((status) => ({
      response: { status, outcome: outcome('Where is the licence?') },
    }));
    server.faults.push({
      status: 200,
      body: { resourceType: 'Bundle', type: 'batch-response', entry },
    });
    await expect(send(sharedSmall())).rejects.toMatchObject({
      code: 'record-refused',
      said: 'Where is the licence?',
    });
  });

  it('says more than a person can read: two lines of it are shown', async () => {
    server.faults.push({ status: 422, body: outcome('\u202E<img src=x>\n'.repeat(1000)) });
    const failure = await send(sharedSmall()).catch((error: unknown) => error);
    expect((failure as { said: string }).said.length).toBeLessThanOrEqual(201);
    expect((failure as { said: string }).said).not.toContain('\n');
  });

  it('stops at once when it is told to', async () => {
    server.faults.push('never');
    const stopping = new AbortController();
    const bundle = await bundleOf(sharedSmall(), shareWords, { pdf: null, withSnomed: false });
    const sending = lineWith().send(transactionsOf(bundle, null), () => undefined, stopping.signal);
    stopping.abort();
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('greeting', () => {
  it('is answered by a record of R4', async () => {
    await expect(lineWith().greet(never)).resolves.toBeUndefined();
    expect(await lineWith().signInOffer(never)).toBeUndefined();
  });

  it.each([
    ['a page', () => new Response('<!doctype html>')],
    [
      'an older FHIR',
      () => Response.json({ resourceType: 'CapabilityStatement', fhirVersion: '3.0.2' }),
    ],
    ['nobody', () => new Response('', { status: 404 })],
  ])('is not answered by %s', async (_, answer) => {
    const line = lineWith(null, { fetch: () => Promise.resolve(answer()) });
    await expect(line.greet(never)).rejects.toMatchObject({ code: 'record-foreign' });
  });

  it('gives a token to nobody but the record, and in the header alone', async () => {
    server.behave({ token: 'canary-token' });
    await expect(send(sharedSmall())).rejects.toMatchObject({ code: 'record-denied' });
    await send(sharedSmall(), null, lineWith('canary-token'));
    for (const { line, body } of server.requests) expect(line + body).not.toContain('canary');
  });
});
