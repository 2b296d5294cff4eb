import type { Session } from '../../src/core/session/session.ts';
import { expect, test } from '../helpers/guard.ts';
import { tabTo } from '../helpers/keyboard.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { raise } from '../helpers/results.ts';
import { seed } from '../helpers/seed.ts';
import { sessionOn } from '../helpers/sessions.ts';

const check: Session = sessionOn(0, [raise('left', 61), raise('right', 66)]);
/** Half past ten of the day after, on the clocks of whoever runs this. */
const morning = new Date(2026, 2, 2, 10, 30);

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: morning });
});

test('what the plan says for today is played by the clock, asked about and stands in the log', async ({
  page,
}) => {
  await seed(page, [check]);
  await page.goto('./#/plan');
  const today = page.getByRole('region', { name: 'Today' });
  await expect(today.getByText('Nothing yet this week.')).toBeVisible();
  await tabTo(page, today.getByRole('link', { name: /^Start, / }));
  await page.keyboard.press('Enter');

  await expect(page.getByText('Get ready').first()).toBeVisible();
  // The look takes longer than the step lasts.
  await page.keyboard.press('Space');
  await expectInOrder(page, 'player, getting ready');
  await page.keyboard.press('Space');
  await page.clock.runFor(11_000);
  await expect(page.getByText('Hold', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Left side').first()).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText('Paused').first()).toBeVisible();
  await expectInOrder(page, 'player, holding');
  // The page is light, the stage is not: the body on it has the colour of words on dark.
  const body = page.locator('main svg .near path').first();
  await expect(body).toHaveCSS('stroke', 'rgb(238, 234, 227)');
  await page.keyboard.press('Space');
  await page.clock.runFor(61_000);
  await page.keyboard.press('Escape');

  await expect(page.getByText(/in your log\./)).toBeVisible();
  await expectInOrder(page, 'player, done');
  await page.getByRole('radio', { name: '2', exact: true }).check();
  await page.getByRole('radio', { name: 'The same or better' }).check();
  await page.getByRole('button', { name: 'Keep the answer' }).click();
  await expect(page.getByText(/Your answer is kept/)).toBeVisible();
  await page.getByRole('link', { name: 'To your plan' }).click();

  await expect(today.getByText('Back of the thighs')).toBeVisible();
  await expect(today.getByText(/^Last: Today/)).toBeVisible();
  await page.reload();
  await expect(today.getByText(/^Last: Today/)).toBeVisible();

  await page.goto('./#/progress');
  await page.getByRole('radio', { name: 'Table' }).check();
  await expect(page.getByRole('row').filter({ hasText: /minute/ })).toHaveCount(1);
});

test('a break that is due leads to two minutes on the feet', async ({ page }) => {
  await seed(page, []);
  await page.goto('./#/habits');
  await expectInOrder(page, 'day habits');
  await page.getByRole('radio', { name: '30 minutes' }).check();
  await page.getByRole('button', { name: 'Remind me while Limber is open' }).click();
  await expect(page.getByText(/^Next at /)).toBeVisible();
  await page.goto('./#/learn');
  await expectInOrder(page, 'learn');
  await page.goto('./#/learn/sitting');
  await expectInOrder(page, 'learn, one page');
  await page.clock.fastForward('31:00');
  await page.getByRole('link', { name: 'Two minutes', exact: true }).click();
  await expect(page.getByRole('heading', { name: /calf/i })).toBeVisible();
  await page.clock.runFor(121_000);
  // Of the two minutes 84 seconds are stretched or moved; the rest are the pauses between.
  await expect(page.getByText('1 minute in your log.')).toBeVisible();
  expect(await page.getByText('Time to stand up').count()).toBe(0);
});

test.describe('for those who want no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('no figure moves', async ({ page }) => {
    await seed(page, [check]);
    await page.goto('./#/play/strap-supine');
    await expect(page.getByText('Get ready').first()).toBeVisible();
    await expect(page.locator('animate')).toHaveCount(0);
  });
});

test('what is not in the plan is not played by its address', async ({ page }) => {
  await seed(page, []);
  await page.goto('./#/play');
  await expect(page.getByText('Nothing to play here')).toBeVisible();
  await expectInOrder(page, 'player, nothing to play');
});
