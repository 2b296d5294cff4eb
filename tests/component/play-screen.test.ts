import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Parts } from '../../src/app/assemble.ts';
import type { Played } from '../../src/app/route.ts';
import Play from '../../src/ui/screens/Play.svelte';
import Plan from '../../src/ui/screens/Plan.svelte';
import { raise } from '../helpers/results.ts';
import { ScriptedClock } from '../helpers/scripted-clock.ts';
import { partsWith, show } from '../helpers/screens.ts';
import { sessionOn } from '../helpers/sessions.ts';

const checked = [sessionOn(0, [raise('left', 60), raise('right', 62)])];
const noon = new Date(2026, 2, 4, 12).getTime();

interface Shown {
  readonly clock: ScriptedClock;
  readonly parts: Parts;
}

/** Shows the player of one thing on a phone, for somebody who has done a check. */
async function play(what: Played): Promise<Shown> {
  await page.viewport(360, 740);
  const clock = new ScriptedClock(noon);
  const parts = await partsWith(checked, null, { clock });
  await show(Play, parts, { what });
  await expect.element(page.getByRole('main')).toBeVisible();
  return { clock, parts };
}

const cue = (words: string) => page.getByText(words, { exact: true }).first();

describe('The player', () => {
  test('leads through each side of an exercise by the clock, and keeps what was held', async () => {
    const { clock, parts } = await play('calf');
    await expect.element(page.getByRole('heading', { name: /Calf/ })).toBeVisible();
    await expect.element(cue('Get ready')).toBeVisible();
    clock.pass(10);
    await expect.element(cue('Hold')).toBeVisible();
    await expect.element(page.getByText('Left side').first()).toBeVisible();
    clock.pass(30);
    await expect.element(cue('Change sides')).toBeVisible();
    clock.pass(10);
    await expect.element(page.getByText('Right side').first()).toBeVisible();
    clock.pass(15);
    await page.getByRole('button', { name: 'Finish here' }).click();
    await expect.element(page.getByText('1 minute in your log.')).toBeVisible();
    expect(parts.exercising.log.practices).toMatchObject([
      {
        worked: [
          { exercise: 'calf', side: 'left', seconds: 30 },
          { exercise: 'calf', side: 'right', seconds: 15 },
        ],
      },
    ]);
  });

  test('goes over several steps where the page was not called for a while', async () => {
    const { clock } = await play('calf');
    clock.leap(45);
    await expect.element(cue('Change sides')).toBeVisible();
  });

  test('waits where the device has slept, and counts nothing of it', async () => {
    const { clock, parts } = await play('calf');
    clock.pass(12);
    clock.leap(3600);
    await expect.element(page.getByText(/Your device slept/)).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    clock.pass(1);
    await page.getByRole('button', { name: 'Finish here' }).click();
    await expect.element(page.getByText('1 minute in your log.')).toBeVisible();
    expect(parts.exercising.log.practices[0]?.worked).toMatchObject([{ seconds: 3 }]);
  });

  test('is led by the keyboard, and says what it does to a screen reader', async () => {
    const { clock } = await play('calf');
    const said = page.getByRole('status').first();
    await expect.element(said).toHaveTextContent(/^Calf/);
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(said).toHaveTextContent('Hold. 30 seconds.');
    await userEvent.keyboard(' ');
    await expect.element(said).toHaveTextContent('Paused');
    clock.pass(60);
    await userEvent.keyboard(' ');
    await expect.element(said).toHaveTextContent('Hold. 30 seconds.');
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(cue('Get ready')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('Nothing was held long enough to be kept.')).toBeVisible();
  });

  test('ends at pain, and asks how it is with the answer at hand', async () => {
    const { clock, parts } = await play('calf');
    clock.pass(20);
    await page.getByRole('button', { name: 'It hurts' }).click();
    await expect.element(page.getByText(/Leave it out for today/)).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'Worse', exact: true })).toBeChecked();
    await page.getByRole('radio', { name: '4', exact: true }).click();
    await page.getByRole('button', { name: 'Keep the answer' }).click();
    await expect.element(page.getByText(/Your answer is kept/)).toBeVisible();
    await expect
      .poll(() => parts.exercising.log.told)
      .toMatchObject([{ asked: 'after', pain: 4, compared: 'worse' }]);
  });

  test('takes a run out of the log and brings it back', async () => {
    const { clock, parts } = await play('calf');
    clock.pass(20);
    await page.getByRole('button', { name: 'Finish here' }).click();
    await page.getByRole('button', { name: 'Take it out of the log' }).click();
    await expect.element(page.getByText('It is out of the log.')).toBeVisible();
    await expect.poll(() => parts.exercising.log.practices).toEqual([]);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect.poll(() => parts.exercising.log.practices).toHaveLength(1);
  });

  test('plays nothing that is not in the plan', async () => {
    await play('toe-touch');
    await expect.element(page.getByText('Nothing to play here')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'To your plan' }))
      .toHaveAttribute('href', '#/plan');
  });

  test('is in order on a narrow screen, playing and done', async () => {
    const { clock } = await play('today');
    clock.pass(12);
    expectInOrder();
    await page.getByRole('button', { name: 'Finish here' }).click();
    await expect.element(page.getByText('How does it feel now?')).toBeVisible();
    expectInOrder();
  });
});

describe('Today in the plan', () => {
  async function plan(at = noon): Promise<Shown> {
    const clock = new ScriptedClock(at);
    const parts = await partsWith(checked, null, { clock });
    await show(Plan, parts);
    await expect.element(page.getByRole('link', { name: /^Start, / })).toBeVisible();
    return { clock, parts };
  }

  test('is as long as is wanted', async () => {
    const { parts } = await plan();
    const today = page.getByRole('region', { name: 'Today' });
    await page.getByRole('radio', { name: '10 minutes' }).click();
    await expect.element(page.getByRole('link', { name: /^Start, (\d|10) minutes/ })).toBeVisible();
    await page.getByRole('radio', { name: 'As long as it takes' }).click();
    await expect.element(today.getByText(/^Side bridge/).first()).toBeVisible();
    await expect.poll(() => parts.wishes.standing).toMatchObject({ minutes: null });
  });

  test('is without what is not there or not wanted, until it is brought back', async () => {
    const { parts } = await plan();
    const today = page.getByRole('region', { name: 'Today' });
    parts.wishes.lack('strap', true);
    await expect.element(today.getByText(/^Lying knee straightening/).first()).toBeVisible();
    parts.wishes.refuse('bridge');
    await expect.element(today.getByText(/^Bridge/)).not.toBeInTheDocument();
    parts.wishes.swap('knee-straightening', 'doorway');
    await expect.element(today.getByText(/^Leg up the door frame/).first()).toBeVisible();
    await expect
      .poll(() => parts.wishes.standing)
      .toMatchObject({
        lacking: ['strap'],
        refused: ['bridge'],
        swapped: [{ exercise: 'knee-straightening', rather: 'doorway' }],
      });
    parts.wishes.bringBack('bridge');
    await expect.element(today.getByText(/^Bridge/).first()).toBeVisible();
  });

  test('asks on the morning after, halves what was too much, and says so', async () => {
    const { clock, parts } = await plan(noon - 86_400_000);
    await parts.exercising.log.keep([{ exercise: 'strap-supine', side: 'left', seconds: 90 }]);
    clock.leap(86_400);
    await show(Plan, parts);
    await page.getByRole('button', { name: 'Yes, worse' }).first().click();
    await expect.element(page.getByText(/so half of it today/).first()).toBeVisible();
    expect(parts.exercising.log.told).toMatchObject([
      { asked: 'next-morning', compared: 'worse', pain: null },
    ]);
  });

  test('adds up the week by muscle and side', async () => {
    const { parts } = await plan();
    await parts.exercising.log.keep([
      { exercise: 'strap-supine', side: 'left', seconds: 240 },
      { exercise: 'strap-supine', side: 'right', seconds: 120 },
      { exercise: 'bridge', side: null, seconds: 60 },
    ]);
    await expect.element(page.getByText('left 4 min, right 2 min')).toBeVisible();
    await expect.element(page.getByText('Buttocks', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/^Last: .*7 minutes/)).toBeVisible();
  });

  test('names a day to measure again', async () => {
    await plan();
    await expect
      .element(page.getByText(/A good day to measure again: (March 15|15 March)/))
      .toBeVisible();
  });
});

/** Expects that nothing has to be scrolled for sideways. */
function expectInOrder(): void {
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
}
