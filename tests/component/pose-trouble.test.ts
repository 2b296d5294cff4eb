import { afterEach, describe, expect, test, vi } from 'vitest';
import { Estimator } from '../../src/pose/estimator.ts';
import alteredUrl from '../helpers/altered-fetch.worker.ts?worker&url';
import { scriptedWorker } from '../helpers/scripted-worker.ts';

const quiet = () => undefined;

afterEach(() => {
  vi.useRealTimers();
});

async function frame(capturedAt: number) {
  return { picture: await createImageBitmap(new ImageData(4, 4)), capturedAt };
}

/** An estimator whose first worker is the first of these, the second the second, and so on. */
function withWorkers(workers: readonly (() => Worker)[]) {
  let started = 0;
  const createWorker = () => workers[Math.min(started++, workers.length - 1)]!();
  const estimator = new Estimator('full', createWorker);
  return { estimator, started: () => started };
}

const healthy = () => scriptedWorker({});
const dying = () => scriptedWorker({ estimate: 'throw new Error("out of memory")' });

// The real worker starts here again and again, beside other tests on few cores.
describe('When the model does not come as it should', { timeout: 60_000 }, () => {
  const bad = (name: string) => () => new Worker(alteredUrl, { type: 'module', name });
  const good = bad('nothing is changed');

  test.each([
    ['one bit of the weights is wrong', 'model-damaged'],
    ['half of the weights is missing', 'model-damaged'],
    ['the weights are not there', 'model-missing'],
    ['the network is gone', 'model-missing'],
  ])('%s: that is told, and nothing is measured', async (trouble, code) => {
    const { estimator, started } = withWorkers([bad(trouble)]);
    await expect(estimator.load(quiet)).rejects.toMatchObject({ code });
    await expect(estimator.estimate(await frame(0))).rejects.toThrow('before the model was loaded');
    expect(started()).toBe(1);
    estimator.close();
  });

  test('the person tries again, and it works', async () => {
    const { estimator } = withWorkers([bad('one bit of the weights is wrong'), good]);
    await expect(estimator.load(quiet)).rejects.toMatchObject({ code: 'model-damaged' });
    await estimator.load(quiet);
    const sighting = await estimator.estimate(await frame(40));
    expect(sighting).toEqual({ capturedAt: 40, pose: null });
    estimator.close();
  });
});

describe('When the worker is lost', () => {
  test('it is started again once, and only the frame it held is lost', async () => {
    const { estimator, started } = withWorkers([dying, healthy]);
    await estimator.load(quiet);
    expect(await estimator.estimate(await frame(0))).toEqual({ capturedAt: 0, pose: null });
    expect(await estimator.estimate(await frame(33))).toEqual({ capturedAt: 33, pose: null });
    expect(started()).toBe(2);
    estimator.close();
  });

  test('while it looks for everybody, nobody is found, and it is started again', async () => {
    const deaf = () => scriptedWorker({ survey: 'throw new Error("out of memory")' });
    const { estimator, started } = withWorkers([deaf, healthy]);
    await estimator.load(quiet);
    expect(await estimator.survey(await frame(0))).toEqual([]);
    expect(await estimator.survey(await frame(33))).toEqual([{ capturedAt: 33, bodies: [] }]);
    expect(started()).toBe(2);
    estimator.close();
  });

  test('a second time, the measuring has stopped', async () => {
    const { estimator, started } = withWorkers([dying]);
    await estimator.load(quiet);
    await estimator.estimate(await frame(0));
    const second = estimator.estimate(await frame(33));
    await expect(second).rejects.toMatchObject({ code: 'engine-lost' });
    expect(started()).toBe(2);
  });

  test('a worker that never answers counts as lost', async () => {
    const { estimator } = withWorkers([() => scriptedWorker({ estimate: '' })]);
    await estimator.load(quiet);
    const [first, second] = [await frame(0), await frame(33)];
    vi.useFakeTimers();
    const lost = estimator.estimate(first);
    vi.advanceTimersByTime(5000);
    expect(await lost).toEqual({ capturedAt: 0, pose: null });
    const lostAgain = estimator.estimate(second);
    vi.advanceTimersByTime(5000);
    await expect(lostAgain).rejects.toMatchObject({ code: 'engine-lost' });
  });

  test('a load that goes silent is tried once more', async () => {
    vi.useFakeTimers();
    const silent = () => scriptedWorker({ load: '' });
    const { estimator, started } = withWorkers([silent, healthy]);
    const loading = estimator.load(quiet);
    vi.advanceTimersByTime(45_000);
    await loading;
    expect(started()).toBe(2);
    estimator.close();
  });

  test('a slow load is left alone as long as it goes on', async () => {
    vi.useFakeTimers();
    // Each reset makes a quarter of the model come.
    const slow = () =>
      scriptedWorker({
        load: 'loadId = id; share = 0;',
        reset: `share += 0.25;
          postMessage({ kind: 'progress', id: loadId, share });
          if (share === 1) postMessage({ kind: 'loaded', id: loadId, backend: 'wasm' });`,
      });
    const { estimator, started } = withWorkers([slow]);
    const shares: number[] = [];
    const goOn = () => {
      vi.advanceTimersByTime(44_999);
      estimator.reset();
    };
    const loading = estimator.load((share) => {
      shares.push(share);
      goOn();
    });
    goOn();
    await loading;
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
    expect(started()).toBe(1);
    estimator.close();
  });

  test('a worker whose script cannot be had is told, after a second try', async () => {
    const absent = () => new Worker('/no-such-worker.js', { type: 'module' });
    const { estimator, started } = withWorkers([absent]);
    await expect(estimator.load(quiet)).rejects.toMatchObject({ code: 'engine-lost' });
    expect(started()).toBe(2);
  });
});

describe('Between page and worker', () => {
  test('an answer to an older question is not taken for the new one', async () => {
    const confused = () =>
      scriptedWorker({ estimate: 'estimated(-1, id - 1); estimated(); estimated(-1, id);' });
    const { estimator } = withWorkers([confused]);
    await estimator.load(quiet);
    expect((await estimator.estimate(await frame(10))).capturedAt).toBe(10);
    expect((await estimator.estimate(await frame(20))).capturedAt).toBe(20);
    estimator.close();
  });

  test('a frame is given away, not copied', async () => {
    const { estimator } = withWorkers([healthy]);
    await estimator.load(quiet);
    const given = await frame(0);
    await estimator.estimate(given);
    expect(given.picture.width).toBe(0);
    estimator.close();
  });

  test('there is one frame under way at a time', async () => {
    const { estimator } = withWorkers([healthy]);
    await estimator.load(quiet);
    const [first, second] = [
      estimator.estimate(await frame(0)),
      estimator.estimate(await frame(1)),
    ];
    await expect(second).rejects.toThrow('has not answered');
    await expect(first).resolves.toMatchObject({ capturedAt: 0 });
    estimator.close();
  });

  test('closing lets nobody wait for ever', async () => {
    const { estimator } = withWorkers([() => scriptedWorker({ estimate: '' })]);
    await estimator.load(quiet);
    const waiting = estimator.estimate(await frame(0));
    estimator.close();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
