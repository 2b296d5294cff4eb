import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';

/** Compiles the store's code for a page that holds nothing else. */
export async function compiledStore(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../../src/store/store.ts', import.meta.url)),
        formats: ['es'],
      },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('The store was not compiled');
  return output.output[0].code;
}

/** Opens a page of the app's own origin with the store's code and nothing else. */
export async function storePage(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/store-page/**', (route) => {
    const isCode = route.request().url().endsWith('.js');
    const body = isCode ? code : '<!doctype html><title>store</title>';
    return route.fulfill({ contentType: isCode ? 'text/javascript' : 'text/html', body });
  });
  await page.goto('./store-page/');
  return page;
}
