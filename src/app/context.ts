import { createContext } from 'svelte';
import type { Parts } from './assemble.ts';
import type { Announcer } from './announcer.svelte.ts';
import type { Backup } from './backup.svelte.ts';
import type { Cameras } from './cameras.svelte.ts';
import type { Cases } from './cases.svelte.ts';
import type { ClinicStore } from './clinic-store.svelte.ts';
import type { Choice } from './choice.svelte.ts';
import type { ClinicRecord } from './clinic-record.svelte.ts';
import type { Exercising } from './exercising.ts';
import type { HeldPictures } from './held-pictures.ts';
import type { SessionHistory } from './history.svelte.ts';
import type { Inbox } from './inbox.svelte.ts';
import type { Listener } from './listener.ts';
import type { Outlet } from './outlet.ts';
import type { OwnLinks } from './own-links.svelte.ts';
import type { People } from './people.svelte.ts';
import type { Replies } from './replies.svelte.ts';
import type { Router } from './router.svelte.ts';
import type { Safety } from './safety.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { UnfinishedCheck } from './unfinished-check.svelte.ts';
import type { Visit } from './visit.svelte.ts';
import type { Wishes } from './wishes.svelte.ts';

/** What App.svelte builds once and every screen may use: each pair reads it and sets it. */
const [useRouter, provideRouter] = createContext<Router>();
const [useBackup, provideBackup] = createContext<Backup>();
const [usePeople, providePeople] = createContext<People>();
const [useHistory, provideHistory] = createContext<SessionHistory>();
const [useSafety, provideSafety] = createContext<Safety>();
const [useWishes, provideWishes] = createContext<Wishes>();
const [useReplies, provideReplies] = createContext<Replies>();
const [useSettings, provideSettings] = createContext<Settings>();
const [useListener, provideListener] = createContext<Listener>();
const [useUnfinished, provideUnfinished] = createContext<UnfinishedCheck>();
const [useVisit, provideVisit] = createContext<Visit>();
const [useHeldPictures, provideHeldPictures] = createContext<HeldPictures>();
const [useCameras, provideCameras] = createContext<Cameras>();
const [useChoice, provideChoice] = createContext<Choice>();
const [useAnnouncer, provideAnnouncer] = createContext<Announcer>();
const [useExercising, provideExercising] = createContext<Exercising>();
const [useInbox, provideInbox] = createContext<Inbox>();
const [useCases, provideCases] = createContext<Cases>();
const [useClinicRecord, provideClinicRecord] = createContext<ClinicRecord>();
const [useOwnLinks, provideOwnLinks] = createContext<OwnLinks>();
const [useClinicStore, provideClinicStore] = createContext<ClinicStore>();
const [useOutlet, provideOutlet] = createContext<Outlet>();

export {
  useRouter,
  usePeople,
  useBackup,
  useHistory,
  useSafety,
  useWishes,
  useReplies,
  useSettings,
  useListener,
  useUnfinished,
  useVisit,
  useHeldPictures,
  useCameras,
  useChoice,
  useAnnouncer,
  useExercising,
  useInbox,
  useCases,
  useClinicRecord,
  useOwnLinks,
  useClinicStore,
  useOutlet,
};

/** Gives all objects of the app to the components below. To be called while a component is made. */
export function provideParts(parts: Parts): void {
  provideRouter(parts.router);
  providePeople(parts.people);
  provideBackup(parts.backup);
  provideHistory(parts.history);
  provideSafety(parts.safety);
  provideWishes(parts.wishes);
  provideReplies(parts.replies);
  provideSettings(parts.settings);
  provideListener(parts.listener);
  provideUnfinished(parts.unfinished);
  provideVisit(parts.visit);
  provideHeldPictures(parts.heldPictures);
  provideCameras(parts.cameras);
  provideChoice(parts.choice);
  provideAnnouncer(parts.announcer);
  provideExercising(parts.exercising);
  provideInbox(parts.inbox);
  provideCases(parts.cases);
  provideClinicRecord(parts.clinicRecord);
  provideOwnLinks(parts.links);
  provideClinicStore(parts.clinicStore);
  provideOutlet(parts.outlet);
}
