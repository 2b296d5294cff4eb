import type { FrameSize } from '../core/body/pose.ts';
import { Failure, type FailureCode } from '../core/errors.ts';
import { abortable } from './abortable.ts';
import type { Frame, FrameSource } from './frame-source.ts';
import { LiveFrames } from './live-frames.ts';

/** A camera the person can choose. The label is empty as long as no camera has been allowed. */
export interface CameraChoice {
  readonly deviceId: string;
  readonly label: string;
}

/** An open camera: its frames, and its stream for the preview. */
export interface CameraSource extends FrameSource {
  readonly stream: MediaStream;
  readonly label: string;
  /**
   * Tells when no frame has come for two seconds (a covered lens, a sleeping device) and when one comes
   * again. Gives the function that ends it.
   */
  watchStall(onchange: (isStalled: boolean) => void): () => void;
}

/**
 * Chosen: cameras are 16:9, and many cut their sides off to give 640x480; someone lying down needs that
 * width. The model is given 640 px of it either way (worker/detector.ts). On two cores without a GPU the
 * larger picture takes 5 ms more, and as many poses a second come out of both (12).
 */
const wanted: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
};

/** How long an allowed camera may take to its first frame. Chosen: slow ones need 2 to 3 s. */
const firstFrameMs = 10_000;

const failures: Readonly<Record<string, FailureCode>> = {
  NotAllowedError: 'camera-denied',
  SecurityError: 'camera-denied',
  NotFoundError: 'camera-missing',
  OverconstrainedError: 'camera-missing',
  NotReadableError: 'camera-busy',
  AbortError: 'camera-busy',
};

/** The cameras of this device. Empty where the browser gives none. */
export async function listCameras(): Promise<readonly CameraChoice[]> {
  const devices = (await mediaDevices()?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

/**
 * Asks for a camera, without sound, and waits for its first frame. Throws Failure('camera-denied' |
 * 'camera-missing' | 'camera-busy' | 'camera-unsupported').
 */
export async function openCamera(options: { deviceId?: string } = {}): Promise<CameraSource> {
  const devices = mediaDevices();
  if (!devices) throw new Failure('camera-unsupported');
  const { deviceId } = options;
  const video = { ...wanted, ...(deviceId ? { deviceId: { exact: deviceId } } : {}) };
  const stream = await devices.getUserMedia({ video, audio: false }).catch((cause: unknown) => {
    const name = cause instanceof DOMException ? cause.name : '';
    throw new Failure(failures[name] ?? 'camera-unsupported', { cause });
  });
  try {
    return new Camera(stream, await play(stream));
  } catch (cause) {
    stop(stream);
    throw new Failure('camera-busy', { cause });
  }
}

/** Undefined on a page that is neither https nor localhost, whatever the types say. */
function mediaDevices(): MediaDevices | undefined {
  return navigator.mediaDevices;
}

async function play(stream: MediaStream): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await abortable(video.play(), AbortSignal.timeout(firstFrameMs));
  return video;
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** A camera that is on, and its light with it, until it is closed. */
class Camera implements CameraSource {
  readonly stream: MediaStream;
  readonly label: string;
  readonly progress = null;
  readonly #frames: LiveFrames;
  readonly #watchers = new Set<(isStalled: boolean) => void>();

  constructor(stream: MediaStream, video: HTMLVideoElement) {
    this.stream = stream;
    this.#frames = new LiveFrames(video, (isStalled) => {
      for (const watcher of this.#watchers) watcher(isStalled);
    });
    const [track] = stream.getVideoTracks();
    this.label = track?.label ?? '';
    track?.addEventListener('ended', () => {
      this.#frames.lose();
    });
  }

  get size(): FrameSize {
    return this.#frames.size;
  }

  next(signal: AbortSignal): Promise<Frame | null> {
    return this.#frames.next(signal);
  }

  watchStall(onchange: (isStalled: boolean) => void): () => void {
    this.#watchers.add(onchange);
    return () => this.#watchers.delete(onchange);
  }

  close(): void {
    this.#frames.close();
    stop(this.stream);
  }
}
