import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareWords } from '../../src/app/share-words.ts';
import type { Shared } from '../../src/share/content.ts';
import { papers, type Paper } from '../../src/share/report-pdf/page.ts';
import { writeReport, type ReportFile } from '../../src/share/report-pdf/write-report.ts';
import { reportOf } from '../../src/share/report.ts';
import { anyShared, sharedSmall, sharedWhole } from '../helpers/shared.ts';
import { typeface } from '../helpers/typeface.ts';

function fileOf(shared: Shared, paper: Paper = 'a4'): Promise<ReportFile> {
  return writeReport(reportOf(shared), shareWords, typeface(), paper);
}

/** What a poppler tool says of a file; null, told with its reason, where the tool is not installed. */
function poppler(tool: string, given: readonly string[], bytes: Uint8Array): string | null {
  if (!existsSync(`/usr/bin/${tool}`)) {
    console.info(`Skipped: ${tool} is not installed here (apt-get install poppler-utils).`);
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'limber-pdf-'));
  try {
    writeFileSync(join(folder, 'report.pdf'), bytes);
    return execFileSync(
      tool,
      [...given, join(folder, 'report.pdf'), ...(tool === 'pdftotext' ? ['-'] : [])],
      {
        encoding: 'utf8',
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the report as a file', () => {
  it.each(Object.keys(papers) as Paper[])(
    'is one or two pages of %s',
    async (paper) => {
      for (const shared of [sharedSmall(), sharedWhole()]) {
        const pages = (await PDFDocument.load((await fileOf(shared, paper)).bytes)).getPages();
        expect(pages.length).toBeLessThanOrEqual(2);
        const [width, height] = papers[paper];
        for (const page of pages) expect(page.getSize()).toEqual({ width, height });
      }
    },
    30_000,
  );

  it('has text that can be selected: who, when, numbers, how, and that the person did it', async () => {
    const { bytes, hasMissing } = await fileOf(sharedWhole());
    expect(hasMissing).toBe(false);
    const text = poppler('pdftotext', ['-layout'], bytes)?.replaceAll(/\s+/g, ' ');
    if (text === undefined) return;
    for (const part of [
      'Ada Byron',
      'born 1980',
      '6 visits from March 1, 2026 to May 10, 2026',
      'Patient-measured',
      'Page 1 of',
    ]) {
      expect(text).toContain(part);
    }
    const newest = sharedWhole().sessions.at(-1)!.results[0]!.estimate!;
    expect(text).toContain(`${Math.round(newest.value)}° ± `);
    expect(text).toContain('General information, not medical advice.');
  }, 30_000);

  it('has its typeface in it, and only the letters that it needs', async () => {
    const { bytes } = await fileOf(sharedWhole());
    // The whole files would be 90 kB.
    expect(bytes.length).toBeLessThan(60_000);
    const listed = poppler('pdffonts', [], bytes);
    if (listed === null) return;
    const fonts = listed
      .split('\n')
      .slice(2)
      .filter((line) => line !== '');
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    // emb and uni: embedded, and its letters can be copied.
    for (const line of fonts) expect(line).toMatch(/Atkinson.* yes +(yes|no) +yes /);
  }, 30_000);

  it('holds no picture: charts are lines', async () => {
    const { bytes } = await fileOf(sharedWhole());
    expect(Buffer.from(bytes).includes('/Subtype /Image')).toBe(false);
  }, 30_000);

  it('writes names of many languages, and says so where letters are missing', async () => {
    const named = (name: string): Shared => ({
      ...sharedSmall(),
      person: { ...sharedSmall().person, name },
    });
    expect((await fileOf(named('Łukasz Şahin-Müller Ñ'))).hasMissing).toBe(false);
    expect((await fileOf(named('日本語'))).hasMissing).toBe(true);
    expect((await fileOf(named('\u202Egnp\u0000.exe\uD800'))).hasMissing).toBe(false);
  }, 30_000);

  it('can be made of anything that can be shared', async () => {
    for (const shared of fc.sample(anyShared, { numRuns: 25, seed: 2 })) {
      const { bytes } = await fileOf(shared, 'letter');
      expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(0);
    }
  }, 120_000);

  it('breaks a word that is wider than the page, and ends', async () => {
    const base = sharedWhole();
    const diary = base.diary.map((entry) => ({ ...entry, note: 'W'.repeat(4000) }));
    const { bytes } = await fileOf({ ...base, diary });
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeLessThan(12);
  }, 30_000);
});
