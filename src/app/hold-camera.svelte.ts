import type { Sighting } from '../core/body/pose.ts';
import { Failure, type FailureCode } from '../core/errors.ts';
import type { Engine } from './engine.svelte.ts';
import type { CameraFrames } from './frame-supply.ts';

/** What a camera that counts holds is made of. */
export interface HoldCameraParts {
  /** The engine of the checks: one worker is enough for a page. */
  readonly engine: Pick<Engine, 'load' | 'discard'>;
  /** Opens the chosen camera while no other tab has one. Throws a Failure. */
  readonly openCamera: () => Promise<CameraFrames>;
}

/** Where the camera stands. After a failure it is off, and `code` says why. */
export type HoldCameraState =
  | { readonly at: 'off' }
  | { readonly at: 'opening' }
  | { readonly at: 'on'; readonly stream: MediaStream }
  | { readonly at: 'failed'; readonly code: FailureCode };

/** A camera that is on while holds are to be counted. Each frame is looked at and let go: none is kept. */
export class HoldCamera {
  readonly #parts: HoldCameraParts;
  readonly #onsighting: (sighting: Sighting) => void;
  #leaving = new AbortController();
  #state: HoldCameraState = $state.raw({ at: 'off' });

  /** `onsighting` is told what each frame showed. */
  constructor(parts: HoldCameraParts, onsighting: (sighting: Sighting) => void) {
    this.#parts = parts;
    this.#onsighting = onsighting;
  }

  get state(): HoldCameraState {
    return this.#state;
  }

  turnOn(): void {
    this.turnOff();
    this.#state = { at: 'opening' };
    void this.#run(this.#leaving.signal);
  }

  /** Turns it off, also one that is still being opened. */
  turnOff(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#state = { at: 'off' };
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { engine, openCamera } = this.#parts;
    const opening = openCamera();
    try {
      const [camera, estimator] = await Promise.all([opening, engine.load()]);
      signal.throwIfAborted();
      estimator.reset();
      this.#state = { at: 'on', stream: camera.stream };
      for (;;) {
        const frame = await camera.next(signal);
        if (frame === null) break;
        const sighting = await estimator.estimate(frame);
        signal.throwIfAborted();
        this.#onsighting(sighting);
      }
      this.turnOff();
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Failure)) throw error;
      if (error.code.startsWith('engine-') || error.code.startsWith('model-')) engine.discard();
      this.#state = { at: 'failed', code: error.code };
    } finally {
      void opening.then(
        (camera) => {
          camera.close();
        },
        () => undefined,
      );
    }
  }
}
