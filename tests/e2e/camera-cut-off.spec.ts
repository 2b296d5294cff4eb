import { cameraShowing } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import { chooseCheck, onlyResult, passGate, sessionOnScreen, start } from '../helpers/journey.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { hide, letBeHidden } from '../helpers/pretend-hidden.ts';
import { storedUnfinished } from '../helpers/stored-unfinished.ts';

test.use(cameraShowing('dev_slr_03'));
// The clip some six times over in real time, with room for a busy machine.
test.describe.configure({ timeout: 240_000 });

declare global {
  interface Window {
    /** How often the screen was asked to stay on. */
    limberWakeLocks?: number;
    /** Whether a practice was asked for after the reload. */
    limberPractised?: boolean;
  }
}

test('a check that is hidden, and then cut off by a reload, goes on and loses no finished repetition', async ({
  page,
}) => {
  await letBeHidden(page);
  await page.addInitScript(() => {
    window.limberWakeLocks = 0;
    // Counted and refused, as on a low battery: a check has to go on without.
    navigator.wakeLock.request = () => {
      window.limberWakeLocks! += 1;
      return Promise.reject(new DOMException('The battery is low', 'NotAllowedError'));
    };
  });
  const wakeLocks = () => page.evaluate(() => window.limberWakeLocks);

  await test.step('the screen is kept on from the start', async () => {
    await chooseCheck(page, { test: 'Leg raise', leg: 'Left leg' });
    expect(await wakeLocks()).toBe(0);
    await start(page);
    await expect.poll(wakeLocks).toBe(1);
  });

  await test.step('a hidden page waits and says so; shown again it goes on, and keeps the screen on', async () => {
    await expect(page.getByText('Left leg, 1 of 3')).toBeVisible({ timeout: 60_000 });
    await hide(page, true);
    await expect(page.getByText('Paused', { exact: true })).toBeVisible();
    await expect(page.getByRole('status')).toHaveText('Paused, because this page is hidden.');
    expect(await wakeLocks()).toBe(1);
    await hide(page, false);
    await expect(page.getByText('Paused', { exact: true })).not.toBeVisible();
    await expect.poll(wakeLocks).toBe(2);
    await expect(page.getByText('Left leg, 3 of 3')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('a reload takes it up again after the second repetition', async () => {
    await expect.poll(async () => (await trialsSoFar()).length).toBeGreaterThanOrEqual(2);
    const before = await storedUnfinished(page);
    const trials = await trialsSoFar();
    await page.reload();
    await expect(page.getByText('A check was cut off')).toBeVisible();
    await passGate(page);
    await expect(page.getByText(/Leg raise, left 2 of 3/)).toBeVisible();
    await expectInOrder(page, 'choice, with a check that was cut off');
    await page.evaluate(() => {
      window.limberPractised = false;
      new MutationObserver(() => {
        window.limberPractised ||= /leg, practice|Practice: /.test(document.body.textContent);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.getByRole('button', { name: 'Go on' }).click();
    const session = await sessionOnScreen(page);
    expect(session.id).toBe(before?.session.id);
    expect(session.startedAt).toBe(before?.session.startedAt);
    expect(onlyResult(session)).toMatchObject({ end: 'complete' });
    expect(onlyResult(session).trials.slice(0, trials.length)).toEqual(trials);
    expect(await page.evaluate(() => window.limberPractised)).toBe(false);
    expect(await storedUnfinished(page)).toBeNull();
  });

  async function trialsSoFar() {
    return (await storedUnfinished(page))?.session.results.at(-1)?.trials ?? [];
  }
});
