import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The widths every screen is looked at, in CSS pixels: a desk, a phone, and the least that WCAG asks for. */
const widths = [1280, 360, 320] as const;

/**
 * Expects the screen as it is now to be in order for everyone: no violation that axe can find, in light and
 * dark, on a wide and a narrow screen, and nothing that has to be scrolled for sideways. Leaves the page wide
 * and light.
 */
export async function expectInOrder(page: Page, screen: string): Promise<void> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    // A chart is drawn anew once it knows its width.
    await expect
      .poll(() => page.evaluate(outsideInPage), `what of "${screen}" does not fit ${width} px`)
      .toEqual([]);
    if (width === 320) continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(...(await violations(page)).map((what) => `${width} px, ${colorScheme}: ${what}`));
    }
  }
  await page.setViewportSize({ width: widths[0], height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
  expect(found, `what is wrong with the screen "${screen}"`).toEqual([]);
}

/** What reaches over the side of the window; the page as a whole where it can be scrolled sideways. */
function outsideInPage(): readonly string[] {
  const { scrollWidth } = document.documentElement;
  const page = scrollWidth > innerWidth ? [`the page, ${scrollWidth} px wide`] : [];
  const parts = [...document.querySelectorAll('h1, h2, h3, p, li, a, button, label, th, td, text')]
    .filter((part) => {
      const { left, right } = part.getBoundingClientRect();
      return left < 0 || right > innerWidth;
    })
    .map((part) => `${part.tagName} "${part.textContent.trim()}"`);
  return [...page, ...parts];
}

async function violations(page: Page): Promise<readonly string[]> {
  // The other way opens a page of its own for each run, and Limber has no frames that would need it.
  const result = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
