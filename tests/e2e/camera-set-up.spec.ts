import { test } from '../helpers/before-camera.ts';
import type { SetUpClip } from '../helpers/fake-camera.ts';
import { expect } from '../helpers/guard.ts';
import { chooseCheck, start, type Wish } from '../helpers/journey.ts';
import { expectInOrder } from '../helpers/looks.ts';

interface Fault {
  readonly who: string;
  readonly film: SetUpClip;
  readonly wish: Wish;
  /** The giant words. */
  readonly cue: string;
  /** How to mend it. */
  readonly advice: string;
  /** The check that does not hold. */
  readonly check: string;
}

const bend: Wish = { test: 'Forward bend' };
const rightLeg: Wish = { test: 'Leg raise', leg: 'Right leg' };

const faults: readonly Fault[] = [
  {
    who: 'in the dark',
    film: 'dark',
    wish: bend,
    cue: 'More light',
    advice: 'Turn on a light or open a curtain.',
    check: 'Light: not yet',
  },
  {
    who: 'before a window',
    film: 'back_lit',
    wish: bend,
    cue: 'Light behind you',
    advice: 'Close the curtain there',
    check: 'Light: not yet',
  },
  {
    who: 'half out of the picture',
    film: 'half_out',
    wish: rightLeg,
    cue: 'Show your feet',
    advice: 'Move the camera back, or shift towards your head.',
    check: 'Whole body: not yet',
  },
  {
    who: 'with somebody beside them, who also stands where they should lie,',
    film: 'two_people',
    wish: rightLeg,
    cue: 'One person only',
    advice: 'Only the person being measured should be in the picture.',
    check: 'Whole body: not yet',
  },
  {
    who: 'far away',
    film: 'far_away',
    wish: bend,
    cue: 'Come nearer',
    advice: 'Move the camera nearer.',
    check: 'Distance: not yet',
  },
  {
    who: 'at an angle to the camera',
    film: 'turned',
    wish: rightLeg,
    cue: 'Turn side-on',
    advice: 'Lie straight across the picture',
    check: 'Side-on: not yet',
  },
];

// A few seconds each, with room for a busy machine: the second person is found by the larger model.
test.describe.configure({ timeout: 150_000 });

for (const { who, film, wish, cue, advice, check } of faults) {
  test.describe(`A person ${who}`, () => {
    test.use({ film });

    test('reads what to mend', async ({ page }) => {
      await chooseCheck(page, wish);
      await start(page);
      const told = page.getByRole('status');
      await expect(told).toContainText(cue, { timeout: 90_000 });
      await expect(told).toContainText(advice);
      await expect(page.getByRole('listitem').filter({ hasText: check })).toBeVisible();
      // It never becomes good, so that there is time to look.
      if (film !== 'half_out') return;
      const outline = page.locator('svg[viewBox="0 0 800 600"]');
      expect(await outline.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 800 });
      await expectInOrder(page, 'set-up that has to be mended');
    });
  });
}
