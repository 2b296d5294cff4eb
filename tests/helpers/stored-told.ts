import type { Page } from '@playwright/test';
import type { Told } from '../../src/core/safety/told.ts';
import { recordOf } from '../../src/store/records.ts';
import { rowsInPage } from './stored-sessions.ts';

/** What the page's database has of what was told, oldest first, and the gates of each session. */
export async function storedTold(
  page: Page,
): Promise<{ readonly told: readonly Told[]; readonly gates: readonly (readonly string[])[] }> {
  const records = (await page.evaluate(rowsInPage)).records.map(recordOf);
  return {
    told: records
      .flatMap((record) => (record.kind === 'told' ? record.told : []))
      .toSorted((a, b) => a.at - b.at),
    gates: records.flatMap((record) => (record.kind === 'session' ? [record.session.gates] : [])),
  };
}
