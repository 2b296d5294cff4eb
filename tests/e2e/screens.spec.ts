import type { Page } from '@playwright/test';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { Result, Session } from '../../src/core/session/session.ts';
import type { SetUp } from '../../src/core/session/set-up.ts';
import { someBackup } from '../helpers/backups.ts';
import { expect, test } from '../helpers/guard.ts';
import { chooseCheck, passGate, start } from '../helpers/journey.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { seed } from '../helpers/seed.ts';
import { goodSetUp } from '../helpers/set-ups.ts';
import { bentKnee, estimate, measuredTrial, sessionOn, untold } from '../helpers/sessions.ts';

function raise(side: 'left' | 'right', value: number): Result {
  const trials = [measuredTrial(value - 1), measuredTrial(value + 1), bentKnee];
  return { test: 'slr', side, estimate: estimate(value), trials, ...untold };
}

function bend(value: number): Result {
  const trials = [{ ...measuredTrial(value), quantities: { 'hip-flexion': estimate(value) } }];
  return { test: 'forward-bend', side: null, estimate: estimate(value, 7), trials, ...untold };
}

const refused: Result = {
  test: 'slr',
  side: 'right',
  estimate: null,
  trials: [bentKnee, bentKnee, { kind: 'refused', reason: 'other-leg-lifted', amount: null }],
  ...untold,
};

/** Four weeks of someone who gets further, and one day on which nothing worked. */
const month: readonly Session[] = [
  sessionOn(0, [raise('left', 61), raise('right', 58), bend(88)]),
  sessionOn(7, [raise('left', 64), raise('right', 57)]),
  sessionOn(14, [raise('left', 67), raise('right', 66), bend(95)]),
  sessionOn(20, [refused]),
  sessionOn(27, [raise('left', 76), raise('right', 66)]),
];
const [, , , nothing, newest] = month;

test('every screen of someone new is in order', async ({ page }) => {
  await page.goto('./');
  await expectInOrder(page, 'start');

  await page.getByRole('link', { name: 'Start a check' }).click();
  await passGate(page);
  await expectInOrder(page, 'choice, by camera');
  await page.getByRole('radio', { name: 'A video file' }).check();
  await page.getByRole('radio', { name: /^Forward bend/ }).check();
  await expectInOrder(page, 'choice, of a video');

  await page.getByRole('link', { name: 'Progress' }).click();
  await expect(page.getByText('Nothing to show yet')).toBeVisible();
  await expectInOrder(page, 'progress, empty');
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await expect(page.getByText('First a check, then a plan')).toBeVisible();
  await expectInOrder(page, 'plan, empty');
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByText('No sessions yet')).toBeVisible();
  await expectInOrder(page, 'data, empty');

  await page.goto('./#/result/nowhere');
  await expect(page.getByText('This result is not here')).toBeVisible();
  await expectInOrder(page, 'a link that leads nowhere');
});

test('every screen of someone with a month behind them is in order', async ({ page }) => {
  await page.clock.setFixedTime(newest!.startedAt + 3_600_000);
  await seed(page, month);

  await page.goto(`./#/result/${newest!.id}`);
  await expect(page.getByText('76°')).toBeVisible();
  await expectInOrder(page, 'result of both legs');
  await page.goto(`./#/result/${nothing!.id}`);
  await expect(page.getByText('No number this time')).toBeVisible();
  await expectInOrder(page, 'result without a number');

  await page.goto('./#/progress');
  await expect(page.getByRole('application')).toHaveCount(2);
  await page.getByRole('application').first().press('Home');
  await expectInOrder(page, 'progress as a chart');
  await page.getByRole('radio', { name: 'Table' }).check();
  await expectInOrder(page, 'progress as a table');

  await page.goto('./#/plan');
  for (const more of await page.locator('details > summary').all()) await more.click();
  await expectInOrder(page, 'plan');

  await page.goto('./#/data');
  await page.getByRole('button', { name: 'Delete' }).first().click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectInOrder(page, 'data, one session deleted');
});

test('the screens of people, of a backup and of what goes wrong with it are in order', async ({
  page,
}) => {
  await seed(page, [month[0]!]);
  await page.goto('./#/people');
  await expectInOrder(page, 'people, one without a name');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expectInOrder(page, 'a person to be told of');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Remove Ada' }).click();
  await expectInOrder(page, 'people, one about to be removed');
  await page.keyboard.press('Escape');

  await page.goto('./#/data');
  await pickBackup(page, Buffer.from('no backup'));
  await expect(page.getByText('This is not a Limber backup.')).toBeVisible();
  await expectInOrder(page, 'data, not a backup');
  await pickBackup(page, Buffer.from(await (await someBackup()).arrayBuffer()));
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeVisible();
  await expectInOrder(page, 'data, an import to be decided');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expectInOrder(page, 'data, all about to be deleted');
});

function pickBackup(page: Page, buffer: Buffer): Promise<void> {
  return page
    .getByLabel('Import a backup file')
    .setInputFiles({ name: 'limber-backup.zip', mimeType: 'application/zip', buffer });
}

test('a table of checks that cannot be compared is in order, with both sides and their difference', async ({
  page,
}) => {
  const seenFrom = (setUp: SetUp, day: number): Session =>
    sessionOn(
      day,
      (['left', 'right'] as const).map((side) => ({ ...raise(side, 60 + day), setUp })),
    );
  const far = { ...goodSetUp, yaw: degrees(40) };
  await seed(page, [...[0, 7, 14].map((day) => seenFrom(goodSetUp, day)), seenFrom(far, 21)]);
  await page.goto('./#/progress');
  await page.getByRole('radio', { name: 'Table' }).check();
  await expect(page.getByText('not comparable')).toHaveCount(2);
  await expectInOrder(page, 'progress as a table of what cannot be compared');
});

test('the screen of a trouble is in order', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
  });
  await chooseCheck(page, { test: 'Forward bend' });
  await start(page);
  await expect(page.getByRole('alert')).toContainText('The camera is in use');
  await expectInOrder(page, 'trouble');
});

test.describe('a fault of the app', () => {
  test.use({ expectedProblems: [/made for this test/] });

  test('is told on a screen that is in order', async ({ page }) => {
    await page.goto('./');
    await page.evaluate(() => {
      void Promise.reject(new Error('A fault made for this test'));
    });
    await expect(page.getByRole('alert')).toContainText('Your sessions are safe');
    await expectInOrder(page, 'fault');
  });
});
