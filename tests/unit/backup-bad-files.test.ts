import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure, type FailureCode } from '../../src/core/errors.ts';
import {
  lineOf,
  recordIn,
  sessionRecord,
  type BackupRecord,
} from '../../src/store/backup/backup-record.ts';
import { readBackup } from '../../src/store/backup/read-backup.ts';
import { checked } from '../../src/store/records.ts';
import { zipped } from '../../src/store/backup/zip-writer.ts';
import { craftedBackup, someBackup, someRecords } from '../helpers/backups.ts';
import { personOf } from '../helpers/people.ts';
import { sessionOn } from '../helpers/sessions.ts';

const line = lineOf(sessionRecord(sessionOn(0)));
const fine = JSON.parse(line) as Record<string, unknown>;

/**
 * What came of a file, and how long it took in milliseconds of a processor: a test says nothing of how busy the machine
 * is with others.
 */
async function outcomeOf(file: Blob): Promise<{ code: FailureCode | null; tookMs: number }> {
  const before = process.cpuUsage();
  const took = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  try {
    await readBackup(file);
    return { code: null, tookMs: took() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.code, tookMs: took() };
  }
}

/** To make a file of 100 MB takes longer than to refuse it. */
const patienceMs = 60_000;

/** So many zeros as text of JSON, in one line. */
function zeros(megabytes: number): Iterable<string> {
  return ['0'.repeat(megabytes * 2 ** 20)];
}

const deep = '['.repeat(100_000) + ']'.repeat(100_000);

describe('A file that is no backup', () => {
  test.each<[string, FailureCode, () => Blob | Promise<Blob>]>([
    ['is empty', 'backup-foreign', () => new Blob([])],
    ['is a text', 'backup-foreign', () => new Blob(['{"format":"limber-backup"}'])],
    ['is noise', 'backup-foreign', () => new Blob([randomBytes(100_000)])],
    ['is 100 MB of zeros', 'backup-foreign', () => new Blob([new Uint8Array(100 * 2 ** 20)])],
    [
      'is 100 MB of zeros in a gzip of 100 kB',
      'backup-foreign',
      () => new Blob([Uint8Array.from(gzipSync(Buffer.alloc(100 * 2 ** 20)))]),
    ],
    [
      'is the archive of something else',
      'backup-foreign',
      () => zipped([{ name: 'word/document.xml', lines: ['<xml/>'] }], 0),
    ],
    [
      'is the archive of another app with the same name for its manifest',
      'backup-foreign',
      () => craftedBackup([line], { format: 'other' }),
    ],
    ['is from a newer Limber', 'backup-too-new', () => craftedBackup([line], { version: 3 })],
    ['is cut in half', 'backup-truncated', async () => (await someBackup()).slice(0, 900)],
    [
      'has lost its last byte',
      'backup-truncated',
      async () => {
        const whole = await someBackup();
        return whole.slice(0, whole.size - 1);
      },
    ],
    ['unpacks to 100 MB of zeros', 'backup-too-large', () => craftedBackup(zeros(100))],
    [
      'has a manifest of 100 MB of zeros',
      'backup-too-large',
      () => zipped([{ name: 'limber.json', lines: zeros(100) }], 0),
    ],
    ['is nested 100,000 deep', 'backup-damaged', () => craftedBackup([deep])],
    [
      'has a manifest that is nested 100,000 deep',
      'backup-damaged',
      () => zipped([{ name: 'limber.json', lines: [deep] }], 0),
    ],
    ['lacks the file of a person', 'backup-damaged', () => withoutFile()],
    ['lacks a line', 'backup-damaged', () => craftedBackup([])],
    ['has a line twice', 'backup-damaged', () => craftedBackup([line, line])],
    ['has an empty line', 'backup-damaged', () => craftedBackup([''])],
    ['has a line that is no JSON', 'backup-damaged', () => craftedBackup([line.slice(1)])],
    [
      'has two people of one id',
      'backup-damaged',
      () => {
        const one = { person: personOf(sessionOn(0).id), file: 'a', lines: 0 };
        return craftedBackup([line], { people: [one, one] });
      },
    ],
  ])(
    '%s',
    async (_, code, make) => {
      const outcome = await outcomeOf(await make());
      expect(outcome.code).toBe(code);
      expect(outcome.tookMs).toBeLessThan(1000);
    },
    patienceMs,
  );
});

describe('A record that Limber does not write', () => {
  test.each<[string, string]>([
    ['has a key __proto__', line.replace('{', '{"__proto__":{"admin":true},')],
    ['has a key constructor', line.replace('{', '{"constructor":{"prototype":{}},')],
    [
      'has a key __proto__ deep inside',
      line.replace('"conditions":{', '"conditions":{"__proto__":{},'),
    ],
    ['has a key that nobody knows', JSON.stringify({ ...fine, weight: 80 })],
    ['has a number for a word', JSON.stringify({ ...fine, timeZone: 1 })],
    ['has a word for a number', JSON.stringify({ ...fine, startedAt: 'today' })],
    ['has a list for an object', JSON.stringify({ ...fine, conditions: [] })],
    ['is null', 'null'],
    ['is a list', '[]'],
    ['is of a kind from the future', JSON.stringify({ ...fine, kind: 'wish' })],
    ['has no kind', JSON.stringify({ ...fine, kind: undefined })],
  ])('%s', async (_, bad) => {
    expect((await outcomeOf(await craftedBackup([bad]))).code).toBe('backup-damaged');
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});

const records = [...someRecords().values()].map(lineOf);

/** Some bytes of a whole changed, and now and then its end cut off. */
function mutated(whole: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const changes = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 4,
  });
  const cut = fc.option(fc.nat({ max: whole.length }), { freq: 10 });
  return fc.tuple(changes, cut).map(([bytes, end]) => {
    const copy = Uint8Array.from(whole);
    for (const [at, byte] of bytes) copy[at] = byte;
    return copy.slice(0, end ?? copy.length);
  });
}

/** Expects a file to be refused with a known failure, or to give what `expected` allows. */
async function expectSound(file: Blob, expected: (record: BackupRecord) => void): Promise<void> {
  try {
    const { people } = await readBackup(file);
    for (const record of people.flatMap((one) => [...one.records.values()])) expected(record);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.code).toMatch(/^backup-/);
  }
}

/** So many files are read at once: their reading waits for threads of the platform for most of its time. */
const atOnce = 20;

function several<T>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(one, { minLength: atOnce, maxLength: atOnce });
}

// Together 20,000 files; in parts, so that a machine under load ends each in time.
describe.each(Array.from({ length: 10 }, (_, part) => part))('Mutated files, part %i', (seed) => {
  test('1500 archives: each is read as it was or refused', async () => {
    const whole = new Uint8Array(await (await someBackup()).arrayBuffer());
    const check = (bytes: Uint8Array<ArrayBuffer>): Promise<void> =>
      expectSound(new Blob([bytes]), (record) => {
        expect(records).toContain(lineOf(record));
      });
    await fc.assert(
      fc.asyncProperty(several(mutated(whole)), async (files) => {
        await Promise.all(files.map(check));
      }),
      { numRuns: 1500 / atOnce, seed },
    );
  }, 120_000);

  test('500 texts in whole archives: a record can be stored, or is refused', async () => {
    const texts = fc
      .constantFrom(...records)
      .chain((text) => mutated(new TextEncoder().encode(text)));
    const check = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
      const text = new TextDecoder().decode(bytes).replaceAll('\n', ' ');
      await expectSound(await craftedBackup([text]), (record) => {
        expect(recordIn(JSON.parse(lineOf(record)))).toEqual(record);
        if (record.kind === 'session') expect(checked(record.session)).toEqual(record.session);
      });
    };
    await fc.assert(
      fc.asyncProperty(several(texts), async (files) => {
        await Promise.all(files.map(check));
      }),
      { numRuns: 500 / atOnce, seed },
    );
  }, 120_000);
});

function withoutFile(): Promise<Blob> {
  return zipped(
    [
      {
        name: 'limber.json',
        lines: [
          JSON.stringify({
            format: 'limber-backup',
            version: 1,
            madeAt: 0,
            app: '',
            people: [{ person: personOf(sessionOn(0).id), file: 'people/x.jsonl', lines: 0 }],
            removedPeople: [],
          }),
        ],
      },
    ],
    0,
  );
}
