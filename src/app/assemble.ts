import { Failure } from '../core/errors.ts';
import { listCameras, openCamera } from '../pose/camera.ts';
import { Estimator } from '../pose/estimator.ts';
import type { FrameSource } from '../pose/frame-source.ts';
import { newId } from '../store/ids.ts';
import { openStore } from '../store/store.ts';
import { Cameras } from './cameras.svelte.ts';
import { Choice } from './choice.svelte.ts';
import { Engine } from './engine.svelte.ts';
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
  readonly cameras: Cameras;
}

/** Builds the app out of the real browser: its camera, its storage, its address bar. */
export function assemble(): Parts {
  const history = new SessionHistory((onstale) => openStore({ onstale }), newId);
  const settings = new Settings(settingsShelf());
  const cameras = new Cameras({ settings, list: listCameras, open: openCamera });
  const visit = new Visit({
    openers: { openCamera: () => cameras.open(), openVideo, openSample },
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
    settings,
    visit,
    choice: new Choice(),
    cameras,
  };
}

/** Loads the reader of video files with the first video: most visits need none, and it is large. */
async function openVideo(file: Blob): Promise<FrameSource> {
  const reader = await import('../pose/video-file.ts').catch((cause: unknown) => {
    throw new Failure('model-missing', { cause });
  });
  return reader.openVideo(file);
}
