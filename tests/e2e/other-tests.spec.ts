import { truthOf } from '../helpers/clip-truth.ts';
import { expect, test } from '../helpers/guard.ts';
import { chooseCheck, numberOf, sessionOnScreen, startWithFile } from '../helpers/journey.ts';

test('a knee straightening on video becomes a number that says which way is further', async ({
  page,
}) => {
  await chooseCheck(page, { test: 'Knee straightening', leg: 'Right leg' });
  await startWithFile(page, 'dev_ake_02');
  const session = await sessionOnScreen(page);
  expect(session.results).toMatchObject([{ test: 'ake', side: 'right' }]);
  expect(Math.abs(numberOf(session) - truthOf('dev_ake_02'))).toBeLessThan(6);

  const right = page.getByRole('region', { name: 'Knee straightening, right' });
  await expect(right).toContainText('0° is straight, so smaller is further.');
  await page.getByRole('link', { name: 'See your progress' }).click();
  await expect(page.getByRole('application', { name: /^Knee straightening/ })).toBeVisible();
});
