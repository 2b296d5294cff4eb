import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromiumLaunch } from './chromium.mjs';
import {
  clipPath,
  clips,
  fakeCameraPath,
  setUps,
  wholeCheck,
  wholeCheckPath,
  type Clip,
  type SetUpClip,
} from './fake-camera.ts';

/** Chromium plays Motion JPEG at this rate, whatever the clip's own: all of them have 15 frames a second. */
const playedPerSecond = 30;
const filmedPerSecond = 15;

const mediabunny = join(
  dirname(createRequire(import.meta.url).resolve('mediabunny')),
  'mediabunny.mjs',
);

/** Every frame of the video at /clip.webm as a JPEG in base64. Runs in the page. */
async function framesInPage(): Promise<readonly string[]> {
  const address = '/mediabunny.mjs';
  const { ALL_FORMATS, CanvasSink, Input, UrlSource } = (await import(
    address
  )) as typeof import('mediabunny');
  const input = new Input({ source: new UrlSource('/clip.webm'), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('the clip has no video');
  const frames: string[] = [];
  for await (const { canvas } of new CanvasSink(track).canvases()) {
    const drawn = canvas as HTMLCanvasElement;
    // chosen: about what a webcam's own compression leaves.
    frames.push(drawn.toDataURL('image/jpeg', 0.85).replace(/^[^,]*,/, ''));
  }
  return frames;
}

async function write(browser: Browser, clip: Clip | SetUpClip): Promise<void> {
  const page = await browser.newPage();
  // Web Codecs need a page of a secure origin; nothing listens there, the route answers.
  await page.route('http://localhost/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/clip.webm') return route.fulfill({ path: clipPath(clip) });
    if (pathname === '/mediabunny.mjs') return route.fulfill({ path: mediabunny });
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
  });
  await page.goto('http://localhost/');
  const frames = await page.evaluate(framesInPage);
  await page.close();
  const repeats = Array.from({ length: playedPerSecond / filmedPerSecond });
  const bytes = frames.flatMap((frame) => repeats.map(() => Buffer.from(frame, 'base64')));
  const path = fakeCameraPath(clip);
  mkdirSync(dirname(path), { recursive: true });
  // Written aside and renamed, so that a run that was stopped leaves no half file.
  writeFileSync(`${path}.part`, Buffer.concat(bytes));
  renameSync(`${path}.part`, path);
}

/** Playwright's global set-up: writes what the fake camera plays, for each clip that is new. */
export default async function writeFakeCameras(): Promise<void> {
  const missing = [...clips, ...setUps].filter((clip) => !existsSync(fakeCameraPath(clip)));
  if (missing.length > 0) {
    const browser = await chromium.launch(chromiumLaunch());
    for (const clip of missing) await write(browser, clip);
    await browser.close();
  }
  const parts = wholeCheck.flatMap(([clip, times]) => {
    const frames = readFileSync(fakeCameraPath(clip));
    return Array.from({ length: times }, () => frames);
  });
  writeFileSync(wholeCheckPath, Buffer.concat(parts));
}
