import type { Analysis } from './page.ts';
import type { Angles } from './baseline-page.ts';
import { startBrowser } from './browser.ts';
import type { Subject } from './dataset.ts';

/** What the shipped measurement and, where asked for, the stock package gave for one subject. */
export interface Analysed {
  readonly subject: Subject;
  readonly analysis: Analysis;
  readonly baseline: Angles | null;
}

/** Runs every subject through the pages, one after the other, with a line of progress on standard error. */
export async function analyse(
  subjects: readonly Subject[],
  withBaseline: boolean,
): Promise<readonly Analysed[]> {
  const browser = await startBrowser(subjects);
  try {
    const page = await browser.open('page.html', 'analyse');
    const stock = withBaseline ? await browser.open('baseline-page.html', 'baseline') : null;
    const analysed: Analysed[] = [];
    for (const subject of subjects) {
      const call = [browser.addressOf(subject), subject.kind, subject.step] as const;
      const analysis = await page.evaluate(
        ([url, kind, step]) => window.analyse?.(url, kind, step),
        call,
      );
      const baseline = await stock?.evaluate(
        ([url, kind, step]) => window.baseline?.(url, kind, step),
        call,
      );
      if (!analysis) throw new Error(`The page gave nothing for ${subject.id}.`);
      analysed.push({ subject, analysis, baseline: baseline ?? null });
      process.stderr.write(
        `\r${String(analysed.length)} of ${String(subjects.length)} ${subject.id}          `,
      );
    }
    process.stderr.write('\n');
    return analysed;
  } finally {
    await browser.close();
  }
}
