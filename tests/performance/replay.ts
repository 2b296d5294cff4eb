import { movedVisit } from '../helpers/motions.ts';
import { seed } from '../helpers/seed.ts';
import { frameRow, type Row } from './row.ts';
import type { ServedApp } from './served-app.ts';

/**
 * How many frames were painted late while two movements were played side by side for their six seconds: more than half a
 * frame later than the screen's own beat. Chosen: one in a hundred may be.
 */
export async function replayRows(app: ServedApp): Promise<readonly Row[]> {
  const visits = [movedVisit(0, 60, 64), movedVisit(7, 66, 70)];
  const context = await app.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await seed(
    page,
    visits.map(({ session }) => session),
    visits.flatMap(({ motions }) => motions),
  );
  await page.goto(`./#/result/${visits[1]!.session.id}`);
  const right = page.getByRole('region', { name: 'Leg raise, right' });
  await right.getByText('See the movement').click();
  await right.getByRole('checkbox').check();
  const late = await page.evaluate(async () => {
    const next = (): Promise<number> =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    const isPlaying = (): boolean =>
      [...document.querySelectorAll('button')].some((one) => one.textContent.trim() === 'Pause');
    const gaps: number[] = [];
    let before = await next();
    while (isPlaying()) {
      const now = await next();
      gaps.push(now - before);
      before = now;
    }
    const beat = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
    return { frames: gaps.length, late: gaps.filter((gap) => gap > 1.5 * beat).length };
  });
  await context.close();
  return [frameRow('replay-long-frames', late.late, Math.ceil(late.frames / 100))];
}
