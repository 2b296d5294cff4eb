import type { FrameSize } from '../core/body/pose.ts';
import { Failure } from '../core/errors.ts';
import { abortable } from './abortable.ts';
import { FrameClock } from './frame-clock.ts';
import type { Frame, FrameSource } from './frame-source.ts';

/** Without a frame for so long, a camera has stalled. Chosen: 60 frames missed. */
const stallMs = 2000;

/** The frames of a playing camera: the newest one whenever one is asked for, the others are dropped. */
export class LiveFrames implements FrameSource {
  readonly progress = null;
  readonly #video: HTMLVideoElement;
  readonly #clock = new FrameClock();
  readonly #onstall: (isStalled: boolean) => void;
  #newest: Frame | null = null;
  #isGrabbing = false;
  #isStalled = false;
  #stallTimer: ReturnType<typeof setTimeout> | undefined;
  #ended: { readonly failure: Failure | null } | null = null;
  #wake = (): void => undefined;

  /** `onstall` is told when no frame has come for two seconds, and when one comes again. */
  constructor(video: HTMLVideoElement, onstall: (isStalled: boolean) => void) {
    this.#video = video;
    this.#onstall = onstall;
    this.#watch();
  }

  get size(): FrameSize {
    return { width: this.#video.videoWidth, height: this.#video.videoHeight };
  }

  async next(signal: AbortSignal): Promise<Frame | null> {
    while (!this.#newest && !this.#ended) {
      const change = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await abortable(change, signal);
    }
    if (this.#ended?.failure) throw this.#ended.failure;
    const frame = this.#newest;
    this.#newest = null;
    return frame;
  }

  /** Ends the frames because the camera is gone. */
  lose(): void {
    this.#end(new Failure('camera-lost'));
  }

  close(): void {
    this.#end(null);
  }

  /** The picture must be taken in the callback: only there does it belong to the time that is told. */
  #watch(): void {
    this.#setStall();
    this.#video.requestVideoFrameCallback((_, metadata) => {
      if (this.#ended) return;
      this.#watch();
      void this.#grab(this.#clock.read(metadata));
    });
  }

  async #grab(capturedAt: number | null): Promise<void> {
    if (capturedAt === null || this.#isGrabbing) return;
    this.#isGrabbing = true;
    // A camera that is just going away has no picture; its end is told by its track.
    const picture = await createImageBitmap(this.#video).catch(() => null);
    this.#isGrabbing = false;
    if (!picture) return;
    if (this.#ended) {
      picture.close();
      return;
    }
    this.#newest?.picture.close();
    this.#newest = { picture, capturedAt };
    this.#wake();
  }

  #setStall(): void {
    clearTimeout(this.#stallTimer);
    this.#tellStall(false);
    this.#stallTimer = setTimeout(() => {
      this.#tellStall(true);
    }, stallMs);
  }

  #tellStall(isStalled: boolean): void {
    if (isStalled === this.#isStalled) return;
    this.#isStalled = isStalled;
    this.#onstall(isStalled);
  }

  #end(failure: Failure | null): void {
    if (this.#ended) return;
    this.#ended = { failure };
    clearTimeout(this.#stallTimer);
    this.#newest?.picture.close();
    this.#newest = null;
    this.#wake();
  }
}
