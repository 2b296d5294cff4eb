import { cameraShowing } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import { tabTo } from '../helpers/keyboard.ts';
import { expectInOrder } from '../helpers/looks.ts';

test.use(cameraShowing('dev_slr_10'));

test('a check is chosen, begun and left by the keyboard alone, and the stage is in order', async ({
  page,
}) => {
  await page.goto('./');
  await tabTo(page, page.getByRole('link', { name: 'Start a check' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  const none = page.getByRole('button', { name: 'None of these' });
  for (const asked of [/^Is any of this new/, /^Is any of this so/, /^Readiness check/]) {
    await expect(page.getByRole('group', { name: asked })).toBeVisible();
    await tabTo(page, none);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Before you start' })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: '0', exact: true }));
  await page.keyboard.press('Enter');

  await tabTo(page, page.getByRole('radio', { name: /^Whole check/ }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /^Leg raise/ })).toBeChecked();
  await tabTo(page, page.getByRole('radio', { name: 'Both legs', exact: true }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Left leg' })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Start', exact: true }));
  await page.keyboard.press('Enter');

  await expect(page.getByText('Left leg, practice')).toBeVisible({ timeout: 30_000 });
  await expectInOrder(page, 'stage');
  await tabTo(page, page.getByRole('button', { name: 'Leave without keeping anything' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Before you start' })).toBeVisible();
});

test('whoever goes by the keyboard can skip what is the same on every screen', async ({ page }) => {
  await page.goto('./#/progress');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Start a check' }));
});
