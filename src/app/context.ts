import { createContext } from 'svelte';
import type { Announcer } from './announcer.svelte.ts';
import type { Cameras } from './cameras.svelte.ts';
import type { Choice } from './choice.svelte.ts';
import type { HeldPictures } from './held-pictures.ts';
import type { SessionHistory } from './history.svelte.ts';
import type { Listener } from './listener.ts';
import type { Router } from './router.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { UnfinishedCheck } from './unfinished-check.svelte.ts';
import type { Visit } from './visit.svelte.ts';

/** What App.svelte builds once and every screen may use: each pair reads it and sets it. */
export const [useRouter, provideRouter] = createContext<Router>();
export const [useHistory, provideHistory] = createContext<SessionHistory>();
export const [useSettings, provideSettings] = createContext<Settings>();
export const [useListener, provideListener] = createContext<Listener>();
export const [useUnfinished, provideUnfinished] = createContext<UnfinishedCheck>();
export const [useVisit, provideVisit] = createContext<Visit>();
export const [useHeldPictures, provideHeldPictures] = createContext<HeldPictures>();
export const [useCameras, provideCameras] = createContext<Cameras>();
export const [useChoice, provideChoice] = createContext<Choice>();
export const [useAnnouncer, provideAnnouncer] = createContext<Announcer>();
