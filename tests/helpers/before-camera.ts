import { cameraShowing, type SetUpClip } from './fake-camera.ts';
import { test as guarded } from './guard.ts';

interface Filmed {
  /** What the camera shows. */
  readonly film: SetUpClip;
}

/**
 * The guarded test, in a browser of its own whose camera plays `film`: a browser has one camera for all of its life,
 * so that tests of one file could not have several.
 */
export const test = guarded.extend<Filmed>({
  film: ['dark', { option: true }],
  context: async ({ playwright, film }, use) => {
    const { launchOptions, permissions } = cameraShowing(film);
    const browser = await playwright.chromium.launch(launchOptions);
    const context = await browser.newContext(permissions ? { permissions } : {});
    await use(context);
    await browser.close();
  },
});
