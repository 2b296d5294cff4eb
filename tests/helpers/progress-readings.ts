import type { Page } from '@playwright/test';

/** What one visit says: its number and how sure it is, in whole degrees. */
export interface VisitReading {
  readonly degrees: number;
  readonly giveOrTake: number;
}

/** Reads every visit off the progress chart of one test and side, by its keys, oldest first. */
export async function chartReadings(page: Page): Promise<readonly VisitReading[]> {
  const chart = page.getByRole('application');
  const count = Number(/(\d+) checks/.exec((await chart.getAttribute('aria-label')) ?? '')?.[1]);
  const reading = page.locator(`#${(await chart.getAttribute('aria-describedby'))!}`);
  await chart.focus();
  await chart.press('Home');
  const readings: VisitReading[] = [];
  for (let visit = 0; visit < count; visit += 1) {
    const found = /(\d+)°, give or take (\d+)/.exec(await reading.innerText());
    readings.push({ degrees: Number(found?.[1]), giveOrTake: Number(found?.[2]) });
    await chart.press('ArrowRight');
  }
  return readings;
}

/** Reads every visit off the table of the same, in its order: newest first. */
export async function tableReadings(page: Page): Promise<readonly VisitReading[]> {
  const cells = await page.getByRole('cell').filter({ hasText: '±' }).allInnerTexts();
  return cells.map((cell) => {
    const found = /(\d+)° ± (\d+)/.exec(cell);
    return { degrees: Number(found?.[1]), giveOrTake: Number(found?.[2]) };
  });
}
