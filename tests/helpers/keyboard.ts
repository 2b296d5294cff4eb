import { expect, type Locator, type Page } from '@playwright/test';

/** Chosen: no screen has as many stops before what is looked for. */
const mostStops = 25;

/**
 * Goes on by the Tab key until this has the focus; expects that wherever the focus rests on the way it can
 * be seen.
 */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const { name, isSeen } = await page.evaluate(focusInPage);
    expect(isSeen, `whether the focus on ${name} can be seen`).toBe(true);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The Tab key does not lead to ${String(wanted)}`);
}

/** What has the focus, and whether it, or the card around it, is outlined within the window. */
function focusInPage(): { name: string; isSeen: boolean } {
  const focused = document.activeElement ?? document.body;
  const drawn = focused.closest('label') ?? focused;
  const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
  const { top, bottom, left, right } = drawn.getBoundingClientRect();
  const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  return {
    name: `${focused.tagName} ${drawn.textContent.trim()}`,
    isSeen: isInside && isOutlined,
  };
}
