import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Choice } from '../../src/app/choice.svelte.ts';
import { untoldConditions } from '../../src/core/session/set-up.ts';
import Choose from '../../src/ui/screens/Choose.svelte';
import { passedPartsWith, show } from '../helpers/screens.ts';

function radio(name: string | RegExp) {
  return page.getByRole('radio', { name });
}

test('the whole check with the camera is one key away', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  (page.getByRole('button', { name: 'Start' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(parts.visit.request).toEqual({
    steps: [
      { test: 'forward-bend', side: null },
      { test: 'slr', side: 'left' },
      { test: 'slr', side: 'right' },
    ],
    origin: 'camera',
    files: [],
    firstSide: 'left',
    conditions: untoldConditions,
  });
  expect(parts.router.route.screen).toBe('measure');
});

test('every choice can be made with the keyboard alone', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Answer again' })).toHaveFocus();
  await userEvent.tab();
  await expect.element(radio(/^Whole check/)).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(radio(/^Leg raise/)).toBeChecked();
  await userEvent.tab();
  await expect.element(radio(/^Both legs/)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(radio('Right leg')).toBeChecked();
  await userEvent.tab();
  await expect.element(radio('Camera')).toHaveFocus();
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await expect.element(radio('Not yet')).toBeChecked();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(radio('Loose')).toBeChecked();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(parts.visit.request).toMatchObject({
    steps: [{ test: 'slr', side: 'right' }],
    conditions: { warmUp: 'none', clothing: 'loose' },
  });
});

test('nothing is taken for granted of the circumstances, and nothing kept for the next check', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  const warmUp = page.getByRole('group', { name: 'Have you moved before?' });
  const clothes = page.getByRole('group', { name: 'Your clothes' });
  for (const group of [warmUp, clothes]) {
    for (const option of group.getByRole('radio').all()) {
      await expect.element(option).not.toBeChecked();
    }
  }
  await warmUp.getByRole('radio', { name: 'Warmed up' }).click();
  await clothes.getByRole('radio', { name: 'Close-fitting' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  expect(parts.visit.request?.conditions).toEqual({ warmUp: 'warm', clothing: 'close' });
  expect(parts.choice.conditions).toEqual({ warmUp: null, clothing: null });
});

test('a person who has switched the keys off is not told to press any', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  await expect.element(page.getByText('To mark a stretch press any key')).toBeVisible();
  parts.settings.useKeys(false);
  await expect.element(page.getByText('press any key')).not.toBeInTheDocument();
  await expect.element(page.getByText('To stop press Esc.')).toBeVisible();
});

test('a check can be started without a word about the circumstances', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  await page.getByRole('button', { name: 'Start' }).click();
  expect(parts.visit.request?.conditions).toEqual({ warmUp: null, clothing: null });
});

test('a forward bend has no leg to choose', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(radio(/^Forward bend/)).toBeChecked();
  await expect.element(radio(/^Both legs/)).not.toBeInTheDocument();
  expect(parts.choice.request?.steps).toEqual([{ test: 'forward-bend', side: null }]);
});

test('the camera is placed for the test and the leg that are chosen', async () => {
  await show(Choose, (await passedPartsWith()).parts);
  await expect.element(page.getByText('At knee height and level')).toBeVisible();
  await radio(/^Leg raise/).click();
  await expect.element(page.getByText('then you turn round')).toBeVisible();
  await radio(/^Forward bend/).click();
  await expect.element(page.getByText('At hip height')).toBeVisible();
});

test('a knee straightening is of the leg that is chosen', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  await radio(/^Knee straightening/).click();
  await radio('Left leg').click();
  await expect.element(page.getByText(/nearest the camera\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  expect(parts.visit.request?.steps).toEqual([{ test: 'ake', side: 'left' }]);
});

test.each([
  [0.2, 'left', 'right'],
  [0.7, 'right', 'left'],
] as const)('which leg is done first is drawn (%d: %s)', (drawn, first, second) => {
  const choice = new Choice(() => drawn);
  expect(choice.request?.firstSide).toBe(first);
  expect(choice.steps.map(({ side }) => side)).toEqual([null, first, second]);
  choice.chooseTest('slr');
  choice.chooseLeg(second);
  expect(choice.request).toMatchObject({ firstSide: null, steps: [{ side: second }] });
});

test('a chair reach of both legs turns the chair in between', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  await radio(/^Chair reach/).click();
  await expect.element(page.getByText('then you turn the chair round')).toBeVisible();
  expect(parts.choice.request?.steps).toEqual([
    { test: 'chair-reach', side: 'left' },
    { test: 'chair-reach', side: 'right' },
  ]);
});

test.each([
  [/^Leg raise/, 'Then raise the leg slowly'],
  [/^Forward bend/, 'Then bend forward slowly'],
  [/^Knee straightening/, 'Then straighten the knee slowly'],
  [/^Chair reach/, 'Then reach forward slowly'],
])('whoever chooses %s is told how to start', async (test, how) => {
  await show(Choose, (await passedPartsWith()).parts);
  await radio(test).click();
  await expect.element(page.getByText(how)).toBeVisible();
});

test('a check with a video waits for the video', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  await radio(/^Leg raise/).click();
  await radio('Right leg').click();
  await radio('A video file').click();
  const start = page.getByRole('button', { name: 'Start' });
  await expect.element(start).toBeDisabled();
  const file = new File(['frames'], 'tuesday.webm', { type: 'video/webm' });
  await page.getByLabelText('Choose a video').upload(file);
  await expect.element(page.getByText('tuesday.webm')).toBeVisible();
  await start.click();
  expect(parts.visit.request).toMatchObject({ origin: 'video', files: [{ name: 'tuesday.webm' }] });
});

test('a whole check takes a video for each part, in its order', async () => {
  const { parts } = await passedPartsWith();
  await show(Choose, parts);
  await radio('A video file').click();
  const start = page.getByRole('button', { name: 'Start' });
  const pick = async (part: string) => {
    const file = new File(['frames'], `${part}.webm`, { type: 'video/webm' });
    await page.getByLabelText(`Choose a video: ${part}`).upload(file);
    await expect.element(page.getByText(`${part}.webm`)).toBeVisible();
  };
  await pick('Leg raise, right');
  await pick('Forward bend');
  await expect.element(start).toBeDisabled();
  await pick('Leg raise, left');
  await start.click();
  expect(parts.visit.request?.files).toMatchObject([
    { name: 'Forward bend.webm' },
    { name: 'Leg raise, left.webm' },
    { name: 'Leg raise, right.webm' },
  ]);
});

test('one video dropped is for all parts, several are for one each', () => {
  const names = (choice: Choice) => choice.videos.map(({ file }) => file?.name ?? null);
  const [a, b] = [new File([''], 'a.mp4'), new File([''], 'b.mp4')];
  const one = new Choice(() => 0);
  one.chooseVideos([a]);
  expect(names(one)).toEqual(['a.mp4', 'a.mp4', 'a.mp4']);
  const several = new Choice(() => 0);
  several.chooseVideos([a, b]);
  expect(names(several)).toEqual(['a.mp4', 'b.mp4', null]);
  expect(several.request).toBeNull();
  several.chooseVideos([b]);
  expect(names(several)).toEqual(['a.mp4', 'b.mp4', 'b.mp4']);
});
