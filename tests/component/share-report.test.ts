import { expect, it } from 'vitest';
import { shareWords } from '../../src/app/share-words.ts';
import { newCode } from '../../src/share/code.ts';
import type { Secret } from '../../src/share/keys.ts';
import { loadTypeface } from '../../src/share/report-pdf/typeface.ts';
import { writeReport } from '../../src/share/report-pdf/write-report.ts';
import { reportOf } from '../../src/share/report.ts';
import { sealed } from '../../src/share/seal.ts';
import { openedShare } from '../helpers/opened-share.ts';
import { sharedWhole } from '../helpers/shared.ts';

it('makes the report in the browser, with the typeface that is served with the app', async () => {
  const files = await loadTypeface();
  const { bytes, hasMissing } = await writeReport(
    reportOf(sharedWhole()),
    shareWords,
    files,
    'letter',
  );
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-');
  expect(hasMissing).toBe(false);
});

it('seals and opens with what the browser itself has', async () => {
  const secret: Secret = { kind: 'code', code: newCode() };
  expect(await openedShare(await sealed(sharedWhole(), secret), secret)).toEqual(sharedWhole());
});
