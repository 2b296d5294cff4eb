import { cameraMissing } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import { chooseCheck, start } from '../helpers/journey.ts';
import { storedSessions } from '../helpers/stored-sessions.ts';

test.use(cameraMissing);

test('who has no camera is told so and can use a video or the sample', async ({ page }) => {
  await chooseCheck(page, { test: 'Leg raise', leg: 'Left leg' });
  await start(page);
  await expect(page.getByRole('alert')).toContainText('No camera found');
  await expect(page.getByRole('button', { name: 'Use a video' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeEnabled();
  expect(await storedSessions(page)).toEqual([]);
});
