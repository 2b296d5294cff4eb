import { cameraShowing } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import {
  chooseCheck,
  onlyResult,
  refusalsOf,
  sessionOnScreen,
  start,
  startWithFile,
} from '../helpers/journey.ts';

test.use(cameraShowing('slr_bad_knee'));
// The clip four times over in real time, the first for practice, and once more as a file: with room for a busy machine.
test.describe.configure({ timeout: 300_000 });

test('a knee that bends gives no number, by the camera or as a file, and is told why', async ({
  page,
}) => {
  await chooseCheck(page, { test: 'Leg raise', leg: 'Right leg' });
  await start(page);
  await expect(page.getByText('Knee straight', { exact: true })).toBeVisible({
    timeout: 45_000,
  });
  const byCamera = await sessionOnScreen(page);
  expect(onlyResult(byCamera).estimate).toBeNull();
  expect(refusalsOf(byCamera)).toEqual(['knee-bent', 'knee-bent', 'knee-bent']);
  await expect(page.getByText('No number this time')).toBeVisible();
  await expect(page.getByText(/Three lifts not counted: your knee bent \d+°/)).toBeVisible();

  await startWithFile(page, 'slr_bad_knee');
  const byFile = await sessionOnScreen(page);
  expect(onlyResult(byFile).estimate).toBeNull();
  expect(refusalsOf(byFile)).toEqual(['knee-bent']);
});
