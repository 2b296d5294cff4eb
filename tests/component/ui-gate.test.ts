import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Parts } from '../../src/app/assemble.ts';
import Choose from '../../src/ui/screens/Choose.svelte';
import Measure from '../../src/ui/screens/Measure.svelte';
import Plan from '../../src/ui/screens/Plan.svelte';
import Result from '../../src/ui/screens/Result.svelte';
import { raise } from '../helpers/results.ts';
import { partsWith, passedPartsWith, show } from '../helpers/screens.ts';
import { sessionOn } from '../helpers/sessions.ts';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const tick = (name: string | RegExp) => page.getByRole('checkbox', { name });
const none = button('None of these');
const goOn = button('Go on');

async function atTheGate(): Promise<Parts> {
  const parts = await partsWith();
  await show(Choose, parts);
  await expect.element(page.getByText(/^Is any of this new/)).toBeVisible();
  return parts;
}

describe('The gate', () => {
  test('is passed the first time by three pages and the pain, and kept', async () => {
    const parts = await atTheGate();
    await none.click();
    await expect.element(page.getByText('Is any of this so?', { exact: true })).toBeVisible();
    await none.click();
    await expect.element(page.getByText(/^Readiness check/)).toBeVisible();
    await none.click();
    await button('3').click();
    await expect.element(button('Start')).toBeVisible();
    expect(parts.safety.told).toMatchObject([
      { kind: 'answered', answers: { flags: [], readiness: [], pain: 3 } },
    ]);
    await expect.element(page.getByText(/cannot tell that nothing is wrong/)).toBeVisible();
    expect(document.body.textContent).not.toMatch(/you are safe|all clear/i);
  });

  test('is two taps and the pain after the first time', async () => {
    const { parts, pass } = await passedPartsWith();
    parts.safety.spend(pass);
    await show(Choose, parts);
    await none.click();
    await expect.element(page.getByText('Is any of this so?', { exact: true })).toBeVisible();
    await none.click();
    await button('0').click();
    await expect.element(button('Start')).toBeVisible();
    expect(parts.safety.told.at(-1)).toMatchObject({ answers: { readiness: null } });
  });

  test('asks about health before the year is over when it has changed, as it was told', async () => {
    const { parts, pass } = await passedPartsWith();
    parts.safety.spend(pass);
    await show(Choose, parts);
    await none.click();
    await button('My health has changed: ask me the readiness check again').click();
    await tick(/osteoporosis/).click();
    await goOn.click();
    await button('0').click();
    await expect.element(page.getByText(/^Forward bend: left out/)).toBeVisible();
    await expect.element(page.getByRole('radio', { name: /^Whole check/ })).not.toBeInTheDocument();
    await expect.element(page.getByRole('radio', { name: /^Leg raise/ })).toBeChecked();
  });

  test('goes back without forgetting, and not before its first page', async () => {
    await atTheGate();
    await expect.element(button('Back')).not.toBeInTheDocument();
    await none.click();
    await tick(/^Stiffness that limits/).click();
    await button('Back').click();
    await none.click();
    await expect.element(tick(/^Stiffness that limits/)).toBeChecked();
  });

  test('leads the focus to each new page', async () => {
    await atTheGate();
    await none.click();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
    await userEvent.tab();
    await expect.element(tick(/^Pain with fever/)).toHaveFocus();
    await userEvent.keyboard(' ');
    await expect.element(goOn).toBeVisible();
  });

  test('ends at an emergency sign: help first, whom to call, and no way on but being seen', async () => {
    const parts = await atTheGate();
    parts.settings.chooseRegion('AU');
    await tick(/^Chest pain/).click();
    await goOn.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(/^Call 000 now/);
    await expect
      .element(page.getByRole('link', { name: 'Call 000' }))
      .toHaveAttribute('href', 'tel:000');
    await page.getByRole('combobox').selectOptions('elsewhere');
    await expect.element(page.getByRole('alert')).toHaveTextContent(/your local emergency number/);
    await expect.element(button('Start')).not.toBeInTheDocument();
    await button('I have been seen').click();
    await expect.element(page.getByText(/^Tick only what is new or worse/)).toBeVisible();
    await expect.element(tick(/^Chest pain/)).not.toBeChecked();
  });

  test('after much pain opens nothing today, and says why', async () => {
    await atTheGate();
    await none.click();
    await none.click();
    await none.click();
    await button('8').click();
    await expect.element(page.getByText('No tests this time')).toBeVisible();
    await expect.element(page.getByText(/^That is much pain/)).toBeVisible();
    await expect.element(button('Start')).not.toBeInTheDocument();
    await button('Answer again').click();
    await expect.element(page.getByText(/^Is any of this new/)).toBeVisible();
  });

  test('fits a narrow screen', async () => {
    await page.viewport(360, 780);
    await atTheGate();
    for (let asked = 0; asked < 3; asked += 1) {
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
      await none.click();
    }
    await expect.element(button('10')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await page.viewport(1280, 800);
  });
});

describe('A running check', () => {
  test('is ended by a lock from elsewhere, and what it has given can be kept', async () => {
    const { parts, pass } = await passedPartsWith();
    const request = {
      steps: [{ test: 'slr', side: 'right' }],
      files: [],
      firstSide: null,
    } as const;
    const conditions = { warmUp: null, clothing: null };
    expect(parts.visit.begin({ ...request, conditions, origin: 'camera' }, pass)).toBe(true);
    parts.router.go({ screen: 'measure' });
    await show(Measure, parts);
    await expect.element(page.getByText('Right leg, 2 of 3')).toBeVisible();
    await parts.safety.answer({ flags: ['saddle'], readiness: null, pain: null });
    await expect.poll(() => parts.router.route.screen).toBe('choose');
    expect(parts.visit.state.at).toBe('idle');
    expect(parts.unfinished.cutOff?.session.results[0]?.trials).toHaveLength(1);
  });

  test('does not begin without a pass', async () => {
    const { parts, pass } = await passedPartsWith();
    const request = {
      steps: [{ test: 'slr', side: 'right' }],
      files: [],
      firstSide: null,
    } as const;
    const wish = { ...request, conditions: { warmUp: null, clothing: null } };
    expect(parts.visit.begin({ ...wish, origin: 'camera' }, null)).toBe(false);
    expect(parts.visit.begin({ ...wish, origin: 'camera' }, { ...pass })).toBe(false);
    expect(parts.visit.state.at).toBe('idle');
    expect(parts.visit.begin({ ...wish, origin: 'sample' }, null)).toBe(true);
  });
});

describe('After a leg raise', () => {
  const recent = { ...sessionOn(0, [raise('left', 60)]), startedAt: Date.now() - 60_000 };

  test('it is told where it was felt, why that holds the plan back, and changed', async () => {
    const parts = await partsWith([recent]);
    await show(Result, parts, { session: recent.id });
    const left = page.getByRole('region', { name: 'Leg raise, left' });
    await left.getByRole('checkbox', { name: 'Calf or foot' }).click();
    await expect.element(left.getByText(/^A pull below the knee may not be/)).toBeVisible();
    await left.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect.element(left.getByText('Felt: Calf or foot')).toBeVisible();
    await left.getByRole('button', { name: 'Change', exact: true }).click();
    await left.getByRole('checkbox', { name: 'Calf or foot' }).click();
    await left.getByRole('checkbox', { name: 'Back of the thigh' }).click();
    await left.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect.element(left.getByText('Felt: Back of the thigh')).toBeVisible();
    expect(parts.safety.told).toHaveLength(2);
  });

  test('of long ago nothing is asked any more', async () => {
    const old = sessionOn(0, [raise('left', 60)]);
    await show(Result, await partsWith([old]), { session: old.id });
    await expect.element(page.getByText('60°', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Where did you feel it?')).not.toBeInTheDocument();
    await expect.element(page.getByText(/^And how much now/)).not.toBeInTheDocument();
  });
});

describe('The plan', () => {
  const sessions = [sessionOn(0, [raise('left', 60), raise('right', 62)])];
  const card = (name: string) => page.getByRole('region', { name, exact: true });

  test('has no exercises while the tests are locked, and says what to do', async () => {
    const parts = await partsWith(sessions);
    await show(Plan, parts);
    await expect.element(card('Bridge')).toBeVisible();
    await parts.safety.answer({ flags: ['fever'], readiness: null, pain: null });
    await expect.element(page.getByText('No exercises for now')).toBeVisible();
    await expect.element(page.getByText(/^Contact a doctor today/)).toBeVisible();
    await expect.element(card('Bridge')).not.toBeInTheDocument();
    await button('I have been seen').click();
    await expect.element(card('Bridge')).toBeVisible();
  });

  test('leaves out what conditions and what was felt speak against', async () => {
    const parts = await partsWith(sessions);
    await show(Plan, parts);
    await expect.element(card('Seated hamstring stretch')).toBeVisible();
    await parts.safety.answer({ flags: [], readiness: ['osteoporosis'], pain: 0 });
    await expect.element(card('Seated hamstring stretch')).not.toBeInTheDocument();
    await parts.safety.tellFelt(sessions[0]!.id, 'left', ['tingling']);
    await expect.element(page.getByText(/^Tingling may not come from the muscle/)).toBeVisible();
  });

  test('leaves out what someone cannot do or does not want, and brings it back', async () => {
    const parts = await partsWith(sessions);
    await show(Plan, parts);
    await tick('I cannot get down to the floor and up again').click();
    await expect.element(card('Bridge')).not.toBeInTheDocument();
    await tick('I cannot get down to the floor and up again').click();
    await card('Bridge').getByText('Not for me').click();
    await card('Bridge').getByRole('button', { name: 'Leave it out' }).click();
    await expect.element(card('Bridge')).not.toBeInTheDocument();
    await expect.element(page.getByText('Bridge: you left it out.')).toBeVisible();
    await button('Bring back Bridge').click();
    await expect.element(card('Bridge')).toBeVisible();
    expect(parts.wishes.standing).toEqual(
      expect.objectContaining({ lacking: [], refused: [], swapped: [] }),
    );
  });

  test('does something else instead where that is wanted', async () => {
    const parts = await partsWith(sessions);
    await show(Plan, parts);
    const strap = card('Lying leg raise with a strap');
    await strap.getByText('Not for me').click();
    await strap.getByRole('button', { name: 'Rather: Seated hamstring stretch' }).click();
    await expect.element(strap).not.toBeInTheDocument();
    await expect
      .element(page.getByText(/^Lying leg raise with a strap: you rather do/))
      .toBeVisible();
    await button('Bring back Lying leg raise with a strap').click();
    await expect.element(strap).toBeVisible();
  });
});
