import { expect } from '@playwright/test';
import { test } from '../helpers/guard.ts';

test.describe('coming back from a clinic’s sign-in', () => {
  test('hands over to the tab that asked, and leaves no code behind', async ({ page, context }) => {
    const asking = await context.newPage();
    await asking.goto('./');
    await asking.evaluate(() => {
      const channel = new BroadcastChannel('limber-sign-in');
      channel.addEventListener('message', ({ data }: MessageEvent<{ query?: string }>) => {
        if (data.query !== 'code=canary-code&state=s1') return;
        channel.postMessage({ taken: 's1' });
      });
    });
    await page.goto('./?code=canary-code&state=s1');
    await expect(page.getByText('That worked. Go back to the tab')).toBeVisible();
    expect(page.url()).not.toContain('canary');
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
    );
    expect(kept).not.toContain('canary');
  });

  test('says so when nobody asked, and leads into the app', async ({ page }) => {
    await page.goto('./?error=access_denied&state=s2');
    await expect(page.getByText('The page that asked for this sign-in is gone')).toBeVisible();
    await page.getByRole('link', { name: 'Open Limber' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(new URL(page.url()).search).toBe('');
  });
});
