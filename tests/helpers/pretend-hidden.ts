import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Hides the page from itself, or shows it again. */
    limberHide?: (isHidden: boolean) => void;
  }
}

/**
 * Lets the page be told that it is hidden. Pretended: what the page sees of it, as a page of Playwright stays visible
 * behind others. To be called before the page is loaded.
 */
export async function letBeHidden(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let isHidden = false;
    Object.defineProperties(document, {
      visibilityState: { configurable: true, get: () => (isHidden ? 'hidden' : 'visible') },
      hidden: { configurable: true, get: () => isHidden },
    });
    window.limberHide = (hides) => {
      isHidden = hides;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    };
  });
}

/** As a person who goes to another tab, or comes back from it. */
export async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hides) => window.limberHide?.(hides), isHidden);
}
