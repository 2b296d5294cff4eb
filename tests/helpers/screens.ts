import type { Component } from 'svelte';
import { onTestFinished } from 'vitest';
import { render, type RenderResult } from 'vitest-browser-svelte';
import type { Parts } from '../../src/app/assemble.ts';
import { Announcer } from '../../src/app/announcer.svelte.ts';
import { Backup } from '../../src/app/backup.svelte.ts';
import { Cameras } from '../../src/app/cameras.svelte.ts';
import { deviceClock } from '../../src/app/clock.ts';
import { clinicRecordHere } from '../../src/app/clinic-record-here.ts';
import { Cases } from '../../src/app/cases.svelte.ts';
import { Choice } from '../../src/app/choice.svelte.ts';
import { ClinicStore } from '../../src/app/clinic-store.svelte.ts';
import { FollowedRecords } from '../../src/app/followed-records.svelte.ts';
import { OwnLinks } from '../../src/app/own-links.svelte.ts';
import { StoreLine } from '../../src/share/health-link/store-line.ts';
import type { LineParts } from '../../src/share/tries.ts';
import { Engine } from '../../src/app/engine.svelte.ts';
import { Exercising, type ExercisingParts } from '../../src/app/exercising.ts';
import { HeldPictures } from '../../src/app/held-pictures.ts';
import { SessionHistory } from '../../src/app/history.svelte.ts';
import type { SessionShelf } from '../../src/app/opened-shelf.ts';
import { Inbox } from '../../src/app/inbox.svelte.ts';
import { Listener } from '../../src/app/listener.ts';
import type { Notifier } from '../../src/app/notifier.ts';
import type { Outlet } from '../../src/app/outlet.ts';
import type { Pass } from '../../src/app/pass.ts';
import { People } from '../../src/app/people.svelte.ts';
import { PlayerAnnouncer } from '../../src/app/player-announcer.svelte.ts';
import { RememberedPerson } from '../../src/app/remembered-person.ts';
import { Router } from '../../src/app/router.svelte.ts';
import { Settings } from '../../src/app/settings.svelte.ts';
import { Tones } from '../../src/app/tones.ts';
import { UnfinishedCheck } from '../../src/app/unfinished-check.svelte.ts';
import { Visit } from '../../src/app/visit.svelte.ts';
import { Voice } from '../../src/app/voice.ts';
import { Failure, type FailureCode } from '../../src/core/errors.ts';
import type { Session } from '../../src/core/session/session.ts';
import { passGate } from './pass-gate.ts';
import { tellingOf } from './telling.ts';
import type { CameraFrames } from '../../src/app/frame-supply.ts';
import { CaseloadMemory } from '../../src/caseload/caseload-memory.ts';
import { Caseload } from '../../src/caseload/caseload.ts';
import { newId } from '../../src/store/ids.ts';
import { memoryPeople } from '../../src/store/memory-people.ts';
import { memoryShelf } from '../../src/store/memory.ts';
import '../../src/ui/styles/base.css';
import Provided from './Provided.svelte';
import { goodRaise, repeated } from './recorded.ts';
import {
  AbsentEstimator,
  RecordedEstimator,
  ScriptedCamera,
  ScriptedSource,
} from './scripted-frames.ts';

/**
 * The app's objects over a store in memory that holds these sessions, and frames that are recorded.
 * `refusal` is why nothing outlives the page; `around` what exercising and sharing use in the place of this
 * browser's own.
 */
export async function partsWith(
  sessions: readonly Session[] = [],
  refusal: FailureCode | null = null,
  around: Partial<
    Pick<ExercisingParts, 'clock' | 'notifier' | 'saveFile' | 'camera'> & {
      readonly outlet: Outlet;
      readonly caseload: Caseload;
      /** How stores of links are reached. */
      readonly network: Partial<LineParts>;
      /** What opening the camera comes to. */
      readonly openCamera: () => Promise<CameraFrames>;
    }
  > = {},
): Promise<Parts> {
  const shelf: SessionShelf = {
    refusal: refusal === null ? null : new Failure(refusal),
    ...memoryShelf(),
    close: () => undefined,
  };
  for (const session of sessions) await shelf.sessions.save(session);
  const people = new People({
    open: () => Promise.resolve(memoryPeople(new Failure(refusal ?? 'storage-blocked'))),
    remembered: new RememberedPerson(),
    isBusy: () => false,
    onturn: () => undefined,
    onerased: () => undefined,
    newId,
    now: () => Date.now(),
  });
  await people.settle();
  const backup = new Backup({
    openLine: () => Promise.reject(new Failure('backup-halted')),
    facts: async () => (await people.stored()).facts,
    persistence: { isPromised: () => Promise.resolve(true) },
    saveFile: () => undefined,
    onimported: () => people.settle(),
    version: '0.1.0',
    now: () => Date.now(),
  });
  const history = new SessionHistory(() => Promise.resolve(shelf), newId);
  const { safety, wishes, replies } = tellingOf(history);
  const network: LineParts = {
    fetch: (input, init) => fetch(input, init),
    wait: () => Promise.resolve(),
    now: () => Date.now(),
    timeout: 20_000,
    ...around.network,
  };
  const use: SessionHistory['use'] = (work) => history.use(work);
  const linkRecords = new FollowedRecords({ use, of: (one) => one.links });
  const links = new OwnLinks({ records: linkRecords, use, newId, now: () => Date.now() });
  const clinicStore = new ClinicStore({ ...network, shelf: null, home: location.href });
  onTestFinished(links.follow());
  const inbox = new Inbox((url, signal) => new StoreLine(null, network).read(url, signal));
  const cases = new Cases({
    open: () => Promise.resolve(around.caseload ?? new Caseload(new CaseloadMemory(), null)),
    onkept: () => undefined,
    newId,
    now: () => Date.now(),
  });
  const router = new Router(window, (text) => {
    inbox.take(text);
  });
  onTestFinished(history.follow());
  onTestFinished(safety.follow());
  onTestFinished(wishes.follow());
  onTestFinished(replies.follow());
  onTestFinished(router.listen());
  onTestFinished(() => {
    location.hash = '';
  });
  const unfinished = new UnfinishedCheck(
    () => history.settings(),
    () => Promise.resolve(false),
  );
  const heldPictures = new HeldPictures();
  const visit = new Visit({
    openers: {
      openCamera: () => Promise.resolve(new ScriptedCamera(repeated(goodRaise, 2), 'waits')),
      openVideo: () => Promise.resolve(new ScriptedSource(goodRaise)),
      openSample: () => Promise.resolve(new Blob()),
    },
    engine: new Engine(() => new RecordedEstimator(repeated(goodRaise, 2))),
    secondEngine: new Engine(() => new AbsentEstimator()),
    heldPictures,
    save: (session) => history.save(session),
    remember: unfinished.remember,
    watchGravity: () => ({ latest: () => null, stop: () => undefined }),
    coachOf: () => null,
    admits: (pass, steps) => safety.admits(pass, steps),
    spend: (pass) => {
      safety.spend(pass);
    },
    cutOff: unfinished.cutOffNow,
    claim: () => () => undefined,
    restMs: () => 0,
    newId,
    now: () => Date.now(),
    timeZone: () => 'Europe/Berlin',
  });
  onTestFinished(() => {
    visit.leave();
  });
  const choice = new Choice(() => 0);
  const listener = new Listener(null, 'en');
  const settings = new Settings(null);
  const voice = new Voice(null, () => 'en', document);
  const tones = new Tones(() => new AudioContext());
  const announcer = new Announcer(voice, tones, settings);
  const exercising = new Exercising({
    use: (work) => history.use(work),
    clock: around.clock ?? deviceClock,
    notifier: around.notifier ?? silentNotifier,
    announcer: new PlayerAnnouncer(voice, tones, settings),
    camera: around.camera ?? {
      engine: new Engine(() => new AbsentEstimator()),
      openCamera: () => Promise.reject(new Failure('camera-missing')),
    },
    saveFile: around.saveFile ?? (() => undefined),
    newId,
    onbreak: () => router.go({ screen: 'play', what: 'break' }),
  });
  onTestFinished(exercising.follow());
  const cameras = new Cameras({
    settings,
    list: () => Promise.resolve([]),
    open: () => around.openCamera?.() ?? Promise.reject(new Failure('camera-missing')),
  });
  const recorded = {
    router,
    people,
    backup,
    history,
    safety,
    wishes,
    replies,
    unfinished,
    visit,
    settings,
    choice,
    heldPictures,
  };
  const outlet = around.outlet ?? closedOutlet;
  const clinicRecord = clinicRecordHere();
  return {
    ...recorded,
    listener,
    announcer,
    exercising,
    cameras,
    inbox,
    cases,
    clinicRecord,
    links,
    clinicStore,
    outlet,
  };
}

/** Nothing leaves the page. */
const closedOutlet: Outlet = {
  saveFile: () => undefined,
  copy: () => Promise.resolve(false),
  print: () => undefined,
  address: () => 'https://limber.example/',
};

const silentNotifier: Notifier = {
  right: () => 'missing',
  ask: () => Promise.resolve(),
  show: () => undefined,
};

/** The same, of someone who has just answered the safety gate with no yes; gives the pass as well. */
export async function passedPartsWith(
  sessions: readonly Session[] = [],
): Promise<{ readonly parts: Parts; readonly pass: Pass }> {
  const parts = await partsWith(sessions);
  return { parts, pass: await passGate(parts.safety) };
}

/** Shows a screen with the app's objects around it. */
export function show(
  screen: Component<never>,
  parts: Parts,
  given: Record<string, unknown> = {},
): Promise<RenderResult<typeof Provided>> {
  return render(Provided, {
    parts,
    screen: screen as Component<Record<string, unknown>>,
    with: given,
  });
}
