import type { Sighting } from '../core/body/pose.ts';
import type { Survey } from '../core/body/survey.ts';
import type { Frame } from '../pose/frame-source.ts';

/** What finds the body in a frame. */
export interface PoseEstimator {
  load(onProgress: (share: number) => void): Promise<void>;
  estimate(frame: Frame): Promise<Sighting>;
  survey(frame: Frame): Promise<readonly Survey[]>;
  reset(): void;
  close(): void;
}

/** The estimator of this page: loaded once, early if there is time, and kept for the next visit. */
export class Engine {
  readonly #create: () => PoseEstimator;
  #loading: Promise<PoseEstimator> | null = null;
  #loaded: PoseEstimator | null = null;
  #share = $state.raw(0);

  constructor(create: () => PoseEstimator) {
    this.#create = create;
  }

  /** How much of the model is loaded, 0 to 1. */
  get share(): number {
    return this.#share;
  }

  /** The estimator if it is loaded already. */
  get loaded(): PoseEstimator | null {
    return this.#loaded;
  }

  /** The loaded estimator. Throws a Failure; the next call then tries anew. */
  load(): Promise<PoseEstimator> {
    this.#loading ??= this.#start();
    return this.#loading;
  }

  /** Starts to load while the person still reads; a failure is told when the engine is needed. */
  warmUp(): void {
    this.load().catch(() => undefined);
  }

  /** Throws the estimator away after it has failed. */
  discard(): void {
    const lost = this.#loading;
    this.#loading = null;
    this.#loaded = null;
    this.#share = 0;
    void lost?.then(
      (estimator) => {
        estimator.close();
      },
      () => undefined,
    );
  }

  async #start(): Promise<PoseEstimator> {
    const estimator = this.#create();
    try {
      await estimator.load((share) => {
        this.#share = share;
      });
      this.#loaded = estimator;
      return estimator;
    } catch (error) {
      estimator.close();
      this.#loading = null;
      this.#share = 0;
      throw error;
    }
  }
}
