import { expect, test } from '../helpers/guard.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { storedSessions } from '../helpers/stored-sessions.ts';

test('the sample goes the whole way to a number, is marked as one, and nothing is kept', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Try it with a sample' }).click();
  await expect(page).toHaveURL(/#\/result\/sample/, { timeout: 60_000 });
  await expect(page.getByText('This is a sample')).toBeVisible();
  await expect(page.getByText(/^\d\d°$/)).toBeVisible();
  await expectInOrder(page, 'result of the sample');
  await test.step('its movement can be seen again, in step with its curve', async () => {
    await page.getByText('See the movement').click();
    const slider = page.getByRole('slider', { name: 'Time in the movement' });
    await expect(slider).toHaveValue('0');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(slider).not.toHaveAttribute('aria-valuetext', /^0 seconds/);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expectInOrder(page, 'replay of the sample');
  });
  expect(await storedSessions(page)).toEqual([]);
  await page.getByRole('link', { name: 'Progress' }).click();
  await expect(page.getByText('Nothing to show yet')).toBeVisible();
});
