import { Failure } from '../core/errors.ts';
import { getLocale } from '../messages/generated/runtime.js';
import { listCameras, openCamera } from '../pose/camera.ts';
import { Estimator } from '../pose/estimator.ts';
import { watchGravity } from '../pose/gravity.ts';
import type { FrameSource } from '../pose/frame-source.ts';
import { newId } from '../store/ids.ts';
import { openStore } from '../store/store.ts';
import { Announcer } from './announcer.svelte.ts';
import { Cameras } from './cameras.svelte.ts';
import { claimCheck, isCheckRunning } from './check-lock.ts';
import { Choice } from './choice.svelte.ts';
import { Coach } from './coach.ts';
import { Engine } from './engine.svelte.ts';
import { HeldPictures } from './held-pictures.ts';
import { SessionHistory } from './history.svelte.ts';
import { browserRecognition, Listener } from './listener.ts';
import { Router } from './router.svelte.ts';
import { openSample } from './sample-clip.ts';
import { Settings, settingsShelf } from './settings.svelte.ts';
import { Tones } from './tones.ts';
import { UnfinishedCheck } from './unfinished-check.svelte.ts';
import { Visit } from './visit.svelte.ts';
import { browserSpeech, Voice } from './voice.ts';

/** The objects of the app, each made once. */
export interface Parts {
  readonly router: Router;
  readonly history: SessionHistory;
  readonly settings: Settings;
  readonly unfinished: UnfinishedCheck;
  readonly visit: Visit;
  readonly choice: Choice;
  readonly listener: Listener;
  readonly announcer: Announcer;
  readonly heldPictures: HeldPictures;
  readonly cameras: Cameras;
}

/** Builds the app out of the real browser: its camera, its storage, its address bar, its voice. */
export function assemble(): Parts {
  const history = new SessionHistory((onstale) => openStore({ onstale }), newId);
  const settings = new Settings(settingsShelf());
  const unfinished = new UnfinishedCheck(() => history.settings(), isCheckRunning);
  const secondEngine = new Engine(() => new Estimator('heavy'));
  const heldPictures = new HeldPictures();
  const cameras = new Cameras({ settings, list: listCameras, open: openCamera });
  const visit = new Visit({
    openers: { openCamera: () => cameras.open(), openVideo, openSample },
    engine: new Engine(() => new Estimator()),
    secondEngine,
    heldPictures,
    save: (session) => history.save(session),
    remember: unfinished.remember,
    watchGravity,
    coachOf: (step) => new Coach(step, () => secondEngine.loaded),
    cutOff: unfinished.cutOffNow,
    claim: claimCheck,
    restMs: () => 1000 * settings.rest,
    newId,
    now: () => Date.now(),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const voice = new Voice(browserSpeech(), getLocale, document);
  const tones = new Tones(() => new AudioContext());
  return {
    router: new Router(window),
    history,
    settings,
    unfinished,
    visit,
    choice: new Choice(Math.random),
    listener: new Listener(browserRecognition(), getLocale()),
    announcer: new Announcer(voice, tones, settings),
    cameras,
    heldPictures,
  };
}

/** Loads the reader of video files with the first video: most visits need none, and it is large. */
async function openVideo(file: Blob): Promise<FrameSource> {
  const reader = await import('../pose/video-file.ts').catch((cause: unknown) => {
    throw new Failure('model-missing', { cause });
  });
  return reader.openVideo(file);
}
