import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Session } from '../../src/core/session/session.ts';
import type { Store } from '../../src/store/store.ts';
import Plan from '../../src/ui/screens/Plan.svelte';
import { personOf } from '../helpers/people.ts';
import { bend, raise } from '../helpers/results.ts';
import { partsWith, show as showOver } from '../helpers/screens.ts';
import { showScreen } from '../helpers/screen-stage.ts';
import { sessionOn } from '../helpers/sessions.ts';

function show(sessions: readonly Session[]): Promise<Store> {
  return showScreen(Plan, { screen: 'plan' }, sessions);
}

/** A card by the name of its exercise. */
function card(name: string): ReturnType<typeof page.getByRole> {
  return page.getByRole('region', { name, exact: true });
}

describe('The plan', () => {
  test('begins with a check when nothing was measured', async () => {
    await show([]);
    await expect.element(page.getByText('First a check, then a plan')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Start a check' }))
      .toHaveAttribute('href', '#/check');
  });

  test('says up front when a change can be expected', async () => {
    await show([sessionOn(0, [raise('left', 60)])]);
    await expect
      .element(page.getByText('Compare at week 4; before that a change is usually within'))
      .toBeVisible();
  });

  test('gives each stretch with its reason, its source, its dose and how it is done', async () => {
    await show([sessionOn(0, [raise('left', 60), raise('right', 62)])]);
    const strap = card('Lying leg raise with a strap');
    await expect.element(strap).toHaveTextContent(/People gain from it wherever they start/);
    await expect.element(strap).toHaveTextContent('Source: Ayala 2013');
    await expect.element(strap).toHaveTextContent('2–4 × 30 seconds each leg');
    await expect.element(strap).toHaveTextContent('Source: Bandy 1997, Reid and Kim 2014');
    await expect.element(strap).toHaveTextContent(/Lie on your back/);
  });

  test('offers at least five exercises, each with a figure', async () => {
    await show([sessionOn(0, [raise('left', 60), raise('right', 62)])]);
    await expect.element(card('Walking')).toBeVisible();
    const figures = document.querySelectorAll('section section svg:has(.floor)');
    expect(figures.length).toBeGreaterThanOrEqual(5);
    expect(figures).toHaveLength(page.getByRole('link', { name: /^Play / }).elements().length);
  });

  test('has strength, other stretches and walking in parts of their own', async () => {
    await show([sessionOn(0, [raise('left', 60), raise('right', 62)])]);
    const strength = page.getByRole('region', { name: 'Strengthen', exact: true });
    await expect.element(strength.getByRole('region', { name: 'Bird dog' })).toBeVisible();
    const flexibility = page.getByRole('region', { name: /^Stretch the hips/ });
    await expect.element(flexibility.getByRole('region', { name: /figure four/ })).toBeVisible();
  });

  test('says what an exercise is for, and how to make it easier', async () => {
    await show([sessionOn(0, [raise('left', 60)])]);
    const dog = card('Bird dog');
    await expect.element(dog).toHaveTextContent('Trains back and buttocks');
    await expect.element(dog).toHaveTextContent('5, 3, 1 × 7–10 seconds each side');
    await dog.getByText('How to do it').click();
    await expect.element(dog.getByText(/^Easier: Stretch only the leg/)).toBeVisible();
  });

  test('begins with the leg that is far behind, and says whose finding that is', async () => {
    await show([sessionOn(0, [raise('left', 80), raise('right', 60)])]);
    await expect
      .element(page.getByText('Your right leg is 20° behind the left, more than most'))
      .toBeVisible();
    await expect
      .element(card('Lying knee straightening'))
      .toHaveTextContent('Begin with the right leg and give it one set more.');
  });

  test('does not call legs alike whose numbers are too unsure', async () => {
    await show([sessionOn(0, [raise('left', 74, 10), raise('right', 60, 10)])]);
    await expect.element(page.getByText(/too unsure to say/)).toBeVisible();
    expect(page.getByText(/Begin with the/).elements()).toHaveLength(0);
  });

  test('after a bend alone gives the reason of the bend', async () => {
    await show([sessionOn(0, [bend(70)])]);
    await expect
      .element(card('Lying leg raise with a strap'))
      .toHaveTextContent(/You have measured a forward bend/);
  });

  test('shows no typical range while the sex of the person is not known', async () => {
    await show([sessionOn(0, [raise('left', 40)])]);
    await expect.element(page.getByText('Leg raise, left')).toBeVisible();
    expect(page.getByText(/typical range/).elements()).toHaveLength(0);
  });

  test('shows the typical range of the person whose turn it is', async () => {
    const parts = await partsWith([sessionOn(0, [raise('left', 55)])]);
    await showOver(Plan, parts);
    expect(page.getByText(/typical range/).elements()).toHaveLength(0);
    await parts.people.change(parts.people.current.id, personOf('', { sex: 'male' }));
    await expect.element(page.getByText(/typical range for men/)).toBeVisible();
  });

  test('says of a dose that was not studied that it is our own', async () => {
    await show([sessionOn(0, [raise('left', 60)])]);
    const bridge = card('Bridge');
    await expect.element(bridge).toBeVisible();
    await bridge.getByText('How to do it').click();
    await expect.element(bridge.getByText(/A starting point of our own choice/)).toBeVisible();
  });

  test('names the caution of a stretch whose caution was seen at its source', async () => {
    await show([sessionOn(0, [raise('left', 60)])]);
    await expect
      .element(card('Seated hamstring stretch'))
      .toHaveTextContent(/Leave it out with osteoporosis/);
    expect(card('Standing reach to the toes').elements()).toHaveLength(0);
  });

  test('lists its sources with a way to look them up', async () => {
    await show([sessionOn(0, [raise('left', 60)])]);
    await page.getByText('Sources', { exact: true }).click();
    await expect
      .element(page.getByRole('link', { name: /10\.1080\/09593985\.2016\.1204401/ }))
      .toHaveAttribute('href', 'https://doi.org/10.1080/09593985.2016.1204401');
  });

  test('changes with the next check', async () => {
    const store = await show([sessionOn(0, [raise('left', 80), raise('right', 60)])]);
    await expect.element(page.getByText(/20° behind/)).toBeVisible();
    await store.sessions.save(sessionOn(7, [raise('right', 76)]));
    await expect.element(page.getByText(/Your legs are 4° apart/)).toBeVisible();
  });
});
