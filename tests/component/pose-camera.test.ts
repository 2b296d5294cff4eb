import { afterEach, describe, expect, test, vi } from 'vitest';
import { listCameras, openCamera } from '../../src/pose/camera.ts';

const never = new AbortController().signal;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The browser gives this stream instead of a camera's: a canvas that is painted all the time. */
function plugIn() {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 48;
  const context = canvas.getContext('2d')!;
  const stream = canvas.captureStream(30);
  const track = stream.getVideoTracks()[0]!;
  let paints = 0;
  const paint = () => {
    context.fillStyle = `rgb(${String(paints++ % 256)} 0 0)`;
    context.fillRect(0, 0, 64, 48);
    if (track.readyState === 'live') requestAnimationFrame(paint);
  };
  paint();
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  return { stream, track, ask };
}

function refuse(name: string) {
  const refusal = new DOMException('No', name);
  return vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(refusal);
}

describe('A camera that works', () => {
  test('gives frames whose time goes on, and a stream for the preview', async () => {
    const { stream } = plugIn();
    const camera = await openCamera();
    const first = await camera.next(never);
    const second = await camera.next(never);
    expect(first?.picture).toMatchObject({ width: 64, height: 48 });
    expect(second!.capturedAt).toBeGreaterThan(first!.capturedAt);
    expect(camera).toMatchObject({ stream, progress: null, size: { width: 64, height: 48 } });
    camera.close();
  });

  test('is asked for its picture alone, never for sound', async () => {
    const { ask } = plugIn();
    const camera = await openCamera({ deviceId: 'on-the-desk' });
    expect(ask).toHaveBeenCalledWith({
      audio: false,
      video: expect.objectContaining({ deviceId: { exact: 'on-the-desk' } }) as unknown,
    });
    camera.close();
  });

  test('goes dark when it is closed', async () => {
    const { track } = plugIn();
    const camera = await openCamera();
    camera.close();
    expect(track.readyState).toBe('ended');
    expect(await camera.next(never)).toBe(null);
  });

  test('is lost when it is unplugged', async () => {
    const { track } = plugIn();
    const camera = await openCamera();
    track.stop();
    track.dispatchEvent(new Event('ended'));
    await expect(camera.next(never)).rejects.toMatchObject({ code: 'camera-lost' });
    camera.close();
  });
});

describe('A camera that cannot be had', () => {
  test.each([
    ['NotAllowedError', 'camera-denied'],
    ['NotFoundError', 'camera-missing'],
    ['OverconstrainedError', 'camera-missing'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
  ])('%s is told as %s', async (name, code) => {
    refuse(name);
    await expect(openCamera()).rejects.toMatchObject({ code });
  });

  test('is told as unsupported on a page that may not have one', async () => {
    vi.stubGlobal('navigator', { mediaDevices: undefined });
    await expect(openCamera()).rejects.toMatchObject({ code: 'camera-unsupported' });
    expect(await listCameras()).toEqual([]);
  });

  test('goes dark again where its picture cannot be played', async () => {
    const { track } = plugIn();
    vi.spyOn(HTMLVideoElement.prototype, 'play').mockRejectedValue(new Error('No decoder'));
    await expect(openCamera()).rejects.toMatchObject({ code: 'camera-busy' });
    expect(track.readyState).toBe('ended');
  });
});

test('The cameras to choose from are all cameras, and nothing else', async () => {
  const device = (kind: string, deviceId: string) => ({ kind, deviceId, label: deviceId });
  vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue([
    device('audioinput', 'microphone'),
    device('videoinput', 'built-in'),
    device('videoinput', 'on-the-desk'),
  ] as MediaDeviceInfo[]);
  expect(await listCameras()).toEqual([
    { deviceId: 'built-in', label: 'built-in' },
    { deviceId: 'on-the-desk', label: 'on-the-desk' },
  ]);
});
