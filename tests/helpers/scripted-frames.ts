import { Failure } from '../../src/core/errors.ts';
import type { Sighting } from '../../src/core/body/pose.ts';
import type { Survey } from '../../src/core/body/survey.ts';
import type { PoseEstimator } from '../../src/app/engine.svelte.ts';
import type { CameraFrames } from '../../src/app/frame-supply.ts';
import type { Frame, FrameSource } from '../../src/pose/frame-source.ts';

/** How a script ends: as a file does, by waiting for a frame that never comes, or by throwing. */
type Ending = 'ends' | 'waits' | Error;

/**
 * Gives one empty picture for each recorded sighting, with that sighting's time. The estimator beside it
 * gives back what was recorded for that time.
 */
export class ScriptedSource implements FrameSource {
  readonly size = { width: 640, height: 480 };
  readonly progress: number | null;
  isClosed = false;
  readonly #sightings: Sighting[];
  readonly #ending: Ending;

  constructor(sightings: readonly Sighting[], ending: Ending = 'ends') {
    this.#sightings = [...sightings];
    this.#ending = ending;
    this.progress = ending === 'ends' ? 0.5 : null;
  }

  async next(signal: AbortSignal): Promise<Frame | null> {
    signal.throwIfAborted();
    const sighting = this.#sightings.shift();
    if (sighting !== undefined) {
      const picture = await createImageBitmap(new ImageData(1, 1));
      return { picture, capturedAt: sighting.capturedAt };
    }
    if (this.#ending === 'ends') return null;
    if (this.#ending !== 'waits') throw this.#ending;
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
  }

  close(): void {
    this.isClosed = true;
  }
}

/** A scripted camera. */
export class ScriptedCamera extends ScriptedSource implements CameraFrames {
  readonly stream = new MediaStream();
  readonly label = 'A scripted camera';

  watchStall(): () => void {
    return () => undefined;
  }
}

/** Gives back what was recorded for a frame's time. */
export class RecordedEstimator implements PoseEstimator {
  readonly #byTime: ReadonlyMap<number, Sighting>;

  constructor(sightings: readonly Sighting[]) {
    this.#byTime = new Map(sightings.map((sighting) => [sighting.capturedAt, sighting]));
  }

  load(onProgress: (share: number) => void): Promise<void> {
    onProgress(1);
    return Promise.resolve();
  }

  estimate({ picture, capturedAt }: Frame): Promise<Sighting> {
    picture.close();
    return Promise.resolve(this.#byTime.get(capturedAt) ?? { capturedAt, pose: null });
  }

  survey({ picture }: Frame): Promise<readonly Survey[]> {
    picture.close();
    return Promise.resolve([]);
  }

  reset(): void {
    // Recorded poses do not depend on the frame before.
  }

  close(): void {
    // Nothing runs.
  }
}

/** An engine whose weights are not to be had. */
export class AbsentEstimator extends RecordedEstimator {
  constructor() {
    super([]);
  }

  override load(): Promise<void> {
    return Promise.reject(new Failure('model-missing'));
  }
}
