import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { build, preview } from 'vite';
import { chromiumLaunch } from '../helpers/chromium.mjs';

/** The built app, served, and a browser for it. */
export interface ServedApp {
  /** A browser that has never been here. */
  readonly newContext: () => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

/** Builds the app as it is shipped, serves it with its own headers and starts Chromium. */
export async function startApp(): Promise<ServedApp> {
  const root = resolve(import.meta.dirname, '../..');
  const outDir = await mkdtemp(join(tmpdir(), 'limber-bench-'));
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const server = await preview({
    root,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, strictPort: false },
  });
  const baseURL = server.resolvedUrls?.local[0];
  if (baseURL === undefined) throw new Error('The app could not be served.');
  const browser = await chromium.launch(chromiumLaunch());
  return {
    newContext: () => browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } }),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
