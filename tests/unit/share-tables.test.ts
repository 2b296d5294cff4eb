import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareWords } from '../../src/app/share-words.ts';
import type { Shared } from '../../src/share/content.ts';
import { cellText, csvOf } from '../../src/share/csv.ts';
import { noteOf } from '../../src/share/note.ts';
import { reportOf } from '../../src/share/report.ts';
import { reportText } from '../../src/share/report-text.ts';
import { anyShared, anyText, sharedSmall, sharedWhole } from '../helpers/shared.ts';

/** The rows of a table as RFC 4180 reads them. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g;
  for (const [, cell = '', end] of csv.replace(/^\uFEFF/, '').matchAll(cells)) {
    const text = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    rows.at(-1)?.push(text);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

const hostile = [
  '=1+1',
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\uFEFF=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '−1+1',
  "=cmd|' /C calc'!A0",
  '","=1+1',
  '";=1+1',
];

/** Something to share whose texts are all as given. */
function withTexts(text: string): Shared {
  const shared = sharedWhole();
  return {
    ...shared,
    person: { ...shared.person, name: text.slice(0, 80) },
    sessions: shared.sessions.map((one) => ({ ...one, timeZone: text.slice(0, 64) })),
    diary: shared.diary.map((entry) => ({ ...entry, note: text })),
  };
}

describe('a table', () => {
  it('has as many cells in each row as it has names, and every text whole', () => {
    fc.assert(
      fc.property(anyShared, (shared) => {
        const [names, ...rows] = rowsOf(csvOf(shared, shareWords));
        const results = shared.sessions.flatMap((one) => one.results).length;
        expect(rows.length).toBe(results + shared.diary.length + shared.log.length);
        for (const row of rows) expect(row.length).toBe(names?.length);
        const notes = rows.map((row) => row.at(-1)!.replace(/^'/, ''));
        for (const { note } of shared.diary) expect(notes).toContain(note.replace(/^'/, ''));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it.each(hostile)('makes no formula of %j', (text) => {
    expect(rowsOf(`${cellText(text)}\r\n`)[0]?.[0]).toMatch(text.startsWith('"') ? /^"/ : /^'/);
  });

  it('leaves numbers and harmless words as they are', () => {
    expect([-3.5, 0, 72.4, 'Leg raise', 'a=b', 'left', null].map(cellText)).toEqual([
      '-3.5',
      '0',
      '72.4',
      'Leg raise',
      'a=b',
      'left',
      '',
    ]);
  });

  it('is opened by LibreOffice without a single formula', () => {
    const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(isThere);
    if (soffice === undefined) {
      console.info(
        'Skipped: LibreOffice is not installed here (apt-get install libreoffice-calc).',
      );
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'limber-csv-'));
    try {
      const base = sharedWhole();
      const shared: Shared = {
        ...base,
        diary: hostile.map((note, index) => ({ ...base.diary[0]!, id: `${index}`, note })),
        sessions: base.sessions.map((one, i) => ({
          ...one,
          timeZone: hostile[i % hostile.length]!,
        })),
      };
      writeFileSync(join(folder, 'limber.csv'), csvOf(shared, shareWords));
      execFileSync(
        soffice,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'fods',
          // Comma, double quote, UTF-8, from line 1: as the dialogue offers it. Formulas are evaluated.
          '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true',
          '--outdir',
          folder,
          join(folder, 'limber.csv'),
        ],
        { stdio: 'pipe', timeout: 110_000 },
      );
      const opened = readFileSync(join(folder, 'limber.fods'), 'utf8');
      expect(opened).toContain('Leg raise');
      expect(opened).not.toContain('table:formula=');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});

describe('a note', () => {
  it('has one line for what was told and one for each test, whatever was written', () => {
    fc.assert(
      fc.property(anyShared, (shared) => {
        const lines = noteOf(reportOf(shared), shareWords)
          .split('\n')
          .filter((line) => line !== '');
        const tests = new Set(
          shared.sessions.flatMap(({ results }) => results.map(({ test }) => test)),
        );
        expect(lines.filter((line) => line.startsWith('O: ')).length).toBe(tests.size);
        expect(lines.filter((line) => !line.startsWith('O: ')).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('says both sides with their uncertainty, the change and what it is worth', () => {
    const [told, legs] = noteOf(reportOf(sharedWhole()), shareWords).split('\n');
    expect(told).toBe('S: Pain, 0 to 10: 1 (May 9, 2026). Easier to tie my shoes.');
    expect(legs).toMatch(
      /^O: Active straight-leg raise.*, May 10, 2026: left \d+° ± \d+°, right \d+° ± \d+°, difference \d+°\. Since March 1, 2026: left \d+° further \(beyond 11°: a real change\); right/,
    );
  });
});

describe('a report', () => {
  it('can be made of anything that can be shared', () => {
    fc.assert(
      fc.property(anyShared, (shared) => {
        const text = reportText(reportOf(shared), shareWords);
        expect(text.rows.length).toBe(text.charts.length);
        expect(JSON.stringify(text)).not.toMatch(/undefined|NaN|\bInvalid\b/);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('shows one number the same in table, note, chart and report', () => {
    const shared = sharedWhole();
    const report = reportOf(shared);
    const [legs] = report.tests;
    const newest = Math.round(legs!.sides[0]!.points.at(-1)!.estimate.value);
    expect(reportText(report, shareWords).rows[0]?.left).toMatch(new RegExp(`^${newest}° ±`));
    expect(noteOf(report, shareWords)).toContain(`left ${newest}° ±`);
    expect(csvOf(shared, shareWords)).toContain(
      `,${String(shared.sessions.at(-1)!.results[0]!.estimate!.value)},`,
    );
  });

  it('says how it was measured, that the person did it alone, and what was left out', () => {
    const text = reportText(reportOf(sharedSmall()), shareWords);
    expect(text.how).toMatch(/^Patient-measured/);
    expect(text.who).toBe('No name given');
    expect(text.limits).toContain('Left out by choice: name');
    expect(text.charts[0]?.protocol).toContain('one straight leg lifted');
  });

  it('names the visit that cannot be compared, and why', () => {
    const { sections } = reportText(reportOf(sharedWhole()), shareWords);
    const lines = sections.flatMap((section) => section.lines);
    expect(lines).toContain(
      'Leg raise, left, April 12, 2026: not compared, the camera’s direction was 4°, then 42°.',
    );
  });

  it('never judges a body', () => {
    const words = JSON.stringify(reportText(reportOf(withTexts('')), shareWords));
    expect(words).not.toMatch(/abnormal|clinical-grade|\btreats?\b|prevents?|deficit|risk score/i);
  });
});

it('a formula is safe in whatever text it hides', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...hostile), (text, formula) => {
      for (const row of rowsOf(csvOf(withTexts(formula + text), shareWords)).slice(1)) {
        for (const cell of row) {
          if (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell)) continue;
          expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠−]/u);
        }
      }
    }),
    { numRuns: 20 },
  );
}, 60_000);

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
