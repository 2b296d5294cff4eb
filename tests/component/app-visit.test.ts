import { describe, expect, test, vi } from 'vitest';
import { Engine } from '../../src/app/engine.svelte.ts';
import { HeldPictures } from '../../src/app/held-pictures.ts';
import type { FrameOpeners } from '../../src/app/frame-supply.ts';
import type { VisitRequest } from '../../src/app/visit-request.ts';
import { Visit } from '../../src/app/visit.svelte.ts';
import { Failure } from '../../src/core/errors.ts';
import { bestTrial } from '../../src/core/session/kept-motions.ts';
import type { Motion } from '../../src/core/session/motion.ts';
import type { Session } from '../../src/core/session/session.ts';
import { untoldConditions } from '../../src/core/session/set-up.ts';
import type { Unfinished } from '../../src/core/session/unfinished.ts';
import { passOf } from '../helpers/pass-gate.ts';
import { answeredOn } from '../helpers/safety.ts';
import { bentKneeRaise, goodRaise, repeated } from '../helpers/recorded.ts';
import {
  AbsentEstimator,
  RecordedEstimator,
  ScriptedCamera,
  ScriptedSource,
} from '../helpers/scripted-frames.ts';

const byCamera: VisitRequest = {
  steps: [{ test: 'slr', side: 'right' }],
  origin: 'camera',
  files: [],
  firstSide: null,
  conditions: untoldConditions,
};
const byVideo: VisitRequest = { ...byCamera, origin: 'video', files: [new Blob()] };
const bySample: VisitRequest = { ...byCamera, origin: 'sample' };

/** A pass of a gate without a yes. */
const thePass = passOf(answeredOn(0));

interface Setting {
  readonly visit: Visit;
  readonly kept: readonly Session[];
  readonly motions: readonly Motion[];
}

/** A visit whose camera, video and sample all show one good raise, but for what a test changes. */
function visitWith(
  openers: Partial<FrameOpeners> = {},
  save: (() => Promise<void>) | null = null,
  remember: (unfinished: Unfinished | null) => void = () => undefined,
): Setting {
  const kept: Session[] = [];
  const motions: Motion[] = [];
  const visit = new Visit({
    openers: {
      openCamera: () => Promise.resolve(new ScriptedCamera(repeated(goodRaise, 4), 'waits')),
      openVideo: () => Promise.resolve(new ScriptedSource(goodRaise)),
      openSample: () => Promise.resolve(new Blob()),
      ...openers,
    },
    engine: new Engine(() => new RecordedEstimator(repeated(goodRaise, 4))),
    secondEngine: new Engine(() => new AbsentEstimator()),
    heldPictures: new HeldPictures(),
    save:
      save ??
      ((session, moved) => {
        kept.push(session);
        motions.push(...moved);
        return Promise.resolve();
      }),
    remember,
    watchGravity: () => ({ latest: () => null, stop: () => undefined }),
    coachOf: () => null,
    admits: (pass) => pass === thePass,
    spend: () => undefined,
    cutOff: () => undefined,
    claim: () => () => undefined,
    restMs: () => 0,
    newId: () => 'an-id',
    now: () => 1000,
    timeZone: () => 'Europe/Berlin',
  });
  return { visit, kept, motions };
}

async function over(visit: Visit): Promise<void> {
  await vi.waitFor(() => {
    expect(['over', 'failed']).toContain(visit.state.at);
  });
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

describe('A visit', () => {
  test('keeps the session of a camera check, with the time at which it began', async () => {
    const { visit, kept } = visitWith();
    visit.begin(byCamera, thePass);
    await over(visit);
    expect(kept).toMatchObject([
      { id: 'an-id', startedAt: 1000, timeZone: 'Europe/Berlin', origin: 'camera' },
    ]);
    expect(kept[0]?.results[0]?.trials).toHaveLength(3);
    expect(visit.state).toMatchObject({ at: 'over', unkept: null });
  });

  test('keeps with it how the body moved in the repetition that stands for its number', async () => {
    const { visit, kept, motions } = visitWith();
    visit.begin(byCamera, thePass);
    await over(visit);
    const trial = bestTrial(kept[0]!.results[0]!);
    expect(motions).toMatchObject([{ sessionId: 'an-id', test: 'slr', side: 'right', trial }]);
    expect(visit.state).toMatchObject({ at: 'over', motions });
  });

  test('of a video keeps how the body moved, and of the sample shows it', async () => {
    const { visit, motions } = visitWith();
    visit.begin(byVideo, thePass);
    await over(visit);
    expect(motions).toHaveLength(1);
    visit.begin(bySample, null);
    await over(visit);
    expect(visit.state).toMatchObject({ at: 'over', motions: [{ sessionId: 'sample' }] });
    expect(motions).toHaveLength(1);
  });

  test('never keeps the sample', async () => {
    const { visit, kept } = visitWith();
    visit.begin(bySample, null);
    await over(visit);
    expect(visit.state).toMatchObject({ at: 'over', session: { id: 'sample' } });
    expect(kept).toEqual([]);
  });

  test('reads a video from its start for each leg', async () => {
    const opened: ScriptedSource[] = [];
    const { visit } = visitWith({
      openVideo: () => {
        const source = new ScriptedSource(goodRaise);
        opened.push(source);
        return Promise.resolve(source);
      },
    });
    const left = { test: 'slr', side: 'left' } as const;
    visit.begin({ ...byVideo, steps: [left, ...byVideo.steps] }, thePass);
    await over(visit);
    await vi.waitFor(() => {
      expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true]);
    });
  });

  test('keeps the reasons when nothing could be measured', async () => {
    const kept: Session[] = [];
    const visit = new Visit({
      openers: {
        openCamera: never,
        openVideo: () => Promise.resolve(new ScriptedSource(bentKneeRaise)),
        openSample: never,
      },
      engine: new Engine(() => new RecordedEstimator(bentKneeRaise)),
      secondEngine: new Engine(() => new AbsentEstimator()),
      heldPictures: new HeldPictures(),
      save: (session) => Promise.resolve(void kept.push(session)),
      remember: () => undefined,
      watchGravity: () => ({ latest: () => null, stop: () => undefined }),
      coachOf: () => null,
      admits: (pass) => pass === thePass,
      spend: () => undefined,
      cutOff: () => undefined,
      claim: () => () => undefined,
      restMs: () => 0,
      newId: () => 'an-id',
      now: () => 0,
      timeZone: () => 'UTC',
    });
    visit.begin(byVideo, thePass);
    await over(visit);
    expect(visit.state).toMatchObject({ at: 'over', motions: [] });
    expect(kept[0]?.results).toMatchObject([
      { estimate: null, trials: [{ kind: 'refused', reason: 'knee-bent' }] },
    ]);
  });
});

describe('Trouble during a visit', () => {
  test.each(['camera-denied', 'camera-missing', 'camera-busy'] as const)(
    'is named when the camera cannot be opened (%s)',
    async (code) => {
      const { visit } = visitWith({ openCamera: () => Promise.reject(new Failure(code)) });
      visit.begin(byCamera, thePass);
      await over(visit);
      expect(visit.state).toEqual({ at: 'failed', code });
    },
  );

  test('keeps nothing of a check whose camera is unplugged after a repetition', async () => {
    const camera = new ScriptedCamera(goodRaise, new Failure('camera-lost'));
    const { visit, kept } = visitWith({ openCamera: () => Promise.resolve(camera) });
    visit.begin(byCamera, thePass);
    await over(visit);
    expect(visit.state).toEqual({ at: 'failed', code: 'camera-lost' });
    expect(kept).toEqual([]);
  });

  test('costs only the repetition that was under way: trying again goes on from the last one', async () => {
    const remembered: (Unfinished | null)[] = [];
    const cameras = [
      new ScriptedCamera(repeated(goodRaise, 3), new Failure('camera-lost')),
      new ScriptedCamera(repeated(goodRaise, 4), 'waits'),
    ];
    const { visit, kept, motions } = visitWith(
      { openCamera: () => Promise.resolve(cameras.shift()!) },
      null,
      (unfinished) => remembered.push(unfinished),
    );
    visit.begin(byCamera, thePass);
    await over(visit);
    expect(visit.state).toEqual({ at: 'failed', code: 'camera-lost' });
    const cutOff = remembered.at(-1);
    expect(cutOff?.session.results[0]?.trials.length).toBeGreaterThan(0);
    visit.again();
    await over(visit);
    // The camera has shown the same movement before and after: the first of equals stands for the number.
    expect(cutOff?.motions.map(({ trial }) => trial)).toContain(0);
    expect(motions).toEqual(cutOff?.motions.slice(0, 1));
    const trials = kept[0]?.results[0]?.trials ?? [];
    expect(trials).toHaveLength(3);
    expect(trials.slice(0, 1)).toEqual(cutOff?.session.results[0]?.trials.slice(0, 1));
    await vi.waitFor(() => {
      expect(remembered.at(-1)).toBeNull();
    });
  });

  test('goes away when the person tries again and the camera is there', async () => {
    const tries = [
      () => Promise.reject<ScriptedCamera>(new Failure('camera-busy')),
      () => Promise.resolve(new ScriptedCamera(repeated(goodRaise, 4), 'waits')),
    ];
    const { visit } = visitWith({ openCamera: () => tries.shift()?.() ?? never() });
    visit.begin(byCamera, thePass);
    await over(visit);
    visit.again();
    await over(visit);
    expect(visit.state.at).toBe('over');
  });

  test('with the store leaves the result to be seen, and to be kept later', async () => {
    let isFull = true;
    const { visit } = visitWith({}, () =>
      isFull ? Promise.reject(new Failure('storage-full')) : Promise.resolve(),
    );
    visit.begin(byVideo, thePass);
    await over(visit);
    expect(visit.state).toMatchObject({ at: 'over', unkept: 'storage-full' });
    isFull = false;
    await visit.keep();
    expect(visit.state).toMatchObject({ at: 'over', unkept: null });
  });
});

describe('A visit that is left', () => {
  test('lets go of the camera and keeps nothing', async () => {
    const camera = new ScriptedCamera(goodRaise, 'waits');
    const { visit, kept } = visitWith({ openCamera: () => Promise.resolve(camera) });
    visit.begin(byCamera, thePass);
    await vi.waitFor(() => {
      expect(visit.state.at).toBe('measuring');
    });
    visit.leave();
    await vi.waitFor(() => {
      expect(camera.isClosed).toBe(true);
    });
    expect(visit.state.at).toBe('idle');
    expect(visit.stream).toBeNull();
    expect(kept).toEqual([]);
  });

  test('lets go of a camera that is allowed only afterwards', async () => {
    const camera = new ScriptedCamera(goodRaise, 'waits');
    let allow = (): void => undefined;
    const { visit } = visitWith({
      openCamera: () =>
        new Promise((resolve) => {
          allow = () => {
            resolve(camera);
          };
        }),
    });
    visit.begin(byCamera, thePass);
    visit.leave();
    allow();
    await vi.waitFor(() => {
      expect(camera.isClosed).toBe(true);
    });
    expect(visit.stream).toBeNull();
  });
});

describe('The engine', () => {
  test('is loaded once for all who ask', async () => {
    let made = 0;
    const engine = new Engine(() => {
      made += 1;
      return new RecordedEstimator([]);
    });
    engine.warmUp();
    await Promise.all([engine.load(), engine.load()]);
    expect([made, engine.share]).toEqual([1, 1]);
  });

  test('is started anew after it could not be loaded', async () => {
    const loads = [Promise.reject(new Failure('model-missing')), Promise.resolve()];
    const engine = new Engine(() =>
      Object.assign(new RecordedEstimator([]), { load: () => loads.shift() ?? never() }),
    );
    await expect(engine.load()).rejects.toThrow('model-missing');
    await expect(engine.load()).resolves.toBeInstanceOf(RecordedEstimator);
  });
});
