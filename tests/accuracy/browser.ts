import { createReadStream, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, preview, type Plugin } from 'vite';
import { chromiumLaunch } from '../helpers/chromium.mjs';
import type { Subject } from './dataset.ts';

/** Served pages of the accuracy run in a real browser, and how to end them. */
export interface Browser {
  /** Opens one of the pages in this folder and waits until it has put `ready` on its window. */
  readonly open: (page: string, ready: string) => Promise<Page>;
  /** The address under which a subject's file is served. */
  readonly addressOf: (subject: Subject) => string;
  readonly close: () => Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
/** Chosen: a busy machine takes longer than Playwright's 30 s to load both models. */
const patienceMs = 180_000;

const pages = ['page.html', 'baseline-page.html', 'coach-page.html'];

/** Builds the pages with the app's own settings, serves them with the subjects' files, starts Chromium. */
export async function startBrowser(subjects: readonly Subject[]): Promise<Browser> {
  const outDir = await mkdtemp(join(tmpdir(), 'limber-accuracy-'));
  const input = pages.map((page) => join(import.meta.dirname, page));
  await build({
    root,
    base: '/',
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input } },
  });
  const server = await preview({
    root,
    base: '/',
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, strictPort: false },
    plugins: [serveFiles(subjects)],
  });
  const origin = server.resolvedUrls?.local[0];
  if (!origin) throw new Error('The accuracy pages could not be served.');
  const browser = await chromium.launch(chromiumLaunch());
  return {
    open: async (name, ready) => {
      const page = await browser.newPage();
      page.on('pageerror', (error) => {
        console.error(error);
      });
      page.setDefaultTimeout(patienceMs);
      await page.goto(`${origin}tests/accuracy/${name}`);
      await page.waitForFunction((property) => property in window, ready);
      return page;
    },
    addressOf: ({ id, kind }) => `/subjects/${id}.${kind}`,
    close: async () => {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}

/** Serves each subject's own file, and nothing beside it: the page cannot reach the truth. */
function serveFiles(subjects: readonly Subject[]): Plugin {
  const files = new Map(subjects.map(({ id, kind, file }) => [`/subjects/${id}.${kind}`, file]));
  return {
    name: 'limber:serve-subjects',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files.get(decodeURIComponent(request.url ?? ''));
        if (!file) {
          next();
          return;
        }
        response.setHeader('Content-Length', statSync(file).size);
        createReadStream(file).pipe(response);
      });
    },
  };
}
