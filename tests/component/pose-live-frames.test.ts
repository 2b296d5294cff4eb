import { afterEach, describe, expect, test, vi } from 'vitest';
import { LiveFrames } from '../../src/pose/live-frames.ts';
import { pretendVideo } from '../helpers/pretend-video.ts';

const never = new AbortController().signal;

function setUp() {
  const { video, show } = pretendVideo();
  const taken = vi.spyOn(globalThis, 'createImageBitmap');
  const stalls: boolean[] = [];
  const frames = new LiveFrames(video, (isStalled) => stalls.push(isStalled));
  return {
    frames,
    stalls,
    taken,
    show: (seconds: number) => {
      show({ mediaTime: seconds });
    },
    /** When the pictures of all that was shown so far have been taken. */
    grabbed: () => Promise.all(taken.mock.results.map(({ value }) => value as Promise<unknown>)),
  };
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('The frames of a camera', () => {
  test('come with their own time, to someone who waits', async () => {
    const { frames, show } = setUp();
    const waiting = frames.next(never);
    show(1.5);
    expect(await waiting).toMatchObject({ capturedAt: 1500, picture: { width: 64, height: 48 } });
  });

  test('are the newest ones for someone who was away', async () => {
    const { frames, show, grabbed } = setUp();
    for (const seconds of [0.1, 0.2, 0.3]) {
      show(seconds);
      await grabbed();
    }
    expect((await frames.next(never))?.capturedAt).toBe(300);
  });

  test('are never given twice', async () => {
    const { frames, show, grabbed } = setUp();
    show(0.1);
    await frames.next(never);
    const second = frames.next(never);
    // The same frame shown again.
    show(0.1);
    await grabbed();
    show(0.2);
    expect((await second)?.capturedAt).toBe(200);
  });

  test('are let go of when a newer one comes', async () => {
    const closed = vi.spyOn(ImageBitmap.prototype, 'close');
    const { show, grabbed } = setUp();
    show(0.1);
    await grabbed();
    show(0.2);
    await grabbed();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test('are taken one at a time, however fast they come', async () => {
    const { frames, taken, show } = setUp();
    for (const seconds of [0.1, 0.2, 0.3]) show(seconds);
    expect(taken).toHaveBeenCalledTimes(1);
    expect((await frames.next(never))?.capturedAt).toBe(100);
  });

  test('can be waited for in vain, and then given up', async () => {
    const { frames, show } = setUp();
    const giveUp = new AbortController();
    const waiting = frames.next(giveUp.signal);
    giveUp.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    show(0.1);
    expect((await frames.next(never))?.capturedAt).toBe(100);
  });

  test('end without a word when the camera is closed', async () => {
    const { frames, show, grabbed } = setUp();
    show(0.1);
    await grabbed();
    frames.close();
    expect(await frames.next(never)).toBe(null);
  });

  test('end with a failure when the camera is unplugged, also later', async () => {
    const { frames, show } = setUp();
    const waiting = frames.next(never);
    frames.lose();
    await expect(waiting).rejects.toMatchObject({ code: 'camera-lost' });
    show(0.1);
    await expect(frames.next(never)).rejects.toMatchObject({ code: 'camera-lost' });
  });

  test('have stalled after two seconds without one, until the next one', () => {
    vi.useFakeTimers();
    const { frames, stalls, show } = setUp();
    show(0.1);
    vi.advanceTimersByTime(1999);
    show(0.2);
    vi.advanceTimersByTime(1999);
    expect(stalls).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(stalls).toEqual([true]);
    show(3);
    expect(stalls).toEqual([true, false]);
    frames.close();
    vi.advanceTimersByTime(10_000);
    expect(stalls).toEqual([true, false]);
  });
});
