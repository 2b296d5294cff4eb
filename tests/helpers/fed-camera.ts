import type { PoseEstimator } from '../../src/app/engine.svelte.ts';
import type { CameraFrames } from '../../src/app/frame-supply.ts';
import type { Sighting } from '../../src/core/body/pose.ts';
import type { Frame } from '../../src/pose/frame-source.ts';
import { RecordedEstimator } from './scripted-frames.ts';

/** A camera that shows what it is told to, one frame at a time, and finds in it what was told. */
export class FedCamera implements CameraFrames {
  readonly stream = new MediaStream();
  readonly label = 'A fed camera';
  readonly size = { width: 640, height: 480 };
  readonly progress = null;
  readonly estimator: PoseEstimator;
  isClosed = false;
  #shown: Sighting | null = null;
  #give: (frame: Frame) => void = () => undefined;
  #fail: (reason: Error) => void = () => undefined;
  /** Settles `#asked`: the next frame is wanted. */
  #ask: () => void = () => undefined;
  #asked = new Promise<void>((resolve) => {
    this.#ask = resolve;
  });

  constructor() {
    const estimate = ({ picture, capturedAt }: Frame): Promise<Sighting> => {
      picture.close();
      return Promise.resolve(this.#shown ?? { capturedAt, pose: null });
    };
    this.estimator = Object.assign(new RecordedEstimator([]), { estimate });
  }

  /** Shows this, and settles when all is done about it and the next frame is asked for. */
  async show(sighting: Sighting): Promise<void> {
    await this.#asked;
    this.#asked = new Promise((resolve) => {
      this.#ask = resolve;
    });
    const picture = await createImageBitmap(new ImageData(1, 1));
    this.#shown = sighting;
    this.#give({ picture, capturedAt: sighting.capturedAt });
    await this.#asked;
  }

  /** Is gone, for this reason. */
  async lose(reason: Error): Promise<void> {
    await this.#asked;
    this.#fail(reason);
  }

  next(signal: AbortSignal): Promise<Frame> {
    return new Promise((resolve, reject) => {
      this.#give = resolve;
      this.#fail = reject;
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
      this.#ask();
    });
  }

  watchStall(): () => void {
    return () => undefined;
  }

  close(): void {
    this.isClosed = true;
  }
}
