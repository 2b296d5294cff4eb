import { truthOf } from '../helpers/clip-truth.ts';
import { cameraShowing } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import {
  chooseCheck,
  numberOf,
  sessionOnScreen,
  start,
  startWithFile,
} from '../helpers/journey.ts';

test.use(cameraShowing('bend'));
// The clip three times over in real time, and once more as a file: with room for a busy machine.
test.describe.configure({ timeout: 300_000 });

test('a forward bend is measured untouched, by the camera and as a file alike', async ({
  page,
}) => {
  await chooseCheck(page, { test: 'Forward bend' });
  await start(page);
  const byCamera = await sessionOnScreen(page);
  expect(Math.abs(numberOf(byCamera) - truthOf('bend'))).toBeLessThan(6);
  await expect(page.getByText('from three bends')).toBeVisible();

  await startWithFile(page, 'bend');
  const byFile = await sessionOnScreen(page);
  expect(byFile.origin).toBe('video');
  expect(Math.abs(numberOf(byFile) - numberOf(byCamera))).toBeLessThan(2);
});
