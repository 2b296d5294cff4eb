import { truthOf } from '../helpers/clip-truth.ts';
import { cameraShowingWholeCheck } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import { passGate, sessionOnScreen, start, withoutRests } from '../helpers/journey.ts';

test.use(cameraShowingWholeCheck());
/** What a check is to take at most; the film has none of the eight rests of 20 s, which count too. Milliseconds. */
const [sevenMinutes, rests] = [420_000, 8 * 20_000] as const;

// Three and a half minutes of film in real time, with room for a busy machine.
test.describe.configure({ timeout: 420_000 });

test('the whole check goes from Start to Result without a touch, one set-up and one turn after the other', async ({
  page,
}) => {
  await withoutRests(page);
  // The film lies down with the left side near first: so the draw has to say left.
  await page.addInitScript(() => {
    Math.random = () => 0;
    for (const kind of ['keydown', 'pointerdown', 'touchstart'] as const) {
      addEventListener(kind, () => sessionStorage.setItem('touched', kind), { capture: true });
    }
  });
  await page.goto('./#/check');
  await passGate(page);
  await expect(page.getByRole('radio', { name: /^Whole check/ })).toBeChecked();
  const startedAt = Date.now();
  await start(page);
  await page.evaluate(() => {
    sessionStorage.removeItem('touched');
  });

  const { results, firstSide } = await sessionOnScreen(page, 360_000);
  expect(Date.now() - startedAt + rests).toBeLessThan(sevenMinutes);
  expect(await page.evaluate(() => sessionStorage.getItem('touched'))).toBeNull();
  expect(firstSide).toBe('left');
  expect(results).toMatchObject([
    { test: 'forward-bend', side: null, end: 'complete' },
    { test: 'slr', side: 'left', end: 'complete' },
    { test: 'slr', side: 'right', end: 'complete' },
  ]);
  for (const [index, clip] of (['bend', 'dev_slr_03', 'slr_right'] as const).entries()) {
    const { estimate } = results[index]!;
    expect(Math.abs((estimate?.value ?? 0) - truthOf(clip))).toBeLessThan(6);
  }
});
