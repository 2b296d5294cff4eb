import type { Page } from '@playwright/test';
import type { Session } from '../../src/core/session/session.ts';

/**
 * Watches the stage from now on; the returned function gives the furthest that a video's progress got until
 * the stage was left, 0 to 1.
 */
export async function watchProgress(page: Page): Promise<() => Promise<number>> {
  const furthest = await page.evaluateHandle(() => {
    const seen = { share: 0 };
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>('progress[aria-label^="Video"]');
      if (bar) seen.share = Math.max(seen.share, bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    return seen;
  });
  return () => furthest.evaluate(({ share }) => share);
}

/**
 * The different distances between neighbours on a session's curves, in whole milliseconds. A video of which
 * no frame was skipped has one of them, give or take the rounding.
 */
export function stepsOfCurves({ results }: Session): readonly number[] {
  const steps = results
    .flatMap(({ trials }) => trials)
    .flatMap((trial) => {
      if (trial.kind === 'refused') return [];
      return trial.trace.slice(1).map(({ at }, i) => at - trial.trace[i]!.at);
    });
  return [...new Set(steps)].sort((a, b) => a - b);
}
