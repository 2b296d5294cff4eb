import { afterEach, describe, expect, test, vi } from 'vitest';
import { openVideo } from '../../src/pose/video-file.ts';
import mpeg4Url from '../fixtures/videos/mpeg4.mp4?url';
import raiseUrl from '../fixtures/clips/dev_slr_03.webm?url';
import raise from '../fixtures/clips/dev_slr_03.json';
import { film } from '../helpers/film.ts';

const never = new AbortController().signal;

afterEach(() => {
  vi.unstubAllGlobals();
});

async function blobOf(url: string): Promise<Blob> {
  return (await fetch(url)).blob();
}

/** The times of all frames, in milliseconds. */
async function timesOf(file: Blob): Promise<number[]> {
  const source = await openVideo(file);
  const times: number[] = [];
  for (;;) {
    const frame = await source.next(never);
    if (!frame) break;
    times.push(frame.capturedAt);
    frame.picture.close();
  }
  source.close();
  return times;
}

/** Whether a picture is light at a place, given as shares of its size. */
function isLight(picture: ImageBitmap, x: number, y: number): boolean {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const pixel = context.getImageData(picture.width * x, picture.height * y, 1, 1).data;
  return pixel[0]! > 128;
}

describe('A video the person picked', () => {
  test('gives every frame once, at its own time, in order', async () => {
    const times = await timesOf(await blobOf(raiseUrl));
    // WebM keeps whole milliseconds.
    expect(times).toEqual(raise.per_frame.map(({ t }) => Math.round(t * 1000)));
  });

  test('keeps the uneven times of a phone', async () => {
    const at = [0, 0.033, 0.07, 0.25, 0.3];
    const times = await timesOf(await film({ width: 160, height: 120, at }));
    expect(times.map((time) => Math.round(time))).toEqual([0, 33, 70, 250, 300]);
  });

  test('is turned the way it is meant to be seen', async () => {
    const source = await openVideo(await film({ width: 160, height: 120, at: [0], rotation: 90 }));
    const frame = await source.next(never);
    expect(source.size).toEqual({ width: 120, height: 160 });
    expect(frame?.picture).toMatchObject({ width: 120, height: 160 });
    // What is left in the file is up for the person.
    expect(isLight(frame!.picture, 0.5, 0.2)).toBe(true);
    expect(isLight(frame!.picture, 0.5, 0.8)).toBe(false);
    source.close();
  });

  test('is made smaller where it is larger than any use of it', async () => {
    const source = await openVideo(await film({ width: 1920, height: 1080, at: [0] }));
    expect(source.size).toEqual({ width: 1280, height: 720 });
    expect((await source.next(never))?.picture).toMatchObject({ width: 1280, height: 720 });
    source.close();
  });

  test('tells how much of it has been given', async () => {
    const source = await openVideo(await film({ width: 160, height: 120, at: [0, 0.1, 0.2, 0.3] }));
    const shares = [source.progress];
    while (await source.next(never)) shares.push(source.progress);
    expect(shares).toEqual(
      [0, 0.25, 0.5, 0.75, 1].map((share) => expect.closeTo(share, 2) as unknown),
    );
    source.close();
  });

  test('loses no frame when a wait for one is given up', async () => {
    const source = await openVideo(await film({ width: 160, height: 120, at: [0, 0.1] }));
    const giveUp = new AbortController();
    const wait = source.next(giveUp.signal);
    giveUp.abort();
    await expect(wait).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect((await source.next(never))?.capturedAt).toBe(0);
    source.close();
  });

  test('has no more frames once it is closed', async () => {
    const source = await openVideo(await film({ width: 160, height: 120, at: [0, 0.1] }));
    const wait = source.next(never);
    source.close();
    await expect(wait).resolves.toBe(null);
    await expect(source.next(never)).resolves.toBe(null);
  });

  test('lets go of what was decoded ahead when it is closed half way', async () => {
    const decoded: VideoFrame[] = [];
    vi.stubGlobal(
      'VideoDecoder',
      class extends VideoDecoder {
        constructor(init: VideoDecoderInit) {
          const output = (frame: VideoFrame) => {
            decoded.push(frame);
            init.output(frame);
          };
          super({ ...init, output });
        }
      },
    );
    const source = await openVideo(await blobOf(raiseUrl));
    const frame = await source.next(never);
    await vi.waitUntil(() => decoded.length > 1);
    source.close();
    frame?.picture.close();
    // A closed frame has no format.
    await vi.waitUntil(() => decoded.every(({ format }) => format === null));
  });
});

describe('A file that is no video for this browser', () => {
  test('is unreadable when it is a text that is called mp4', async () => {
    const text = new File(['Not a video at all.'], 'raise.mp4', { type: 'video/mp4' });
    await expect(openVideo(text)).rejects.toMatchObject({ code: 'video-unreadable' });
  });

  test('is unreadable when it is empty', async () => {
    await expect(openVideo(new Blob([]))).rejects.toMatchObject({ code: 'video-unreadable' });
  });

  test('is unreadable when it was cut off before its index', async () => {
    const whole = await film({ width: 160, height: 120, at: [0, 0.1, 0.2] });
    const cut = whole.slice(0, whole.size / 2);
    await expect(openVideo(cut)).rejects.toMatchObject({ code: 'video-unreadable' });
  });

  test('is unreadable from the frame on where its pictures are damaged', async () => {
    const bytes = new Uint8Array(await (await blobOf(raiseUrl)).arrayBuffer());
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 20_000);
    await expect(timesOf(new Blob([bytes]))).rejects.toMatchObject({ code: 'video-unreadable' });
  });

  test('is unsupported when nobody here can decode it', async () => {
    const file = await blobOf(mpeg4Url);
    await expect(openVideo(file)).rejects.toMatchObject({ code: 'video-unsupported' });
  });
});
