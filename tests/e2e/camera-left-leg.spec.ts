import { truthOf } from '../helpers/clip-truth.ts';
import { cameraShowing, clipPath } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import {
  chooseCheck,
  numberOf,
  sessionOnScreen,
  start,
  startWithFile,
} from '../helpers/journey.ts';
import { storedSessions } from '../helpers/stored-sessions.ts';

test.use(cameraShowing('dev_slr_03'));
// The clip four times over in real time, the first for practice, and once more as a file: with room for a busy machine.
test.describe.configure({ timeout: 300_000 });

test('a left leg is measured untouched, and a file that is no video costs nothing', async ({
  page,
}) => {
  await chooseCheck(page, { test: 'Leg raise', leg: 'Left leg' });
  await start(page);
  const byCamera = await sessionOnScreen(page);
  expect(Math.abs(numberOf(byCamera) - truthOf('dev_slr_03'))).toBeLessThan(6);

  const text = Buffer.from('These words have never been a video. '.repeat(100));
  await startWithFile(page, { name: 'holiday.mp4', mimeType: 'video/mp4', buffer: text });
  await expect(page.getByRole('alert')).toContainText('This video could not be read');
  expect(await storedSessions(page)).toEqual([byCamera]);

  await page.getByRole('button', { name: 'Use a video' }).setInputFiles(clipPath('dev_slr_03'));
  const byFile = await sessionOnScreen(page);
  expect(Math.abs(numberOf(byFile) - numberOf(byCamera))).toBeLessThan(2);
  expect(await storedSessions(page)).toEqual([byCamera, byFile]);
});
