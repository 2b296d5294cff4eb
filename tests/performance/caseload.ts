import type { BrowserContext, Page } from '@playwright/test';
import { joined } from '../../src/caseload/joined.ts';
import { recordRow, type CasePerson } from '../../src/caseload/records.ts';
import { summaryOf } from '../../src/caseload/summary.ts';
import { median } from '../../src/core/signal/robust.ts';
import { shareOf, weeksOf } from '../helpers/shares.ts';
import { timeRow, type Row } from './row.ts';
import type { ServedApp } from './served-app.ts';

/** The caseload that the issue asks for. */
const [people, sessions] = [500, 20];

/** How often it is opened; the median counts. */
const rounds = 5;

/** How long a caseload of 500 people with 20 sessions each takes to open, and one person of it. */
export async function caseloadRows(app: ServedApp): Promise<readonly Row[]> {
  const context = await app.newContext();
  const page = await filled(context);
  const [first, again, one]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('./#/data');
    await page.reload();
    await page.getByRole('link', { name: 'For therapists: caseload' }).waitFor();
    first.push(await timeTo(page, 'For therapists: caseload', '500 people'));
    await page.goto('./#/data');
    await page.getByRole('link', { name: 'For therapists: caseload' }).waitFor();
    again.push(await timeTo(page, 'For therapists: caseload', '500 people'));
    one.push(await timeTo(page, 'Person 7', 'Newest numbers'));
  }
  await context.close();
  return [
    timeRow('caseload-open-first', median(first), 500),
    timeRow('caseload-open-again', median(again), 500),
    timeRow('caseload-open-person', median(one), 500),
  ];
}

/** A page of a browser whose caseload has everybody in it, as the app itself writes them. */
async function filled(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto('./#/caseload');
  await page.getByText('Nobody kept yet').waitFor();
  const records: unknown[] = [];
  const rows: CasePerson[] = [];
  for (let person = 1; person <= people; person += 1) {
    const shared = shareOf(person, weeksOf(person, sessions, (person % 7) - 3));
    const all = joined([shared]) ?? shared;
    records.push(recordRow(shared.person.id, { kind: 'share', shared }));
    const summary = summaryOf({ ...all, goniometer: [] });
    rows.push({ id: shared.person.id, summary, seenAt: null, isFlagged: person % 9 === 0 });
  }
  await page.evaluate(putInPage, { records, people: rows });
  return page;
}

/** Runs in the page. */
async function putInPage(tables: Record<string, readonly unknown[]>): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('limber-caseload');
    opening.onsuccess = () => {
      resolve(opening.result);
    };
    opening.onerror = () => {
      reject(opening.error ?? new Error('refused'));
    };
  });
  const transaction = database.transaction(Object.keys(tables), 'readwrite');
  for (const [name, rows] of Object.entries(tables)) {
    for (const row of rows) transaction.objectStore(name).put(row);
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

/** From the click on a link until a text has been painted. */
function timeTo(page: Page, name: string, wanted: string): Promise<number> {
  return page.evaluate(
    async ([link, text]) => {
      const target = [...document.querySelectorAll('a')].find(
        ({ textContent }) => textContent.trim() === link,
      );
      if (target === undefined) throw new Error(`Nothing is called ${link}`);
      const before = performance.now();
      target.click();
      while (!document.body.textContent.includes(text)) {
        await new Promise((resolve) => {
          requestAnimationFrame(resolve);
        });
      }
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
      return performance.now() - before;
    },
    [name, wanted] as const,
  );
}
