import { cameraShowing } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import { chooseCheck, start } from '../helpers/journey.ts';
import { storedSessions } from '../helpers/stored-sessions.ts';

test.use(cameraShowing('slr_right'));

declare global {
  interface Window {
    /** The stream that the page was given last. */
    limberStream?: MediaStream;
  }
}

test.describe('a person who does not allow the camera', () => {
  test.use({ permissions: [] });

  test('is told how to allow it, and measures once it is allowed', async ({ page, context }) => {
    await chooseCheck(page, { test: 'Leg raise', leg: 'Right leg' });
    await start(page);
    await expect(page.getByRole('alert')).toContainText('Limber may not use the camera');
    await expect(page.getByRole('alert')).toContainText('the browser’s address bar');
    expect(await storedSessions(page)).toEqual([]);

    await context.grantPermissions(['camera']);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Right leg, practice')).toBeVisible({ timeout: 30_000 });
  });
});

test('a camera that another program has is asked for again, and then measures', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = () => {
      navigator.mediaDevices.getUserMedia = open;
      return Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
    };
  });
  await chooseCheck(page, { test: 'Leg raise', leg: 'Right leg' });
  await start(page);
  await expect(page.getByRole('alert')).toContainText('The camera is in use');
  expect(await storedSessions(page)).toEqual([]);

  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Right leg, practice')).toBeVisible({ timeout: 30_000 });
});

test('a camera unplugged in the middle of a raise leaves no half session behind', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      window.limberStream = await open(wanted);
      return window.limberStream;
    };
  });
  await chooseCheck(page, { test: 'Leg raise', leg: 'Right leg' });
  await start(page);
  await expect(page.getByText('Slowly up', { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => {
    const [track] = window.limberStream!.getVideoTracks();
    track!.stop();
    // Only a real unplugging tells of it; stopping by hand does not.
    track!.dispatchEvent(new Event('ended'));
  });
  await expect(page.getByRole('alert')).toContainText('The camera stopped');
  await expect(page.getByRole('alert')).toContainText('goes on after the last repetition');
  expect(await storedSessions(page)).toEqual([]);

  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Right leg, practice')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Leave without keeping anything' }).click();
  // Whoever begins again answers again.
  await expect(page.getByRole('heading', { name: 'Before you start' })).toBeVisible();
  expect(await storedSessions(page)).toEqual([]);
});
