import { Failure } from '../core/errors.ts';
import { getLocale } from '../messages/generated/runtime.js';
import { listCameras, openCamera } from '../pose/camera.ts';
import { Estimator } from '../pose/estimator.ts';
import { watchGravity } from '../pose/gravity.ts';
import type { FrameSource } from '../pose/frame-source.ts';
import { openCaseload } from '../caseload/open-caseload.ts';
import { newId } from '../store/ids.ts';
import { firstDatabase, openPeople } from '../store/open-people.ts';
import type { BackupLine } from '../store/backup/backup-line.ts';
import { Announcer } from './announcer.svelte.ts';
import { Backup } from './backup.svelte.ts';
import { aloneWithCamera } from './camera-lock.ts';
import { Cameras } from './cameras.svelte.ts';
import { claimCheck, isCheckRunning } from './check-lock.ts';
import { Cases } from './cases.svelte.ts';
import { Choice } from './choice.svelte.ts';
import { clinicRecordHere } from './clinic-record-here.ts';
import type { ClinicRecord } from './clinic-record.svelte.ts';
import type { ClinicStore } from './clinic-store.svelte.ts';
import { deviceClock } from './clock.ts';
import { Coach } from './coach.ts';
import { Engine } from './engine.svelte.ts';
import { Exercising } from './exercising.ts';
import { FollowedRecords } from './followed-records.svelte.ts';
import { HeldPictures } from './held-pictures.ts';
import { SessionHistory } from './history.svelte.ts';
import { Inbox } from './inbox.svelte.ts';
import { browserRecognition, Listener } from './listener.ts';
import { browserNotifier } from './notifier.ts';
import { OwnLinks } from './own-links.svelte.ts';
import { People } from './people.svelte.ts';
import { browserOutlet, type Outlet } from './outlet.ts';
import { Persistence } from './persistence.ts';
import { PlayerAnnouncer } from './player-announcer.svelte.ts';
import { RememberedPerson } from './remembered-person.ts';
import { removerOf, Replies } from './replies.svelte.ts';
import { Router } from './router.svelte.ts';
import { Safety } from './safety.svelte.ts';
import { saveFile } from './save-file.ts';
import { openSample } from './sample-clip.ts';
import { forgetSettings, Settings, settingsShelf, tabShelf } from './settings.svelte.ts';
import { clinicStoreHere } from './store-here.ts';
import { Tones } from './tones.ts';
import { UnfinishedCheck } from './unfinished-check.svelte.ts';
import { version } from './version.ts';
import { Visit } from './visit.svelte.ts';
import { browserSpeech, Voice } from './voice.ts';
import { Wishes } from './wishes.svelte.ts';

/** The objects of the app, each made once. */
export interface Parts {
  readonly router: Router;
  readonly people: People;
  readonly backup: Backup;
  readonly history: SessionHistory;
  readonly safety: Safety;
  readonly wishes: Wishes;
  readonly replies: Replies;
  readonly settings: Settings;
  readonly unfinished: UnfinishedCheck;
  readonly visit: Visit;
  readonly choice: Choice;
  readonly listener: Listener;
  readonly announcer: Announcer;
  readonly exercising: Exercising;
  readonly heldPictures: HeldPictures;
  readonly cameras: Cameras;
  readonly inbox: Inbox;
  readonly cases: Cases;
  readonly clinicRecord: ClinicRecord;
  readonly links: OwnLinks;
  readonly clinicStore: ClinicStore;
  readonly outlet: Outlet;
}

/** Builds the app out of the real browser: its camera, its storage, its address bar, its voice. */
export function assemble(): Parts {
  const people: People = new People({
    open: (onstale) => openPeople({ onstale }),
    remembered: new RememberedPerson(tabShelf(), settingsShelf()),
    isBusy: () => visit.isBusy,
    onturn: () => {
      visit.forget();
      history.turn();
      safety.turn();
      wishes.turn();
      replies.turn();
      links.turn();
      unfinished.turn();
      choice.turn();
      exercising.turn();
    },
    onerased: () => {
      forgetSettings();
      location.replace(location.pathname);
    },
    newId,
    now: () => Date.now(),
  });
  const history = new SessionHistory((onstale) => people.openShelf(onstale), newId);
  const use: SessionHistory['use'] = (work) => history.use(work);
  const now = (): number => Date.now();
  const told = new FollowedRecords({ use, of: (shelf) => shelf.told });
  const safety = new Safety(told, newId, now);
  const wished = new FollowedRecords({ use, of: (shelf) => shelf.wishes });
  const wishes = new Wishes(wished, newId, now);
  const answered = new FollowedRecords({ use, of: (shelf) => shelf.replies });
  const replies = new Replies({ records: answered, remove: removerOf(use), newId, now });
  const linkRecords = new FollowedRecords({ use, of: (shelf) => shelf.links });
  const links = new OwnLinks({ records: linkRecords, use, newId, now });
  const persistence = new Persistence(
    navigator.storage,
    async () => (await people.stored()).facts,
    () => Date.now(),
  );
  const backup = new Backup({
    openLine: openBackupLine,
    facts: async () => (await people.stored()).facts,
    persistence,
    saveFile,
    onimported: () => people.settle(),
    version,
    now: () => Date.now(),
  });
  const settings = new Settings(settingsShelf(), navigator.languages);
  const choice = new Choice(Math.random);
  const unfinished = new UnfinishedCheck(() => history.settings(), isCheckRunning);
  const engine = new Engine(() => new Estimator());
  const secondEngine = new Engine(() => new Estimator('heavy'));
  const heldPictures = new HeldPictures();
  const cameras = new Cameras({
    settings,
    list: listCameras,
    open: (options) => aloneWithCamera(() => openCamera(options)),
  });
  const visit: Visit = new Visit({
    openers: { openCamera: () => cameras.open(), openVideo, openSample },
    engine,
    secondEngine,
    heldPictures,
    save: async (session, motions) => {
      await history.save(session, motions);
      void persistence.askOnce();
    },
    remember: unfinished.remember,
    watchGravity,
    coachOf: (step) => new Coach(step, () => secondEngine.loaded),
    admits: (pass, steps) => safety.admits(pass, steps),
    spend: (pass) => {
      safety.spend(pass);
    },
    cutOff: unfinished.cutOffNow,
    claim: claimCheck,
    restMs: () => 1000 * settings.rest,
    newId,
    now: () => Date.now(),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const voice = new Voice(browserSpeech(), getLocale, document);
  const tones = new Tones(() => new AudioContext());
  const inbox = new Inbox();
  const cases = new Cases({
    open: (onstale) => openCaseload({ onstale }),
    onkept: () => void persistence.askOnce(),
    newId,
    now,
  });
  const router = new Router(window, (text) => {
    inbox.take(text);
  });
  const exercising: Exercising = new Exercising({
    use: (work) => history.use(work),
    clock: deviceClock,
    notifier: browserNotifier,
    announcer: new PlayerAnnouncer(voice, tones, settings),
    camera: { engine, openCamera: () => cameras.open() },
    saveFile,
    newId,
    onbreak: () => router.go({ screen: 'play', what: 'break' }),
  });
  return {
    router,
    people,
    backup,
    history,
    safety,
    wishes,
    replies,
    settings,
    unfinished,
    visit,
    choice,
    listener: new Listener(browserRecognition(), getLocale()),
    announcer: new Announcer(voice, tones, settings),
    exercising,
    cameras,
    heldPictures,
    inbox,
    cases,
    clinicRecord: clinicRecordHere(),
    links,
    clinicStore: clinicStoreHere(),
    outlet: browserOutlet,
  };
}

/** Loads the reader of video files with the first video: most visits need none, and it is large. */
async function openVideo(file: Blob): Promise<FrameSource> {
  const reader = await import('../pose/video-file.ts').catch((cause: unknown) => {
    throw new Failure('model-missing', { cause });
  });
  return reader.openVideo(file);
}

/** Loads what makes and reads backups with the first of them. */
async function openBackupLine(): Promise<BackupLine> {
  const { BackupLine: Line } = await import('../store/backup/backup-line.ts').catch(
    (cause: unknown) => {
      throw new Failure('backup-halted', { cause });
    },
  );
  return new Line(firstDatabase);
}
