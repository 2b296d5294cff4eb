import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { setUpStart } from '../../src/core/coach/set-up-state.ts';
import type { SetUpView } from '../../src/core/coach/set-up-view.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import '../../src/ui/styles/base.css';
import SetUpGuide from '../../src/ui/measure/SetUpGuide.svelte';

const rightLeg: Step = { test: 'slr', side: 'right' };
const good: SetUpView = {
  checks: { body: 'good', 'side-on': 'good', light: 'good', distance: 'good', camera: 'good' },
  problem: null,
  progress: 0.4,
};
const feetOut: SetUpView = {
  checks: { ...good.checks, body: 'bad', 'side-on': 'unknown' },
  problem: 'feet-out',
  progress: 0,
};

const guide = (view: SetUpView, step = rightLeg, isMirrored = true) =>
  render(SetUpGuide, { view, step, isMirrored });

const told = page.getByRole('status');
const checks = page.getByRole('list', { name: 'Before the test starts' });

describe('The set-up guide', () => {
  test('names the one thing to mend first, and how, aloud', async () => {
    await guide(feetOut);
    await expect.element(told).toHaveTextContent('Show your feet');
    await expect.element(told).toHaveTextContent('shift towards your head');
    await expect.element(told).toHaveAttribute('aria-live', 'assertive');
  });

  test('says of each check in words how it stands', async () => {
    await guide(feetOut);
    const items = checks.getByRole('listitem');
    expect(
      items.elements().map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    ).toEqual([
      'Whole body: not yet',
      'Side-on: waiting',
      'Light: good',
      'Distance: good',
      'Camera: good',
    ]);
  });

  test('tells someone for whom all is well to stay', async () => {
    await guide(good);
    await expect.element(told).toHaveTextContent('Stay there');
    await expect.element(told).toHaveTextContent('starts by itself');
  });

  test('says nothing is wrong before it knows', async () => {
    await guide(setUpStart.view);
    await expect.element(told).toHaveTextContent('One moment');
  });

  test('shows the body the way round that the picture is shown', async () => {
    const turned = (root: Element) => root.querySelector('svg > g')?.hasAttribute('transform');
    const { container: window } = await guide(good, rightLeg, false);
    expect(turned(window)).toBe(false);
    const { container: mirror } = await guide(good, rightLeg, true);
    expect(turned(mirror)).toBe(true);
    const { container: leftInMirror } = await guide(good, { test: 'slr', side: 'left' }, true);
    expect(turned(leftInMirror)).toBe(false);
  });

  test.each(['slr', 'ake', 'forward-bend', 'chair-reach'] as const)(
    'draws how to begin: %s',
    async (test) => {
      const { container } = await guide(good, { test, side: 'right' });
      // Trunk, leg, arm and head of the side that is near.
      const near = container.querySelectorAll('svg[viewBox="0 0 800 600"] .near path');
      expect(near).toHaveLength(4);
    },
  );
});
