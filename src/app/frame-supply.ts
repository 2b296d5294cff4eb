import type { FrameSource } from '../pose/frame-source.ts';
import type { VisitRequest } from './visit-request.ts';

/** A camera's frames, its stream for the preview, and word of frames that do not come. */
export type CameraFrames = FrameSource & {
  readonly stream: MediaStream;
  /** The camera's own name; empty where it has none. */
  readonly label: string;
  watchStall(onchange: (isStalled: boolean) => void): () => void;
};

/** The ways to frames; each throws a Failure. */
export interface FrameOpeners {
  readonly openCamera: () => Promise<CameraFrames>;
  readonly openVideo: (file: Blob) => Promise<FrameSource>;
  readonly openSample: () => Promise<Blob>;
}

/**
 * The frames of one visit. A camera is opened once for all steps; each step has a video of its own, read from
 * its start: also where it is the same one, and whichever leg it shows first.
 */
export class FrameSupply {
  readonly #request: VisitRequest;
  readonly #openers: FrameOpeners;
  #opened: Promise<FrameSource> | null = null;
  #camera: Promise<CameraFrames> | null = null;

  constructor(request: VisitRequest, openers: FrameOpeners) {
    this.#request = request;
    this.#openers = openers;
  }

  /** The camera's frames, opened at the first call. */
  camera(): Promise<CameraFrames> {
    this.#camera ??= this.#openers.openCamera();
    this.#opened = this.#camera;
    return this.#camera;
  }

  /** Frames for a step, counted from 0. */
  async of(step: number): Promise<FrameSource> {
    if (this.#request.origin === 'camera') return this.camera();
    await this.close();
    this.#opened = this.#openVideo(step);
    return this.#opened;
  }

  /** Lets go of the camera or the file, also of one that is still being opened. */
  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    this.#camera = null;
    await opened?.then(
      (source) => {
        source.close();
      },
      () => undefined,
    );
  }

  async #openVideo(step: number): Promise<FrameSource> {
    const file = this.#request.files[step];
    return this.#openers.openVideo(file ?? (await this.#openers.openSample()));
  }
}
