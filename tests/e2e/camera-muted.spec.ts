import type { Page } from '@playwright/test';
import { truthOf } from '../helpers/clip-truth.ts';
import { cameraShowing } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import { listen, loudest, loudness, said } from '../helpers/heard.ts';
import { chooseCheck, numberOf, sessionOnScreen, start } from '../helpers/journey.ts';

test.use(cameraShowing('dev_slr_03'));
// The clip four times over in real time, the first for practice, with room for a busy machine.
test.describe.configure({ timeout: 180_000 });

/** Of full scale: 50 decibels below the quietest tone. */
const silence = 0.0005;

declare global {
  interface Window {
    /** What stood on the stage, in order. */
    limberWords?: string[];
  }
}

/** Makes the page write down from now on what stands on the stage: some words are there for less than a second. */
async function writeDownWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const words: string[] = [];
    window.limberWords = words;
    const look = (): void => {
      for (const { textContent } of document.querySelectorAll('main p')) words.push(textContent);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

test('who mutes a check hears nothing more, and is led on to the number by giant words', async ({
  page,
}) => {
  await listen(page);
  await chooseCheck(page, { test: 'Leg raise', leg: 'Left leg' });
  await start(page);
  await test.step('before, voice and tones are heard', async () => {
    await expect(page.getByText('Left leg, 1 of 3')).toBeVisible({ timeout: 60_000 });
    const practice = 'First for practice; this one does not count. Raise your left leg slowly.';
    expect(await said(page)).toContain(practice);
    expect(await loudest(page)).toBeGreaterThan(0.05);
  });

  await page.keyboard.press('m');
  await expect.poll(() => loudness(page)).toBeLessThan(silence);
  await loudest(page);
  const before = await said(page);

  await writeDownWords(page);
  const session = await sessionOnScreen(page);
  const words = await page.evaluate(() => window.limberWords);
  for (const one of ['Raise left leg', 'Hold still', 'Lower slowly', 'Got it']) {
    expect(words).toContain(one);
  }
  expect(words?.some((one) => /^\d+°$/.test(one))).toBe(true);
  expect(Math.abs(numberOf(session) - truthOf('dev_slr_03'))).toBeLessThan(6);
  expect(await said(page)).toEqual(before);
  expect(await loudest(page)).toBeLessThan(silence);
});
