import type { Page } from '@playwright/test';
import { cameraShowing } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { raise } from '../helpers/results.ts';
import { seed } from '../helpers/seed.ts';
import { sessionOn } from '../helpers/sessions.ts';

test.use(cameraShowing('slr_right'));
test.describe.configure({ timeout: 180_000 });

declare global {
  interface Window {
    /** The stream that the page was given last. */
    limberHoldStream?: MediaStream;
  }
}

/** The clip raises, holds for 2 s, and lowers in these seconds, again and again. */
const clipSeconds = 12;

test('a leg that is held before the camera is counted while it is held, and the camera goes off at the end', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      window.limberHoldStream = await open(wanted);
      return window.limberHoldStream;
    };
  });
  await seed(page, [sessionOn(0, [raise('left', 61), raise('right', 66)])]);
  await page.goto('./#/play/strap-supine');
  const toggle = page.getByRole('switch', { name: 'Count with the camera' });
  await expect(toggle).not.toBeChecked();
  expect(await page.evaluate(() => window.limberHoldStream === undefined)).toBe(true);
  await toggle.check();
  await expect(page.getByText('The camera sees you.')).toBeVisible();
  await expect(page.getByText(/^(Into the stretch|It waits)$/).first()).toBeVisible();

  const seen = await watch(page, 3 * clipSeconds);
  const [first, last] = [seen.at(0)!, seen.at(-1)!];
  // Three times 2 s of hold, each with what is within ten degrees of it on both sides; the rest of 36 s is not counted.
  expect(first.left - last.left).toBeGreaterThanOrEqual(5);
  expect(first.left - last.left).toBeLessThanOrEqual(14);
  const counting = seen.filter(({ left }, i) => i > 0 && left < seen[i - 1]!.left);
  expect(new Set(counting.map(({ cue }) => cue))).toEqual(new Set(['Hold']));
  expect(seen.map(({ cue }) => cue)).toContain('It waits');

  await page.keyboard.press('Space');
  await expectInOrder(page, 'player, with the camera');
  await page.getByRole('button', { name: 'Finish here' }).click();
  await expect(page.getByText(/in your log\./)).toBeVisible();
  const isOff = () =>
    page.evaluate(() =>
      window.limberHoldStream!.getTracks().every((t) => t.readyState === 'ended'),
    );
  await expect.poll(isOff).toBe(true);
});

/** What the player says, and how many seconds are left of the hold, ten times a second. */
async function watch(
  page: Page,
  seconds: number,
): Promise<readonly { readonly left: number; readonly cue: string }[]> {
  return page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const seen: { left: number; cue: string }[] = [];
        const timer = setInterval(() => {
          const [left, cue] = ['.now p', '.cue'].map(
            (part) => document.querySelector(part)?.textContent ?? '',
          );
          seen.push({ left: Number(left), cue: cue ?? '' });
        }, 100);
        setTimeout(() => {
          clearInterval(timer);
          resolve(seen);
        }, ms);
      }),
    seconds * 1000,
  );
}
