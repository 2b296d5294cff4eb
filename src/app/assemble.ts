import { Failure } from '../core/errors.ts';
import { openCamera } from '../pose/camera.ts';
import { Estimator } from '../pose/estimator.ts';
import type { FrameSource } from '../pose/frame-source.ts';
import { newId } from '../store/ids.ts';
import { openStore } from '../store/store.ts';
import { Choice } from './choice.svelte.ts';
import { Engine } from './engine.svelte.ts';
import { HeldPictures } from './held-pictures.ts';
import { SessionHistory } from './history.svelte.ts';
import { Router } from './router.svelte.ts';
import { openSample } from './sample-clip.ts';
import { Settings, settingsShelf } from './settings.svelte.ts';
import { Visit } from './visit.svelte.ts';

/** The objects of the app, each made once. */
export interface Parts {
  readonly router: Router;
  readonly history: SessionHistory;
  readonly settings: Settings;
  readonly visit: Visit;
  readonly choice: Choice;
  readonly heldPictures: HeldPictures;
}

/** Builds the app out of the real browser: its camera, its storage, its address bar. */
export function assemble(): Parts {
  const history = new SessionHistory((onstale) => openStore({ onstale }), newId);
  const visit = new Visit({
    openers: { openCamera, openVideo, openSample },
    engine: new Engine(() => new Estimator()),
    secondEngine: new Engine(() => new Estimator('heavy')),
    save: (session) => history.save(session),
    newId,
    now: () => Date.now(),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return {
    router: new Router(window),
    history,
    settings: new Settings(settingsShelf()),
    visit,
    choice: new Choice(),
    heldPictures: new HeldPictures(),
  };
}

/** Loads the reader of video files with the first video: most visits need none, and it is large. */
async function openVideo(file: Blob): Promise<FrameSource> {
  const reader = await import('../pose/video-file.ts').catch((cause: unknown) => {
    throw new Failure('model-missing', { cause });
  });
  return reader.openVideo(file);
}
