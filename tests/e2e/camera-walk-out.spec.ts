import { cameraShowing } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import {
  chooseCheck,
  onlyResult,
  sessionOnScreen,
  start,
  startWithFile,
} from '../helpers/journey.ts';

test.use(cameraShowing('walk_out'));
// The clip in real time, and once more as a file: with room for a busy machine.
test.describe.configure({ timeout: 300_000 });

test('who walks out of the picture gets no number, from the camera or a file', async ({ page }) => {
  await chooseCheck(page, { test: 'Forward bend' });
  await start(page);
  await expect(page.getByText('Step into view', { exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Finish' }).click();
  const byCamera = await sessionOnScreen(page);
  expect(onlyResult(byCamera).estimate).toBeNull();
  await expect(page.getByText('No number this time')).toBeVisible();
  await expect(page.getByText('Nothing could be measured')).toBeVisible();

  await startWithFile(page, 'walk_out');
  const byFile = await sessionOnScreen(page);
  expect(onlyResult(byFile).estimate).toBeNull();
});
